import type { Contract, Load } from '@portolan/contract';
import { type DocumentReader, readGiven } from '../documents/charted.ts';
import type { GivenDocument } from '../documents/given.ts';

/** A reader that remembers. */
export interface Remembering {
  readonly read: DocumentReader;
  /** Whether these are the documents that were read, and all they were made of is as it was. */
  readonly upToDate: (documents: readonly GivenDocument[]) => Promise<boolean>;
  /** Every file that the remembered documents were made of, those included that are not there. */
  readonly files: () => Iterable<string>;
}

/** What a document was made of, and what came of it. */
interface Remembered {
  readonly asked: ReadonlyMap<string, string | undefined>;
  readonly contract: Contract | undefined;
}

/**
 * Reads a document again only when its text, or that of a file that it refers to, is another one: of a thousand documents,
 * the one that was saved.
 */
export function remembering(): Remembering {
  const known = new Map<string, Remembered>();
  return {
    async read(document) {
      const before = known.get(document.location);
      const text = await document.text();
      if (before && (await unchanged(before, document, text))) return before.contract;
      const asked = new Map<string, string | undefined>([[document.location, text]]);
      const contract = await readGiven({ ...document, text: async () => text, load: noting(document.load, asked) });
      known.set(document.location, { asked, contract });
      return contract;
    },
    async upToDate(documents) {
      if (documents.length !== known.size) return false;
      for (const document of documents) {
        const before = known.get(document.location);
        if (!before || !(await unchanged(before, document, await document.text()))) return false;
      }
      return true;
    },
    files: () => new Set([...known.values()].flatMap(({ asked }) => [...asked.keys()])),
  };
}

function noting(load: Load, asked: Map<string, string | undefined>): Load {
  const noted = async (location: string) => {
    const text = await load(location);
    asked.set(location, text);
    return text;
  };
  return Object.assign(noted, load.near && { near: load.near });
}

async function unchanged({ asked }: Remembered, { location, load }: GivenDocument, text: string): Promise<boolean> {
  for (const [file, before] of asked) {
    const now = file === location ? text : /^https?:/i.test(file) ? before : await load(file);
    if (now !== before) return false;
  }
  return true;
}
