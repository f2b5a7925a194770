import { resolve } from 'node:path';
import type { Source } from '@portolan/control';
import { faults } from '../faults.ts';
import type { GivenDocument } from './given.ts';
import { loadFrom } from './load-from.ts';
import { shown } from './paths.ts';

/** The documents of a folder: those that the catalog finds there, and no file outside the folder for their references. */
export async function folderDocuments(path: string, source: Source): Promise<GivenDocument[]> {
  const root = resolve(path);
  const { documents = [], problem } = await source.scan();
  if (problem !== undefined) console.error(`portolan: ${path}: ${problem}`);
  return documents.map(inside => ({
    location: shown(resolve(root, inside)),
    source: source.name,
    path: inside,
    text: async () => {
      const text = await source.load(inside);
      if (text === undefined) throw faults.FILE_UNREADABLE({ path: inside, reason: 'it is gone' });
      return text;
    },
    load: loadFrom(root, source),
  }));
}
