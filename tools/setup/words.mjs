import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An end with a message for people and an exit code, instead of a stack. */
export class Stop extends Error {
  constructor(message, exit = 1) {
    super(message);
    this.exit = exit;
  }
}

/** One line to people. On stderr, so that a command's own output stays clean. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
