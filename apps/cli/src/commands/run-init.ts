import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { shown } from '../documents/paths.ts';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';
import { starter } from '../starter/starter.ts';
import { titleOf } from '../starter/words.ts';

/** Options of `init`, as the command line gives them. */
export interface InitOptions {
  readonly name?: string;
  readonly protocol: string;
}

/**
 * Writes `asyncapi.yaml` into a folder, which is made when it is not there.
 *
 * Faults: CLI_FILE_EXISTS, CLI_FILE_UNWRITABLE.
 */
export async function runInit(folder: string, { name, protocol }: InitOptions): Promise<number> {
  const file = join(resolve(folder), 'asyncapi.yaml');
  const path = shown(file);
  const text = starter({ name: name?.trim() || titleOf(basename(resolve(folder))), protocol });
  try {
    await mkdir(resolve(folder), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw faults.FILE_EXISTS({ path }, { cause: error });
    throw faults.FILE_UNWRITABLE({ path, reason: reasonOf(error) }, { cause: error });
  }
  const place = path.includes(' ') ? `"${folder}"` : folder;
  console.info(`Wrote ${path}.\n\nNext:\n  portolan validate ${place}\n  portolan up ${place}`);
  return 0;
}
