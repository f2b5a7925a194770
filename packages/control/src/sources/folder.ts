import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { decode } from '@portolan/contract';
import { gatherGoverned } from '../evidence/gathered.ts';
import type { Likely } from '../evidence/held.ts';
import { type LastCommits, openLastCommits } from '../evidence/last-commits.ts';
import { besideOf, openOwners } from '../evidence/owners.ts';
import { faults } from '../faults.ts';
import type { Remote } from '../remote/remote.ts';
import type { Governing } from '../settings/governing.ts';
import { openSettings } from '../settings/open-settings.ts';
import { shownFrom } from '../settings/places.ts';
import { watchSettings } from '../settings/watch-settings.ts';
import { type Candidate, changedBetween, lookAt, markOf } from './candidate.ts';
import { inBatches } from './in-batches.ts';
import { pathInside, type Root, rootAt } from './inside.ts';
import { tellLeftOut } from './left-out.ts';
import type { Scan, Source } from './port.ts';
import { type Tree, walk } from './walk.ts';
import { type Watcher, type WatchFolder, watchTree } from './watch.ts';

/** Files that are looked at side by side. */
const READERS = 16;

const MIB = 1024 * 1024;

/** Settings of a folder as a source. */
export interface FolderOptions {
  /** Name of the source; else the name of the folder. */
  readonly name?: string;
  /** Largest file that is read, in bytes. Default 20 MiB. */
  readonly maxBytes?: number;
  /** How many YAML and JSON files are looked at. Default 50,000. */
  readonly maxFiles?: number;
  /** How folders are watched: `fs.watch`, unless a test says otherwise. */
  readonly watchFolder?: WatchFolder;
  /** Whether the modules of rules that settings name are run. Default false: who can write there could run anything. */
  readonly plugins?: boolean;
  /** Files of the network, as far as they are allowed. Default: none are. */
  readonly remote?: Remote;
}

/**
 * A folder as a source: each `*.yaml`, `*.yml` or `*.json` below it is a document that has an `asyncapi` key, that is OpenAPI
 * with webhooks or callbacks, or that holds CloudEvents definitions. Files that documents refer to are loaded when they are inside the folder. Hidden files, `node_modules` and whatever a symbolic
 * link reaches outside are left alone. Documents are judged by the nearest `portolan.yaml` above them, which may stand
 * above the folder, up to the repository.
 *
 * A folder that goes away while it is watched is a problem of the source, not the removal of its documents: it may be a
 * drive that comes back. One that was never there is the fault CONTROL_SOURCE_MISSING.
 */
export function folder(location: string, options: FolderOptions = {}): Source {
  const path = resolve(location);
  const { name = basename(path), maxBytes = 20 * MIB, maxFiles = 50_000, plugins = false } = options;
  const reader = openSettings({ top: path, plugins, shown: found => shownFrom(path, found) });
  /** Only while it is watched: who looks once does not wait for git. */
  let commits: LastCommits | undefined;
  const owners = openOwners(path, found => shownFrom(path, found));
  /** By location: each candidate of the last scan, and each file that was ever asked for. */
  let seen = new Map<string, Candidate>();
  const asked = new Set<string>();
  /** Files of the last scan that are no documents. */
  let likely: readonly Likely[] = [];
  let root: Root | undefined;
  let watcher: Watcher | undefined;
  let scans = 0;

  async function scan(): Promise<Scan> {
    const number = ++scans;
    reader.refresh();
    owners.refresh();
    commits?.ask();
    const tree = await treeOr(number === 1);
    if (typeof tree === 'string') return { changed: new Set(), problem: tree };
    const candidates = await inBatches([...tree.files], READERS, ([file, stats]) => {
      const found = { location: file, mark: markOf(stats, number), size: stats.size };
      return lookAt(join(path, file), found, seen.get(file), maxBytes);
    });
    const now = new Map(candidates.map(candidate => [candidate.location, candidate]));
    for (const file of asked) {
      if (!now.has(file)) now.set(file, { location: file, mark: markOf(await statAsked(file), number), is: 'other' });
    }
    const changed = changedBetween(seen, now);
    seen = now;
    likely = candidates.flatMap(({ location: file, is, evidence }) =>
      is === 'other' ? [{ location: file, adapter: evidence }] : [],
    );
    const problem = problemOf(tree, candidates, { maxBytes, maxFiles });
    const documents = candidates.filter(candidate => candidate.is === 'document').map(candidate => candidate.location);
    return { documents, changed, ...(problem && { problem }) };
  }

  async function treeOr(first: boolean): Promise<Tree | string> {
    try {
      root = await rootAt(path);
      return await walk(root, maxFiles, entered => watcher?.enter(entered));
    } catch (error) {
      const reason = (error as Error).message;
      if (first) throw faults.SOURCE_MISSING({ location, reason }, { cause: error });
      return `The folder cannot be read at the moment: ${reason}.`;
    } finally {
      watcher?.settle();
    }
  }

  async function statAsked(file: string): Promise<Stats | undefined> {
    const real = await realPath(file);
    return real === undefined ? undefined : await stat(real).catch(() => undefined);
  }

  /** Where a location really is, if that is inside the root. */
  async function realPath(file: string): Promise<string | undefined> {
    root ??= await rootAt(path).catch(() => undefined);
    return root && (await pathInside(root, file));
  }

  async function load(file: string): Promise<string | undefined> {
    if (/^https?:/i.test(file)) return await options.remote?.load(file);
    const real = await realPath(file);
    const stats = real === undefined ? undefined : await stat(real).catch(() => undefined);
    if (!seen.has(file)) seen.set(file, { location: file, mark: markOf(stats, scans), is: 'other' });
    asked.add(file);
    if (real === undefined || !stats?.isFile() || stats.size > maxBytes) return undefined;
    return await readFile(real).then(decode, () => undefined);
  }

  function settings(file: string): Promise<Governing> {
    return reader.of(join(path, file));
  }

  function watch(hint: () => void): Disposable {
    const mine = watchTree(path, hint, options.watchFolder);
    const history = openLastCommits(path, hint);
    commits = history;
    history.ask();
    watcher = mine;
    // Folders are watched from the next walk on, which also finds what changed since the last one.
    hint();
    const outside = watchSettings(path, hint);
    return {
      [Symbol.dispose]() {
        history[Symbol.dispose]();
        outside[Symbol.dispose]();
        mine[Symbol.dispose]();
        watcher = undefined;
      },
    };
  }

  return {
    name,
    location,
    scan,
    load,
    watch,
    evidence: () => gatherGoverned(likely, path, settings, load),
    beside: documents =>
      besideOf(
        documents,
        owners,
        document => join(path, document),
        file => commits?.of(file),
      ),
    settings,
  };
}

function problemOf(
  tree: Tree,
  candidates: readonly Candidate[],
  limits: { readonly maxBytes: number; readonly maxFiles: number },
): string {
  const files = (is: Candidate['is']) => candidates.filter(item => item.is === is).map(item => item.location);
  const [tooLarge, unreadable] = [files('too large'), files('unreadable')];
  return tellLeftOut({ cut: tree.cut, tooLarge, unreadable, unlisted: [...tree.unlisted.keys()] }, limits);
}
