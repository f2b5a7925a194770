import { writeFile } from 'node:fs/promises';
import { faults } from './faults.ts';

/** Where the result of a command goes. */
export interface OutputOptions {
  /** A file; else the standard output. */
  readonly output?: string;
  readonly color: boolean;
}

/**
 * Writes the result of a command, coloured only for a terminal whose user did not say otherwise.
 *
 * Faults: CLI_FILE_UNWRITABLE.
 */
export async function write(print: (color: boolean) => string, { output, color }: OutputOptions): Promise<void> {
  if (output === undefined) {
    process.stdout.write(print(color && process.stdout.isTTY && !process.env.NO_COLOR));
    return;
  }
  try {
    await writeFile(output, print(false));
  } catch (error) {
    throw faults.FILE_UNWRITABLE({ path: output, reason: reasonOf(error) }, { cause: error });
  }
}

/** What the system says, in words: `no such file or directory`. */
export function reasonOf(error: unknown): string {
  const { message } = error as Error;
  return /^E[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
