import { faults } from '../faults.ts';
import { commitOf, git } from '../revisions/git.ts';

/** One commit of the past, with the files that it touched. */
export interface Commit {
  readonly id: string;
  /** When it was committed, as ISO 8601. */
  readonly date: string;
  /** The first line of its message. */
  readonly subject: string;
  readonly author: string;
  readonly files: readonly TouchedFile[];
}

/** A file before and after a commit. */
export interface TouchedFile {
  /** Absent for a file that is new. */
  readonly before?: Blob;
  /** Absent for a file that is gone. */
  readonly after?: Blob;
}

/** A file's text by its id, and its path from the top of the repository. */
export interface Blob {
  readonly path: string;
  readonly id: string;
}

/** Which commits are meant. */
export interface Stretch {
  /** Where to begin: days back (`90d`), a date (`2026-01-31`), or a revision, after which it begins. All when absent. */
  readonly since?: string;
  /** The last commit; `HEAD` when absent. */
  readonly until?: string;
}

const DAY = 86_400_000;

/** Begins the line of a commit in the log. */
const MARK = '\u0001';

/**
 * The commits of a branch, the oldest first: of merges, what they brought into the branch, as one commit. Files that were
 * renamed stand there once, with both paths.
 *
 * Faults: CLI_GIT_FAILED, CLI_REVISION_UNKNOWN, CLI_USAGE for a day that there is not.
 */
export async function commitsOf({ since, until = 'HEAD' }: Stretch): Promise<Commit[]> {
  const from = since === undefined ? undefined : timeOf(since);
  const last = await commitOf(until);
  const after = since === undefined || from !== undefined ? undefined : await commitOf(since);
  const text = await git([
    'log',
    '--first-parent',
    '-m',
    '--root',
    '--raw',
    '-z',
    '--no-abbrev',
    '--find-renames',
    '-l0',
    '--no-ext-diff',
    `--format=${MARK}%H%x00%cI%x00%an%x00%s%x00`,
    after === undefined ? last : `${after}..${last}`,
    '--',
  ]);
  const commits = text.split(START).slice(1).map(commitIn).reverse();
  if (from === undefined) return commits;
  const first = commits.findIndex(({ date }) => Date.parse(date) >= from);
  return first < 0 ? [] : commits.slice(first);
}

/** A time in milliseconds, of days back or of a date; undefined for what is neither. */
function timeOf(since: string): number | undefined {
  const days = /^(\d{1,5})d$/.exec(since)?.[1];
  if (days !== undefined) return Date.now() - Number(days) * DAY;
  if (!/^\d{4}-\d\d-\d\d$/.test(since)) return undefined;
  const day = new Date(since);
  if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(since)) return day.getTime();
  throw faults.USAGE({ problem: `There is no day ${since}.`, command: 'portolan history' });
}

const START = new RegExp(`${MARK}(?=[0-9a-f]{40,64}\\0)`);

function commitIn(text: string): Commit {
  const [id = '', date = '', author = '', subject = '', ...rest] = text.split('\0');
  const files: TouchedFile[] = [];
  for (let at = 0; at < rest.length; at++) {
    const found = /^\s*:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/.exec(rest[at] as string);
    if (!found) continue;
    const [, oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = found;
    const before = rest[++at] as string;
    const after = status === 'R' || status === 'C' ? (rest[++at] as string) : before;
    files.push({
      ...(isFile(oldMode) && status !== 'C' && { before: { path: before, id: oldId } }),
      ...(isFile(newMode) && { after: { path: after, id: newId } }),
    });
  }
  return { id, date, author, subject, files };
}

/** Neither a link, nor another repository, nor nothing. */
function isFile(mode: string): boolean {
  return mode.startsWith('100');
}

/** The files of a commit, as blobs. */
export async function blobsAt(commit: string): Promise<Blob[]> {
  const listed = await git(['ls-tree', '-r', '-z', '--full-tree', commit]);
  return listed.split('\0').flatMap(line => {
    const found = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line);
    return found ? [{ path: found[2] as string, id: found[1] as string }] : [];
  });
}

/** The commit before one on its branch; undefined for the first. */
export async function parentOf(commit: string): Promise<string | undefined> {
  const [, parent] = (await git(['rev-list', '--parents', '-n', '1', commit])).trim().split(' ');
  return parent;
}
