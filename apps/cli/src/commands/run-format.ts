import { movedDifferences, mustBeNone, format as tidy } from '@portolan/rewrite';
import { gather } from '../documents/gather.ts';
import type { GivenDocument } from '../documents/given.ts';
import { readBack } from '../rewriting/read-back.ts';
import { parseable } from '../rewriting/readable.ts';
import { writeAtomically } from '../rewriting/write-atomically.ts';

/** Options of `format`, as the command line gives them. */
export interface FormatOptions {
  readonly check?: boolean;
  readonly stdinPath: string;
}

/** What became of one document. */
type Outcome = 'as it was' | 'changed' | 'broken';

/**
 * Lays out all documents at `paths`, each one only when it says the same afterwards. Gives the exit code: 1 when a
 * document is broken, or when `--check` finds one that is laid out otherwise.
 *
 * Faults: those of `gather`, CLI_FILE_UNWRITABLE, REWRITE_NOT_FAITHFUL.
 */
export async function runFormat(paths: readonly string[], options: FormatOptions): Promise<number> {
  const outcomes: Outcome[] = [];
  const stdin = paths.length === 1 && paths[0] === '-';
  for (const document of await gather(paths, options)) outcomes.push(await formatted(document, stdin, options));
  if (!stdin) console.error(summary(outcomes, options.check === true));
  const wrong = outcomes.includes('broken') || (options.check && outcomes.includes('changed'));
  return wrong ? 1 : 0;
}

async function formatted(document: GivenDocument, stdin: boolean, { check }: FormatOptions): Promise<Outcome> {
  const found = await parseable(document);
  if (!found) return 'broken';
  const { location, load } = document;
  const { text, read } = found;
  const after = tidy(text, location);
  // Files that documents refer to are laid out too, when they are named; their data stays the same in any case.
  const { contract } = read;
  if (contract && after !== text) {
    mustBeNone(location, movedDifferences(contract, await readBack(location, after, load)));
  }
  if (stdin && !check) process.stdout.write(after);
  if (after === text) return 'as it was';
  if (!stdin) {
    if (!check) await writeAtomically(location, after);
    process.stdout.write(`${location}\n`);
  }
  return 'changed';
}

function summary(outcomes: readonly Outcome[], check: boolean): string {
  const count = (outcome: Outcome) => outcomes.filter(one => one === outcome).length;
  const changed = count('changed');
  const parts = [
    `${outcomes.length} ${outcomes.length === 1 ? 'document' : 'documents'}`,
    check ? `${changed} laid out otherwise` : `${changed} changed`,
    ...(count('broken') > 0 ? [`${count('broken')} broken`] : []),
  ];
  return `${parts[0]}: ${parts.slice(1).join(', ')}`;
}
