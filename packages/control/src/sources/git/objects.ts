import type { ListedFile, Listing } from '../listing.ts';
import { type GitRun, runGit } from './run-git.ts';

/** Milliseconds and bytes that reading from a mirror may take. */
const READING = { timeout: 120_000, maxBytes: 1 << 29 };

/** Where a branch is. */
export interface Tip {
  /** `refs/heads/main`, or `HEAD` for the default branch. */
  readonly name: string;
  readonly commit: string;
}

/** Milliseconds until a server has said where a branch is. */
const ASKING = 30_000;

/** Asks a repository for a branch, else a tag, of a name; undefined when it has none. @throws GitFailed */
export async function tipOf(url: string, ref: string | undefined, run: GitRun): Promise<Tip | undefined> {
  const names = ref === undefined ? ['HEAD'] : [`refs/heads/${ref}`, `refs/tags/${ref}^{}`, `refs/tags/${ref}`];
  const out = await runGit(['ls-remote', '--quiet', '--', url, ...names], { ...run, timeout: ASKING });
  const tips = new Map(
    Array.from(out.toString().matchAll(/^([0-9a-f]+)\t(\S+)$/gm), ([, id = '', name = '']) => [name, id]),
  );
  const name = names.find(candidate => tips.has(candidate));
  return name === undefined ? undefined : { name: name.replace('^{}', ''), commit: tips.get(name) as string };
}

/** The id of what a name means in a mirror; undefined when there is none. Whether it can be read is another question. */
export async function commitAt(mirror: string, name: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
  return await runGit(args, { mirror }).then(
    out => out.toString().trim(),
    () => undefined,
  );
}

/**
 * Regular files of a commit with the ids of their blobs, and with the sizes of those that the mirror has. Links and
 * submodules are left out.
 */
export async function treeOf(mirror: string, commit: string): Promise<Listing> {
  const out = await runGit(['ls-tree', '-r', '-z', '--full-tree', commit], { mirror, ...READING });
  const sizes = await sizesIn(mirror);
  const files = new Map<string, ListedFile>();
  for (const line of out.toString().split('\0')) {
    const [, id, path] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (id === undefined || path === undefined) continue;
    const size = sizes.get(id);
    files.set(path, { id, ...(size !== undefined && { size }) });
  }
  return files;
}

/** Sizes of all blobs that a mirror has, by id. */
async function sizesIn(mirror: string): Promise<ReadonlyMap<string, number>> {
  const format = '--batch-check=%(objectname) %(objecttype) %(objectsize)';
  const out = await runGit(['cat-file', format, '--batch-all-objects', '--unordered'], { mirror, ...READING });
  const sizes = new Map<string, number>();
  for (const [, id = '', size] of out.toString().matchAll(/^([0-9a-f]+) blob (\d+)$/gm)) sizes.set(id, Number(size));
  return sizes;
}

/** Contents of blobs that a mirror has, by id. */
export async function blobsOf(mirror: string, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (ids.length === 0) return blobs;
  const out = await runGit(['cat-file', '--batch'], { mirror, ...READING, input: `${ids.join('\n')}\n` });
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf('\n', at);
    const [id = '', type, size] = out.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    if (type === 'blob') blobs.set(id, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
