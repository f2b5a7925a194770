import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOfText } from '@portolan/base';
import { isWanted } from '../candidate.ts';
import type { ListedFile, Listing } from '../listing.ts';
import type { GitAccess } from './access.ts';
import type { GitAddress } from './address.ts';
import { fetchWithin, type MirrorLimits } from './fetch-within.ts';
import { blobsOf, commitAt, type Tip, tipOf, treeOf } from './objects.ts';
import { keepPlain } from './plain-config.ts';
import { type GitRun, runGit } from './run-git.ts';
import { sweep } from './sweep.ts';
import { isBroken } from './trouble.ts';

/** What a mirror holds of one branch. */
export interface Held {
  readonly commit: string;
  /** With sizes of the files that may be documents or belong to some. */
  readonly files: Listing;
}

/**
 * A bare repository in Portolan's data that has the newest commit of the branches that are read, without its history
 * and without the files that no document needs. It is only a copy: a broken one is replaced by a new one.
 */
export interface Mirror {
  /** What is held of a branch since the last fetch, also from an earlier start. */
  held(ref: string | undefined): Promise<Held | undefined>;
  /**
   * Catches up with a branch. Answers what is held then, or `vanished` when the repository has no such branch.
   * @throws GitFailed
   */
  update(ref: string | undefined, access: GitAccess, signal: AbortSignal): Promise<Held | 'vanished'>;
  /** Contents by id; what is not there yet is fetched. @throws GitFailed */
  read(files: readonly ListedFile[], access: () => Promise<GitAccess>): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Files that documents refer to, fetched before anybody asks as are those that may be documents or evidence. */
const REFERRED = /\.(avsc|avdl|proto|xsd|md)$/i;

/** Files of packs from which on a mirror is made anew: each fetch leaves some behind, and nothing old is ever let go. */
const MOST = 300;

const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
];

const opened = new Map<string, Mirror>();

/** The mirror of a repository below a folder. Sources of the same repository share it. */
export function mirrorOf(folder: string, address: GitAddress, limits: MirrorLimits = {}): Mirror {
  const path = join(folder, `${digestOfText(address.url).slice('sha256:'.length, 39)}.git`);
  const mirror = opened.get(path) ?? mirrorAt(path, address.url, limits);
  opened.set(path, mirror);
  return mirror;
}

function mirrorAt(path: string, url: string, limits: MirrorLimits): Mirror {
  let last: Promise<unknown> = sweep(path);

  /** One after the other: git locks what it changes, and a mirror may be replaced. */
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const mine = last.then(step);
    last = mine.catch(() => undefined);
    return mine;
  }

  async function held(ref: string | undefined): Promise<Held | undefined> {
    const commit = await commitAt(path, refFor('held', ref));
    return commit === undefined ? undefined : { commit, files: await treeOf(path, commit) };
  }

  async function update(ref: string | undefined, access: GitAccess, signal: AbortSignal): Promise<Held | 'vanished'> {
    const run = { ...reachOf(access), signal };
    const tip = await tipOf(url, ref, run);
    if (!tip) return 'vanished';
    const known = await held(ref).catch(() => 'broken' as const);
    const packs = await readdir(join(path, 'objects', 'pack')).catch(() => undefined);
    if (known === 'broken' || !packs || packs.length > MOST) return await anew(ref, tip, run);
    if (known?.commit === tip.commit) return known;
    try {
      await fetchInto(path, ref, tip.name, run);
      return (await held(ref)) as Held;
    } catch (error) {
      if (!isBroken(error)) throw error;
      return await anew(ref, tip, run);
    }
  }

  /** Fills a new mirror and puts it in the place of the old one, which serves until then. */
  async function anew(ref: string | undefined, tip: Tip, run: GitRun): Promise<Held> {
    await mkdir(dirname(path), { recursive: true });
    const fresh = await mkdtemp(`${path}.new-`);
    try {
      const format = tip.commit.length === 64 ? 'sha256' : 'sha1';
      await runGit(['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, '--', fresh]);
      await runGit(['config', 'remote.origin.url', url], { mirror: fresh });
      await keepPlain(fresh);
      await fetchInto(fresh, ref, tip.name, run);
      await rm(path, { recursive: true, force: true });
      await rename(fresh, path);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
    return (await held(ref)) as Held;
  }

  async function fetchInto(mirror: string, ref: string | undefined, name: string, run: GitRun): Promise<void> {
    const next = refFor('next', ref);
    const args = [...FETCH, '--depth=1', '--filter=blob:none', '--', 'origin', `+${name}:${next}`];
    await fetchWithin(mirror, args, run, limits);
    const commit = (await commitAt(mirror, `${next}^{commit}`)) as string;
    const files = [...(await treeOf(mirror, commit))].filter(
      ([location]) => isWanted(location) || REFERRED.test(location),
    );
    await fetchBlobs(mirror, absent(files.map(([, file]) => file)), run);
    // Only now is the commit whole: whoever starts again after this moment finds it.
    await runGit(['update-ref', refFor('held', ref), commit], { mirror });
  }

  /** As git itself fetches what a partial copy lacks, but all at once. */
  async function fetchBlobs(mirror: string, ids: readonly string[], run: GitRun): Promise<void> {
    if (ids.length === 0) return;
    const args = [...FETCH, '--filter=blob:none', '--stdin', '--', 'origin'];
    const config = { ...run.config, 'fetch.negotiationAlgorithm': 'noop' };
    await fetchWithin(mirror, args, { ...run, config, input: `${ids.join('\n')}\n` }, limits);
  }

  async function read(files: readonly ListedFile[], access: () => Promise<GitAccess>) {
    const ids = files.map(({ id }) => id);
    const missing = absent(files);
    if (missing.length > 0) await fetchBlobs(path, missing, reachOf(await access()));
    return await blobsOf(path, ids);
  }

  return {
    held: ref => inTurn(() => held(ref)),
    update: (ref, access, signal) => inTurn(() => update(ref, access, signal)),
    read: (files, access) => inTurn(() => read(files, access)),
  };
}

/** Ids of the files whose sizes a mirror does not know, because it does not have them. */
function absent(files: readonly ListedFile[]): string[] {
  return [...new Set(files.filter(({ size }) => size === undefined).map(({ id }) => id))];
}

function reachOf({ scheme, config, env }: GitAccess): GitRun {
  return { ...(scheme && { scheme }), ...(config && { config }), ...(env && { env }) };
}

/** Branches may be named like folders of others, one after the other; digests never are. */
function refFor(state: 'held' | 'next', ref = ''): string {
  return `refs/portolan/${state}/${digestOfText(ref).slice('sha256:'.length, 39)}`;
}
