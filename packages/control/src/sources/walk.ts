import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '@portolan/base';
import { isWanted } from './candidate.ts';
import { inBatches } from './in-batches.ts';
import { pathInside, type Root } from './inside.ts';

/** The files of a folder that may be documents or evidence beside them. */
export interface Tree {
  /** By location: the path inside the root with `/` between its parts, sorted. */
  readonly files: ReadonlyMap<string, Stats>;
  /** Folders that could not be listed, by location, with the reason. */
  readonly unlisted: ReadonlyMap<string, string>;
  /** True when there are more files than the limit, and some were left out. */
  readonly cut: boolean;
}

/** Whether a file whose location is known may be a document or evidence: what `walk` would find. */
export function isCandidate(location: string): boolean {
  const parts = location.split('/');
  return isWanted(location) && !parts.some(part => part.startsWith('.') || part === 'node_modules');
}

/** Folders that are listed side by side. */
const LISTERS = 16;

/**
 * Lists the candidates below a root. Leaves out `node_modules` and everything whose name begins with a dot; follows
 * symbolic links to files that stay inside the root, and none to folders, which are met where they really are.
 *
 * @param enter is told each folder (its location, '' for the root) before it is listed, so that who starts to watch it
 *   then misses nothing
 * @throws what the file system says when the root itself cannot be listed
 */
export async function walk(root: Root, limit: number, enter: (folder: string) => void): Promise<Tree> {
  const found: [string, Stats][] = [];
  const unlisted = new Map<string, string>();
  const { ino } = await stat(root.path);
  for (let folders = ['']; folders.length > 0 && found.length <= limit; ) {
    const listed = await inBatches(folders, LISTERS, async folder => {
      enter(folder);
      const entries = await list(root, folder, unlisted);
      const files = entries.filter(entry => !entry.isDirectory() && isWanted(entry.name));
      const stats = await inBatches(files, LISTERS, entry => statInside(root, below(folder, entry.name)));
      for (const [n, entry] of files.entries()) {
        const its = stats[n];
        if (its) found.push([below(folder, entry.name), its]);
      }
      return entries.filter(entry => entry.isDirectory()).map(entry => below(folder, entry.name));
    });
    folders = listed.flat();
  }
  // A root that went away on the way would look like one whose folders are empty.
  if ((await stat(root.path)).ino !== ino) throw new Error('it was replaced while it was read');
  found.sort(([a], [b]) => compareText(a, b));
  return { files: new Map(found.slice(0, limit)), unlisted, cut: found.length > limit };
}

/** What the file system says of a file inside the root, links followed; undefined for everything else. */
export async function statInside(root: Root, location: string): Promise<Stats | undefined> {
  try {
    const own = await lstat(join(root.path, location));
    if (own.isFile()) return own;
    const real = own.isSymbolicLink() ? await pathInside(root, location) : undefined;
    const target = real === undefined ? undefined : await stat(real);
    return target?.isFile() ? target : undefined;
  } catch {
    return undefined;
  }
}

async function list(root: Root, folder: string, unlisted: Map<string, string>) {
  try {
    const entries = await readdir(join(root.path, folder), { withFileTypes: true });
    return entries.filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (folder === '') throw error;
    // Gone between two steps of the walk: as good as never there.
    if (code !== 'ENOENT' && code !== 'ENOTDIR') unlisted.set(folder, message);
    return [];
  }
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
