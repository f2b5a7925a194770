import { posix, resolve } from 'node:path';
import { compareText } from '@portolan/base';
import { decode, documentKindOf } from '@portolan/contract';
import { adaptersFor } from '@portolan/evidence';
import type { EvidenceAdapter } from '@portolan/evidence/port';
import { type Gathered, gatherGoverned } from '../evidence/gathered.ts';
import type { Likely } from '../evidence/held.ts';
import { besideOf, openOwners } from '../evidence/owners.ts';
import type { Remote } from '../remote/remote.ts';
import type { Governing } from '../settings/governing.ts';
import { openSettings } from '../settings/open-settings.ts';
import { shownFrom, slashed } from '../settings/places.ts';
import { isDocumentName } from './candidate.ts';
import { tellLeftOut } from './left-out.ts';
import type { ListedFile, Listing } from './listing.ts';
import type { Scan, Source } from './port.ts';
import { createTexts } from './texts.ts';
import { isCandidate } from './walk.ts';

/** Files that are kept somewhere else than in a folder, such as in a git repository. */
export interface Shelf {
  /**
   * What is there as far as is known: the same object as long as nothing changed. Without files nothing is known, not
   * even absence. Never throws for what may be otherwise later.
   */
  list(): Promise<{ readonly files?: Listing; readonly problem?: string }>;
  /** Texts by id, of those files that can be read. Throws when none can be at the moment. */
  read(files: readonly ListedFile[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Calls back when `list` may answer something else, until it is disposed. */
  watch(hint: () => void): Disposable;
  /** See `Source.refresh`. */
  refresh?(): void;
}

/** What a source over a shelf is made of. */
export interface ListedOptions {
  readonly name: string;
  /** As people see it; holds no secret. */
  readonly location: string;
  readonly shelf: Shelf;
  /** Folder whose files count, from the top: `specs`. Settings above it count as well. Default: all. */
  readonly folder?: string;
  /** Which files may be documents, where not all of that kind are to be looked at. */
  readonly mayBe?: (location: string) => boolean;
  readonly remote?: Remote;
  /** Largest file that is read, in bytes. Default 20 MiB. */
  readonly maxBytes?: number;
  /** How many YAML and JSON files are looked at. Default 50,000. */
  readonly maxFiles?: number;
}

/** Files, and bytes as far as they are known, that are read at once. */
const BATCH = { files: 200, bytes: 64 * 1024 * 1024 };

/**
 * Files with ids as a source: what is a document, which files are left alone, and how settings govern is as for a
 * folder. A text is read once for each id, so that one changed document among a thousand costs one reading. Modules of
 * rules are never run: who can write into a repository must not run programs here.
 */
export function listedSource(options: ListedOptions): Source {
  const {
    name,
    location,
    shelf,
    folder = '',
    mayBe = () => true,
    remote,
    maxBytes = 20 * 1024 * 1024,
    maxFiles = 50_000,
  } = options;
  // No folder of this machine: paths below it are only compared with each other.
  const top = resolve('/', 'sources', name);
  const root = resolve(top, folder);
  /** By id, whether the text is a document, or else which files of evidence it looks like. */
  const kinds = new Map<string, 'document' | readonly EvidenceAdapter[]>();
  const texts = createTexts(shelf.read, maxBytes);
  let before: Listing | undefined;
  /** By location inside the folder. */
  let files: Listing = new Map();
  let documents: readonly string[] = [];
  let likely: readonly Likely[] = [];
  let leftOut = '';
  let gathered: { readonly of: Listing; readonly found: Gathered } | undefined;

  const shelved = {
    has: (path: string) => fileAt(path) !== undefined,
    text: async (path: string) => decoded(await texts.of(fileAt(path))),
  };
  const owners = openOwners(top, path => shownFrom(root, path), shelved);
  const reader = openSettings({
    top,
    plugins: false,
    shown: path => shownFrom(root, path),
    files: shelved,
  });

  function fileAt(path: string): ListedFile | undefined {
    return before?.get(slashed(path).slice(slashed(top).length + 1));
  }

  async function scan(): Promise<Scan> {
    const { files: listing, problem } = await shelf.list();
    if (!listing) return { changed: new Set(), ...(problem && { problem }) };
    const changed = listing === before ? new Set<string>() : await takeOver(listing);
    if (typeof changed === 'string') return { changed: new Set(), problem: changed };
    texts.forget();
    const said = [problem ?? '', leftOut].filter(part => part !== '').join(' ');
    return { documents, changed, ...(said !== '' && { problem: said }) };
  }

  /** Looks at what is new in a listing, and answers the locations that changed, or why it cannot be read. */
  async function takeOver(listing: Listing): Promise<Set<string> | string> {
    const now = below(listing, folder);
    const all = [...now.keys()].filter(path => isCandidate(path) && mayBe(path)).sort(compareText);
    const candidates = all.slice(0, maxFiles);
    const idOf = (path: string) => (now.get(path) as ListedFile).id;
    const unknown = new Map(
      candidates
        .map(path => now.get(path) as ListedFile)
        .flatMap(file => (kinds.has(file.id) ? [] : [[file.id, file]])),
    );
    try {
      await lookAt([...unknown.values()]);
    } catch (error) {
      return (error as Error).message;
    }
    const changed = new Set(changedBetween(files, now));
    const [tooLarge, rest] = parted(candidates, path => ((now.get(path) as ListedFile).size ?? 0) > maxBytes);
    const [known, unreadable] = parted(rest, path => kinds.has(idOf(path)));
    leftOut = tellLeftOut({ cut: all.length > maxFiles, tooLarge, unreadable }, { maxBytes, maxFiles });
    documents = known.filter(path => kinds.get(idOf(path)) === 'document' && isDocumentName(path));
    likely = known.flatMap(path => {
      const kind = kinds.get(idOf(path)) ?? [];
      return kind === 'document' ? [] : [{ location: path, adapter: kind.find(each => each.takes(path)) }];
    });
    const alive = new Set(candidates.map(idOf));
    for (const id of kinds.keys()) if (!alive.has(id)) kinds.delete(id);
    [before, files] = [listing, now];
    reader.refresh();
    owners.refresh();
    return changed;
  }

  async function lookAt(unknown: readonly ListedFile[]): Promise<void> {
    const small = unknown.filter(({ size = 0 }) => size <= maxBytes);
    for (const batch of batchesOf(small)) {
      const bytes = await shelf.read(batch);
      for (const [id, content] of bytes) {
        if (content.length > maxBytes) continue;
        const text = decode(content);
        const kind = documentKindOf(text);
        const isDocument = kind !== undefined && kind !== 'more';
        const kept = isDocument ? 'document' : adaptersFor(text);
        kinds.set(id, kept);
        if (kept.length > 0) texts.keep(id, content);
      }
    }
  }

  async function load(path: string): Promise<string | undefined> {
    if (/^https?:/i.test(path)) return await remote?.load(path);
    const way = posix.normalize(path);
    if (way.split('/').some(part => part.startsWith('.'))) return undefined;
    return decoded(await texts.of(files.get(way)));
  }

  function settings(path: string): Promise<Governing> {
    return reader.of(resolve(root, path));
  }

  return {
    name,
    location,
    root,
    scan,
    load,
    watch: hint => shelf.watch(hint),
    ...(shelf.refresh && { refresh: shelf.refresh }),
    async evidence() {
      if (gathered?.of !== files) gathered = { of: files, found: await gatherGoverned(likely, root, settings, load) };
      return gathered.found;
    },
    beside: paths => besideOf(paths, owners, path => resolve(root, path)),
    settings,
  };
}

function batchesOf(files: readonly ListedFile[]): ListedFile[][] {
  const batches: ListedFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = batches.at(-1);
    bytes += file.size ?? 0;
    if (last && last.length < BATCH.files && bytes <= BATCH.bytes) last.push(file);
    else {
      batches.push([file]);
      bytes = file.size ?? 0;
    }
  }
  return batches;
}

function below(listing: Listing, folder: string): Listing {
  if (folder === '') return listing;
  const inside = [...listing].filter(([path]) => path.startsWith(`${folder}/`));
  return new Map(inside.map(([path, file]) => [path.slice(folder.length + 1), file]));
}

/** Locations that came, went or have another text. */
export function changedBetween(before: Listing, after: Listing): string[] {
  const changed = [...after.keys()].filter(path => before.get(path)?.id !== after.get(path)?.id);
  return [...changed, ...[...before.keys()].filter(path => !after.has(path))];
}

function parted<T>(items: readonly T[], first: (item: T) => boolean): [T[], T[]] {
  return [items.filter(first), items.filter(item => !first(item))];
}

function decoded(bytes: Uint8Array | undefined): string | undefined {
  return bytes && decode(bytes);
}
