import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { shown } from '../documents/paths.ts';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';

/**
 * Writes a file so that whoever reads it meets the old text or the new one, never half of it: under another name beside
 * it first. Folders that are not there are made; a link is followed, and the mode of a file that is there is kept.
 *
 * Faults: CLI_FILE_UNWRITABLE.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  // A pipe or a device is written to; it must never be replaced by a file.
  if (there && !there.isFile()) return await writeInto(path, text);
  const file = await realpath(path).catch(() => path);
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, text, there ? { mode: there.mode } : {});
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw faults.FILE_UNWRITABLE({ path: shown(path), reason: reasonOf(error) }, { cause: error });
  }
}

async function writeInto(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw faults.FILE_UNWRITABLE({ path: shown(path), reason: reasonOf(error) }, { cause: error });
  }
}
