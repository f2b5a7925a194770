import { faults } from '../faults.ts';
import { writeAtomically } from './write-atomically.ts';

/** Where one rewritten document goes: to a file, over the document itself, or to the standard output. */
export interface Destination {
  readonly output?: string;
  readonly write?: boolean;
}

/**
 * The file that the result is written to; undefined stands for the standard output.
 *
 * Faults: CLI_USAGE for two destinations, and for writing over the standard input.
 */
export function destinationOf(path: string, { output, write }: Destination, command: string): string | undefined {
  const usage = (problem: string) => faults.USAGE({ problem, command });
  if (write && output !== undefined) throw usage('`--write` and `--output` name two places for one result.');
  if (write && path === '-') throw usage('`--write` needs a file, and the document comes from the standard input.');
  return write ? path : output;
}

/** Hands the result over, and says where it went when that is a file. */
export async function deliver(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeAtomically(file, text);
  console.error(`Wrote ${file}.`);
}
