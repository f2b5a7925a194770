import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** Where settings files are found and read, by absolute path. */
export interface SettingsFiles {
  has(path: string): boolean;
  /** The text of a file; undefined when there is none. */
  text(path: string): Promise<string | undefined>;
}

/** The files of this machine. */
export const ON_DISK: SettingsFiles = {
  has: existsSync,
  text: path => readFile(path, 'utf8').catch(() => undefined),
};
