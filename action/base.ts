import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the host tells about the event that a run is for: the members that we read. */
export interface Event {
  readonly pull_request?: {
    readonly number: number;
    readonly title?: string;
    readonly base: { readonly sha: string };
    readonly head: { readonly sha: string };
  };
  readonly merge_group?: { readonly base_sha: string };
  /** Of a push: the commit before; zeros for a new branch. */
  readonly before?: string;
}

/**
 * The commit that the changes of an event go on top of, fetched where a shallow checkout lacks it. Undefined where the
 * event has none.
 *
 * A pull request is usually checked out as its merge with the base: its first parent is the base as it was merged. Where
 * the head itself is checked out, it is where the two parted, so that what others did there since is not told as ours.
 */
export async function baseOf(event: Event): Promise<string | undefined> {
  const pull = event.pull_request;
  if (pull) {
    const head = await git('rev-parse', 'HEAD');
    const parents = await parentsOf('HEAD');
    if (head !== pull.head.sha && parents.length === 2) return await fetched(parents[0] as string);
    return await parting(await fetched(pull.base.sha));
  }
  if (event.merge_group) return await fetched(event.merge_group.base_sha);
  if (event.before === undefined) return undefined;
  const [parent] = await parentsOf('HEAD');
  const before = /^0+$/.test(event.before) ? parent : event.before;
  if (before === undefined) return undefined;
  // After a forced push, the commit before may be gone.
  return await fetched(before).catch(async () => parent && (await fetched(parent)));
}

async function parting(base: string): Promise<string> {
  const find = () => git('merge-base', base, 'HEAD').catch(() => undefined);
  const found = await find();
  if (found) return found;
  if ((await git('rev-parse', '--is-shallow-repository')) === 'true')
    await git('fetch', '--no-tags', '--unshallow', 'origin');
  return (await find()) ?? base;
}

async function fetched(commit: string): Promise<string> {
  const isThere = await git('cat-file', '-e', `${commit}^{commit}`).then(
    () => true,
    () => false,
  );
  if (!isThere) await git('fetch', '--no-tags', '--depth=1', 'origin', commit);
  return commit;
}

/** As the commit itself says: in a shallow checkout its parents are not there, and git leaves them out elsewhere. */
async function parentsOf(commit: string): Promise<string[]> {
  const [head = ''] = (await git('cat-file', '-p', commit)).split('\n\n');
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id]) => id as string);
}

async function git(...args: readonly string[]): Promise<string> {
  return (await run('git', args, { maxBuffer: 1 << 28 })).stdout.trim();
}
