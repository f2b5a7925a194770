import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A root with the path that it really has, behind all symbolic links. */
export interface Root {
  readonly path: string;
  readonly real: string;
}

/** Finds the real path of a root. @throws what the file system says when it is not there */
export async function rootAt(path: string): Promise<Root> {
  return { path, real: await realpath(path) };
}

/**
 * The real path of a location inside a root, or undefined when it leads out of the root (by `..`, as an absolute path,
 * through a symbolic link), into a hidden file or folder, or nowhere. Locations use `/` on every system.
 */
export async function pathInside(root: Root, location: string): Promise<string | undefined> {
  if (location === '' || isAbsolute(location) || location.includes('\0') || /^[a-z][a-z0-9+.-]+:/i.test(location)) {
    return undefined;
  }
  const path = resolve(root.path, location);
  if (!isAllowed(root.path, path)) return undefined;
  try {
    const real = await realpath(path);
    return isAllowed(root.real, real) ? real : undefined;
  } catch {
    return undefined;
  }
}

function isAllowed(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && !isAbsolute(way) && !way.split(sep).some(part => part.startsWith('.'));
}
