import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { folder } from '@portolan/control';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';
import type { GivenDocument } from './given.ts';
import { boundaryOf, shown, slashed, sourceNameOf, wayInside } from './paths.ts';

/** A document by the path of its file. What it refers to is loaded from the repository or the folder around it. */
export function fileDocument(path: string): GivenDocument {
  const boundary = boundaryOf(path);
  const files = folder(boundary);
  return {
    location: shown(path),
    source: sourceNameOf(boundary),
    path: wayInside(boundary, path) ?? slashed(path),
    text: () => textAt(path),
    load: async location => {
      const way = wayInside(boundary, location);
      return way === undefined ? undefined : await files.load(way);
    },
  };
}

async function textAt(path: string): Promise<string> {
  try {
    return await readFile(resolve(path), 'utf8');
  } catch (error) {
    throw faults.FILE_UNREADABLE({ path, reason: reasonOf(error) }, { cause: error });
  }
}
