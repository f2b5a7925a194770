import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { decode } from '@portolan/contract';
import { adapterFor } from '@portolan/evidence';
import { faults } from '../faults.ts';
import { openSettings } from '../settings/open-settings.ts';
import { folder } from '../sources/folder.ts';
import { type Gathered, gatherGoverned } from './gathered.ts';

/**
 * The evidence at a path: of a folder all files in it that hold evidence, by their names and what they look like; or one
 * file.
 *
 * Faults: CONTROL_SOURCE_MISSING when there is nothing at the path.
 */
export async function gatherEvidence(path: string): Promise<Gathered> {
  if (await isFolder(path)) {
    const source = folder(path);
    await source.scan();
    return (await source.evidence?.()) ?? { evidence: [], findings: [] };
  }
  const text = await readFile(path).then(decode, () => undefined);
  const [location, root] = [basename(path), dirname(resolve(path))];
  const adapter = text === undefined ? undefined : adapterFor(location, text);
  const reader = openSettings({ top: root, plugins: false });
  return await gatherGoverned(
    [{ location, adapter }],
    root,
    file => reader.of(join(root, file)),
    async () => text,
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw faults.SOURCE_MISSING({ location: path, reason: (error as Error).message }, { cause: error });
  }
}
