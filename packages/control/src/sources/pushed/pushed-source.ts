import type { Digest } from '@portolan/base';
import type { Store } from '@portolan/stores/port';
import type { Remote } from '../../remote/remote.ts';
import { listedSource, type Shelf } from '../listed.ts';
import type { ListedFile, Listing } from '../listing.ts';
import type { Source } from '../port.ts';
import { lastPush, type Pushed, type PushedFile, pushDraft, shownFacts } from './ledger.ts';

/** Nothing happens by itself: whoever follows the log of the store hears of a push. */
const QUIET: Disposable = { [Symbol.dispose]: () => undefined };

/** What was pushed under a name as a source, read from the store. */
export function pushedSource(name: string, store: Store, remote?: Remote): Source {
  let known: Pushed | undefined;
  let location = 'pushed';
  const source = listedSource({
    name,
    location,
    ...(remote && { remote }),
    shelf: {
      async list() {
        const now = await lastPush(store, name);
        if (now && now.sequence !== known?.sequence) {
          location = await shownFacts(store, now);
          known = now;
        }
        return known ? { files: known.files } : {};
      },
      read: files => textsOf(files, id => store.text(id as Digest)),
      watch: () => QUIET,
    },
  });
  return Object.defineProperty(source, 'location', { get: () => location });
}

/** The same over files that are not pushed yet. */
export function rehearsedSource(name: string, files: readonly PushedFile[], remote?: Remote): Source {
  const draft = pushDraft(name, files, {});
  const texts = new Map(draft.files.map(({ digest, text }) => [digest as string, text]));
  const listing: Listing = new Map(
    draft.files.slice(1).map(({ location, digest }): [string, ListedFile] => [location, { id: digest }]),
  );
  const shelf: Shelf = {
    list: async () => ({ files: listing }),
    read: wanted => textsOf(wanted, async id => texts.get(id)),
    watch: () => QUIET,
  };
  return listedSource({ name, location: 'not pushed yet', shelf, ...(remote && { remote }) });
}

async function textsOf(
  files: readonly ListedFile[],
  textOf: (id: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const texts = new Map<string, Uint8Array>();
  for (const { id } of files) {
    const text = await textOf(id);
    if (text !== undefined) texts.set(id, Buffer.from(text));
  }
  return texts;
}
