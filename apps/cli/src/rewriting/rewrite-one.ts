import type { Contract } from '@portolan/contract';
import { inLanguage, type Language, mustBeNone, type Rewritten, rebase } from '@portolan/rewrite';
import { gather } from '../documents/gather.ts';
import { shown } from '../documents/paths.ts';
import { type Destination, deliver, destinationOf } from './deliver.ts';
import { languageFor } from './language-for.ts';
import { one } from './one.ts';
import { readBack } from './read-back.ts';
import { type Readable, readable } from './readable.ts';
import { tell } from './tell.ts';

/** Options of every command that makes one document out of another. */
export interface RewriteOptions extends Destination {
  readonly format?: Language;
  readonly stdinPath: string;
}

/** One way to rewrite a document. */
export interface Rewriting {
  /** As people call it, for the pointer to its help: `portolan bundle`. */
  readonly command: string;
  readonly make: (found: Readable, location: string) => Rewritten;
  /** Where the result says something else than it should. */
  readonly compare: (before: Contract, after: Contract) => Parameters<typeof mustBeNone>[1];
}

/**
 * Rewrites one document, and hands the result over only after reading it back. Gives the exit code: 1 when the document is
 * broken, and its errors are printed.
 *
 * Faults: those of `gather`, CLI_USAGE, CLI_FILE_UNWRITABLE, REWRITE_NOT_FAITHFUL, and those of the rewriting.
 */
export async function rewriteOne(path: string, options: RewriteOptions, rewriting: Rewriting): Promise<number> {
  const { command, make, compare } = rewriting;
  const file = destinationOf(path, options, command);
  const document = one(await gather([path], options), path, command);
  const found = await readable(document);
  if (!found) return 1;
  const { location, load } = document;
  const made = make(found, location);
  const place = file === undefined ? location : shown(file);
  const moved = rebase(made.text, location, place);
  const language = languageFor(options.format, file);
  const result = language ? inLanguage(moved, place, language) : moved;
  mustBeNone(location, compare(found.read.contract, await readBack(place, result, load)));
  tell(location, made.findings, found.read);
  await deliver(result, file);
  return 0;
}
