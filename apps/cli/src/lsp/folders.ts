import { boundaryOf } from '../documents/paths.ts';
import type { Buffers } from './buffers.ts';
import { type Folder, openFolder } from './folder.ts';
import { pathOf } from './uris.ts';

/** A file with the folder that it is worked on in. */
export interface Placed {
  readonly folder: Folder;
  readonly location: string;
}

/** The folders that are open, and those around single files that were opened without one. */
export interface Folders {
  add(uri: string): void;
  remove(uri: string): void;
  /** The innermost folder of a file. Undefined for what is no file. */
  of(uri: string): Placed | undefined;
  all(): Folder[];
}

export function openFolders(buffers: Buffers): Folders {
  const folders = new Map<string, Folder>();

  function add(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined || folders.has(path)) return;
    const folder = openFolder(path, buffers);
    folders.set(folder.path, folder);
  }

  function innermost(path: string): Placed | undefined {
    const holding = [...folders.values()].flatMap(folder => {
      const location = folder.locationOf(path);
      return location === undefined ? [] : [{ folder, location }];
    });
    return holding.sort((a, b) => a.location.length - b.location.length)[0];
  }

  return {
    add,
    remove(uri) {
      const path = pathOf(uri);
      if (path !== undefined) folders.delete(path);
    },
    of(uri) {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      const known = innermost(path);
      if (known) return known;
      // A file outside of every folder is worked on in its repository, or in its own folder.
      const folder = openFolder(boundaryOf(path), buffers);
      folders.set(folder.path, folder);
      return innermost(path);
    },
    all: () => [...folders.values()],
  };
}
