import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { decode } from '@portolan/contract';
import { faults } from '../faults.ts';
import { rootAt } from '../sources/inside.ts';
import { walk } from '../sources/walk.ts';
import { type Gathered, gatherFrom } from './gathered.ts';

/** Files that are looked at in one folder, as for documents. */
const MOST_FILES = 50_000;

/**
 * The evidence at a path: of a folder all files in it that hold evidence, by their names; or one file, whatever it is
 * called as long as it ends as such a name does.
 *
 * Faults: CONTROL_SOURCE_MISSING when there is nothing at the path.
 */
export async function gatherEvidence(path: string): Promise<Gathered> {
  try {
    const stats = await stat(path);
    const read = (file: string) => readFile(file).then(decode, () => undefined);
    if (!stats.isDirectory()) return await gatherFrom([basename(path)], () => read(path));
    const root = await rootAt(resolve(path));
    const { files } = await walk(root, MOST_FILES, () => undefined);
    return await gatherFrom(files.keys(), location => read(join(root.path, location)));
  } catch (error) {
    throw faults.SOURCE_MISSING({ location: path, reason: (error as Error).message }, { cause: error });
  }
}
