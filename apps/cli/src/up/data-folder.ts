import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';

/**
 * Makes the folder of the data where there is none, and gives the path of the store in it. The folder tells git to leave
 * it alone: people start Portolan in their repositories.
 *
 * Faults: CLI_FILE_UNWRITABLE.
 */
export async function dataFolder(data: string): Promise<string> {
  const folder = resolve(data);
  try {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) await writeFile(join(folder, '.gitignore'), '*\n');
  } catch (error) {
    throw faults.FILE_UNWRITABLE({ path: folder, reason: reasonOf(error) }, { cause: error });
  }
  return storeIn(data);
}

/** Path of the store in a folder of data. */
export function storeIn(data: string): string {
  return join(resolve(data), 'portolan.sqlite');
}
