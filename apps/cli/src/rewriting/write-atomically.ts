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
  const file = await realpath(path).catch(() => path);
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(dirname(file), { recursive: true });
    const mode = await stat(file).then(
      found => found.mode,
      () => undefined,
    );
    await writeFile(draft, text, mode === undefined ? {} : { mode });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw faults.FILE_UNWRITABLE({ path: shown(path), reason: reasonOf(error) }, { cause: error });
  }
}
