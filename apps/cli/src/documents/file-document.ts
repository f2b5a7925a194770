import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decode } from '@portolan/contract';
import { folder, type Remote } from '@portolan/control/local';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';
import type { GivenDocument } from './given.ts';
import { loadFrom } from './load-from.ts';
import { boundaryOf, shown, slashed, sourceNameOf, wayInside } from './paths.ts';

/** A document by the path of its file. What it refers to is loaded from the repository or the folder around it. */
export function fileDocument(path: string, remote?: Remote): GivenDocument {
  const boundary = boundaryOf(path);
  return {
    location: shown(path),
    source: sourceNameOf(boundary),
    path: wayInside(boundary, path) ?? slashed(path),
    text: () => textAt(path),
    load: loadFrom(boundary, folder(boundary, { ...(remote && { remote }) })),
  };
}

async function textAt(path: string): Promise<string> {
  try {
    return decode(await readFile(resolve(path)));
  } catch (error) {
    throw faults.FILE_UNREADABLE({ path, reason: reasonOf(error) }, { cause: error });
  }
}
