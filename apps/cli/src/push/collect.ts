import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decode, readText } from '@portolan/contract';
import { folder, gatherEvidence, openSettings, type PushedFile } from '@portolan/control';
import { gather } from '../documents/gather.ts';
import { loadFrom } from '../documents/load-from.ts';
import { boundaryOf, shown, wayInside } from '../documents/paths.ts';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';

/** What is to be pushed. */
export interface Collected {
  /** By their paths in the repository, sorted by nobody; the same file once. */
  readonly files: readonly PushedFile[];
  /** How many of them are documents. */
  readonly documents: number;
}

/**
 * The documents at `paths` with the files that they refer to, the settings that govern them, and the evidence in the
 * folders among the paths. Paths are those in the repository around this folder, else in this folder, so that they are
 * the same wherever in it the command runs. Files of the network are left to the server.
 *
 * Faults: those of `gather`, CLI_USAGE for a file outside of the repository, CLI_FILE_UNREADABLE.
 */
export async function collect(paths: readonly string[]): Promise<Collected> {
  const root = boundaryOf(resolve('here'));
  const settings = openSettings({ top: root, plugins: false });
  const files = new Map<string, string>();

  function put(path: string, text: string): void {
    const way = wayInside(root, path);
    if (way !== undefined) files.set(way, text);
  }

  const given = await gather(paths);
  // Not as a folder among the paths would be read: what is pushed is the repository, as far as it is needed.
  const load = loadFrom(root, folder(root));
  for (const document of given) {
    if (wayInside(root, document.location) === undefined) {
      const problem = `${document.location} is outside of ${shown(root)}, and what is pushed has paths inside it.`;
      throw faults.USAGE({ problem, command: 'portolan push' });
    }
    const read = await readText(document.location, await document.text(), load);
    for (const { location, text } of read.files) if (!/^https?:/i.test(location)) put(location, text);
    for (const { path, text } of (await settings.of(resolve(document.location))).files) put(path, text);
  }
  for (const path of await foldersAmong(paths)) {
    const { evidence } = await gatherEvidence(path);
    for (const { location } of evidence) put(resolve(path, location), await textAt(resolve(path, location)));
  }
  return { files: [...files].map(([location, text]) => ({ location, text })), documents: given.length };
}

async function foldersAmong(paths: readonly string[]): Promise<string[]> {
  const kinds = await Promise.all(paths.map(path => stat(path).catch(() => undefined)));
  return paths.filter((_, n) => kinds[n]?.isDirectory());
}

async function textAt(path: string): Promise<string> {
  try {
    return decode(await readFile(path));
  } catch (error) {
    throw faults.FILE_UNREADABLE({ path: shown(path), reason: reasonOf(error) }, { cause: error });
  }
}
