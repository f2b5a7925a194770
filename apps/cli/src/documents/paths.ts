import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** A path with `/` between its parts, as locations have it on every system. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** A path as people in this folder would write it: relative as long as that does not lead up. */
export function shown(path: string): string {
  const way = relative(process.cwd(), path);
  return slashed(way === '' || way.startsWith('..') || isAbsolute(way) ? path : way);
}

/** Way from a root to a location, with `/`; undefined when it leads out of the root. */
export function wayInside(root: string, location: string): string | undefined {
  const way = relative(root, resolve(location));
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : slashed(way);
}

/**
 * The folder whose files a single file may refer to: the repository it stands in, else this folder when the file is in
 * it, else the file's own folder.
 */
export function boundaryOf(file: string): string {
  const path = resolve(file);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(resolve(folder, '.git'))) return folder;
    if (dirname(folder) === folder) break;
  }
  return wayInside(process.cwd(), path) === undefined ? dirname(path) : process.cwd();
}

/** What to call the source of a single file. */
export function sourceNameOf(boundary: string): string {
  return basename(boundary) || 'root';
}
