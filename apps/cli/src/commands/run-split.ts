import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceFile } from '@portolan/contract';
import { movedDifferences, mustBeNone, type PartKind, split } from '@portolan/rewrite';
import { gather } from '../documents/gather.ts';
import { shown } from '../documents/paths.ts';
import { faults } from '../faults.ts';
import { one } from '../rewriting/one.ts';
import { readBack } from '../rewriting/read-back.ts';
import { readable } from '../rewriting/readable.ts';
import { writeAtomically } from '../rewriting/write-atomically.ts';

/** Options of `split`, as the command line gives them. */
export interface SplitOptions {
  readonly out: string;
  readonly parts: readonly PartKind[];
  readonly force?: boolean;
  readonly stdinPath: string;
}

/**
 * Takes one document apart, and writes the files only after reading them back. Gives the exit code: 1 when the document is
 * broken, and its errors are printed.
 *
 * Faults: those of `gather`, CLI_USAGE, CLI_FILES_IN_THE_WAY, CLI_FILE_UNWRITABLE, REWRITE_NOT_FAITHFUL.
 */
export async function runSplit(path: string, options: SplitOptions): Promise<number> {
  const { out, parts, force } = options;
  const document = one(await gather([path], options), path, 'portolan split');
  const found = await readable(document);
  if (!found) return 1;
  const { location, load } = document;
  const folder = shown(resolve(out));
  const files = split(found.text, { location, folder: folder === '.' ? '' : folder, kinds: parts });
  if (!force) mustBeFree(files);
  const [entry, ...others] = files as [SourceFile, ...SourceFile[]];
  const made = new Map(files.map(file => [file.location, file.text]));
  const after = await readBack(entry.location, entry.text, name => made.get(name) ?? load(name));
  mustBeNone(location, movedDifferences(found.read.contract, after));
  // The document last: whoever reads it meets files that are there.
  for (const file of [...others, entry]) await writeAtomically(file.location, file.text);
  for (const file of files) process.stdout.write(`${file.location}\n`);
  return 0;
}

function mustBeFree(files: readonly SourceFile[]): void {
  const taken = files.filter(file => existsSync(file.location));
  const [first] = taken;
  if (first) throw faults.FILES_IN_THE_WAY({ path: first.location, count: taken.length });
}
