import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { SETTINGS_FILE } from '@portolan/checks';

/** A path with `/` between its parts, as settings and locations have it on every system. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}

/**
 * The folders whose settings a file in `folder` may be governed by, the nearest first: up to the repository, or where
 * there is none, up to `top` if the folder is below it; else the folder alone.
 */
export function foldersUp(folder: string, top: string): string[] {
  const folders: string[] = [];
  for (let here = resolve(folder); ; here = dirname(here)) {
    folders.push(here);
    if (existsSync(resolve(here, '.git'))) return folders;
    if (dirname(here) === here) break;
  }
  const way = relative(resolve(top), resolve(folder));
  const below = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  return below ? folders.slice(0, way === '' ? 1 : way.split(sep).length + 1) : folders.slice(0, 1);
}

/** Path of the settings file of a folder. */
export function settingsIn(folder: string): string {
  return resolve(folder, SETTINGS_FILE);
}

/** A path as people at a folder would write it: relative as long as that does not lead up. */
export function shownFrom(folder: string, path: string): string {
  const way = relative(folder, path);
  const above = way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  return slashed(above ? path : way);
}
