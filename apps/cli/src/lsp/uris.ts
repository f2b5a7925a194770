import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { slashed } from '../documents/paths.ts';

/** Path of a file that an editor names; undefined for what is no file, such as an unsaved buffer without a name. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** Name of a file for an editor. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** Location of a file inside of a folder, with `/`; undefined when it is not inside. */
export function locationIn(folder: string, path: string): string | undefined {
  const way = relative(folder, resolve(path));
  const outside = way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  return outside ? undefined : slashed(way);
}
