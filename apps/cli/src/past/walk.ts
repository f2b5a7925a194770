import { relative, resolve } from 'node:path';
import { documentKindOf, type ReadResult, readText } from '@portolan/contract';
import { mayHoldEvidence } from '@portolan/evidence';
import type { Read } from '@portolan/review';
import { slashed } from '../documents/paths.ts';
import { type RemoteChoice, remoteFor } from '../documents/remote.ts';
import { faults } from '../faults.ts';
import { commitOf, git } from '../revisions/git.ts';
import type { Around, Looks } from './around.ts';
import { type Blobs, openBlobs } from './blobs.ts';
import { blobsAt, type Commit, commitsOf, parentOf, type Stretch } from './log.ts';

/** What one commit did to documents. */
export interface Step {
  readonly commit: Commit;
  /** The documents that it touched, as they were last readable, and as they are. */
  readonly before: readonly Read[];
  readonly after: readonly Read[];
  /** Documents that cannot be read since this commit, or only in part, and why. */
  readonly unreadable: readonly Unreadable[];
  /** All documents as they stand after the commit, for those who ask who is at the other end, before the next step. */
  around(): Promise<Around>;
}

export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** What is walked, and how. */
export interface WalkOptions extends Stretch, RemoteChoice {
  /** Folder or file below which documents count. */
  readonly path: string;
}

/** A document at one moment: what was read of it, and of which files. */
interface State extends Read {
  readonly blob: string;
  /** Blobs of the files that it refers to by their paths; undefined for those that were not there. */
  readonly uses: ReadonlyMap<string, string | undefined>;
}

/** A document that was touched, and what it was called before. */
interface Touched {
  readonly was: string | undefined;
  readonly is: string | undefined;
}

/** Readings that are kept in case that a state comes back. */
const KEPT = 200;

/**
 * Goes through the commits of a branch, the oldest first, and gives those that touched documents, themselves or the files
 * that they refer to. A document that was renamed is followed. Nothing is checked out, and no state is read twice in a row.
 *
 * @param counted is told how many commits there are, those included that touched no document
 *
 * Faults: CLI_GIT_FAILED, CLI_REVISION_UNKNOWN; CLI_PATH_MISSING where no commit has anything at the path.
 */
export async function* walk(
  options: WalkOptions,
  counted: (commits: number) => void = () => undefined,
): AsyncGenerator<Step> {
  const top = (await git(['rev-parse', '--show-toplevel'])).trim();
  const inside = slashed(relative(top, resolve(options.path)));
  const commits = await commitsOf(options);
  counted(commits.length);
  await using blobs = openBlobs();
  const remote = remoteFor(options);
  const tree = new Map<string, string>();
  const current = new Map<string, State>();
  const recent = new Map<string, State[]>();
  const looks: Looks = new Map();

  const parent = commits[0] ? await parentOf(commits[0].id) : await commitOf(options.until ?? 'HEAD');
  for (const { path, id } of parent === undefined ? [] : await blobsAt(parent)) tree.set(path, id);
  let seen = [...tree.keys()].some(isBelow);
  const candidates = commits.length === 0 ? [] : [...tree.keys()].filter(isCandidate);
  for (const path of candidates) {
    const state = await readAt(path);
    if (state) current.set(path, state);
  }
  for (const commit of commits) {
    const touched = await apply(commit);
    if (touched.length > 0) yield await stepOf(commit, touched);
  }
  const name = options.until ?? 'HEAD';
  if (!seen)
    throw faults.PATH_MISSING({ path: `${name}:${inside}`, hint: '', folder: `the top of the repository, ${top}` });

  function isBelow(path: string): boolean {
    return inside === '' || path === inside || path.startsWith(`${inside}/`);
  }

  function isCandidate(path: string): boolean {
    return isBelow(path) && /\.(ya?ml|json)$/i.test(path) && isSeen(path);
  }

  /** Moves the tree on, and gives the documents that may say something else now. */
  async function apply({ files }: Commit): Promise<Touched[]> {
    const touched: Touched[] = [];
    const paths = new Set<string>();
    for (const { before } of files) if (before) tree.delete(before.path);
    for (const { before, after } of files) {
      if (after) tree.set(after.path, after.id);
      for (const blob of [before, after]) if (blob) paths.add(blob.path);
      const was = before && current.has(before.path) ? before.path : undefined;
      const is = after && isCandidate(after.path) ? after.path : undefined;
      seen ||= after !== undefined && isBelow(after.path);
      if (was !== undefined || is !== undefined) touched.push({ was, is });
    }
    const own = new Set(touched.flatMap(({ was, is }) => [was, is]));
    for (const [path, { uses }] of current) {
      if (!own.has(path) && [...uses.keys()].some(used => paths.has(used))) touched.push({ was: path, is: path });
    }
    return touched;
  }

  async function stepOf(commit: Commit, touched: readonly Touched[]): Promise<Step> {
    const before: State[] = [];
    const after: Read[] = [];
    const unreadable: Unreadable[] = [];
    const olds = touched.map(({ was }) => (was === undefined ? undefined : current.get(was)));
    for (const { was } of touched) if (was !== undefined) current.delete(was);
    for (const [index, { is }] of touched.entries()) {
      const old = olds[index];
      const state = is === undefined ? undefined : await readAt(is);
      const reason = state && problemOf(state.read);
      if (state && reason !== undefined) unreadable.push({ path: state.location, reason });
      // What was readable last is what the next readable state is compared with.
      const kept = state && reason !== undefined && old ? { ...old, uses: state.uses, blob: state.blob } : state;
      // One that was never readable is new when it becomes so.
      if (is !== undefined && kept && (old || reason === undefined)) current.set(is, kept);
      // Of one that was not readable where the walk began, nobody knows what it was.
      if (reason !== undefined || (old && problemOf(old.read) !== undefined)) continue;
      if (old) before.push(old);
      // A document that was renamed is still the same one.
      if (state) after.push(old ? { ...state, way: old.way } : state);
    }
    return { commit, before, after, unreadable, around };
  }

  async function around(): Promise<Around> {
    const documents = [...current.values()].flatMap(({ path, location, read: { contract } }) =>
      contract ? [{ location, path, contract }] : [],
    );
    const beside = [...tree.keys()].filter(
      path => isBelow(path) && isSeen(path) && !current.has(path) && mayHoldEvidence(path),
    );
    const { aroundAt } = await import('./around.ts');
    return await aroundAt(documents, { top, tree, blobs, beside }, looks);
  }

  async function readAt(path: string): Promise<State | undefined> {
    const blob = tree.get(path);
    if (blob === undefined) return undefined;
    const key = `${blob} ${path}`;
    const known = recent.get(key)?.find(({ uses }) => [...uses].every(([used, id]) => tree.get(used) === id));
    if (known) return known;
    const text = await blobs.text(blob);
    if (documentKindOf(text) === undefined) return undefined;
    const uses = new Map<string, string | undefined>();
    const read = await readText(path, text, location => loaded(location, uses, blobs));
    const state = { location: path, way: path, path: resolve(top, path), read, blob, uses };
    recent.set(key, [...(recent.get(key) ?? []), state].slice(-4));
    for (const oldest of recent.keys()) {
      if (recent.size <= KEPT) break;
      recent.delete(oldest);
    }
    return state;
  }

  async function loaded(location: string, uses: Map<string, string | undefined>, from: Blobs) {
    if (/^https?:/i.test(location)) return await remote.load(location);
    const id = tree.get(location);
    uses.set(location, id);
    return id === undefined ? undefined : await from.text(id);
  }
}

/** Whether a folder that is read today would show the file. */
function isSeen(path: string): boolean {
  return !/(^|\/)(\.|node_modules\/)/.test(path);
}

/** Why a document cannot be compared; undefined where it can. */
function problemOf({ contract, findings }: ReadResult): string | undefined {
  if (contract && !contract.incomplete) return undefined;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const first = errors.find(({ code }) => code.startsWith('SOURCE_')) ?? errors[0];
  return first?.message ?? 'it cannot be read as a whole';
}
