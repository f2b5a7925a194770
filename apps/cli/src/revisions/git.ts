import { execFile, spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';

const run = promisify(execFile);

/** The files of a repository at one revision. */
export interface Revision {
  /** As people wrote it: `HEAD~1`. */
  readonly name: string;
  /** Folder of the repository. */
  readonly top: string;
  /** Paths of all files inside the repository, below a folder of it; '' is all of it. */
  readonly files: readonly string[];
  /** Bytes of files by path, those that there are. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

/**
 * Opens a revision of the repository around this folder. Nothing is checked out.
 *
 * Faults: CLI_GIT_FAILED where there is no repository or no git, CLI_REVISION_UNKNOWN.
 */
export async function openRevision(name: string): Promise<Revision> {
  const top = (await git(['rev-parse', '--show-toplevel'])).trim();
  const commit = await commitOf(name);
  const listed = await git(['ls-tree', '-r', '-z', '--full-tree', commit]);
  const ids = new Map<string, string>();
  for (const line of listed.split('\0')) {
    const found = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line);
    if (found) ids.set(found[2] as string, found[1] as string);
  }
  const known = new Map<string, Buffer>();
  return { name, top, files: [...ids.keys()], read };

  async function read(paths: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const wanted = paths.filter(path => ids.has(path) && !known.has(path));
    const blobs = wanted.length === 0 ? [] : await blobsOf(wanted.map(path => ids.get(path) as string));
    for (const [index, path] of wanted.entries()) known.set(path, blobs[index] as Buffer);
    return known;
  }
}

/** The id of the commit that a name means. Faults: CLI_REVISION_UNKNOWN. */
export async function commitOf(name: string): Promise<string> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    return (await run('git', args)).stdout.trim();
  } catch (error) {
    throw faults.REVISION_UNKNOWN({ revision: name }, { cause: error });
  }
}

/**
 * The revision that changes are told against. Of a branch, it is where this one left it: what others did there since is
 * nothing that was changed here. A commit or a tag is meant as it is.
 *
 * Faults: CLI_REVISION_UNKNOWN, CLI_GIT_FAILED.
 */
export async function baseOf(name: string): Promise<string> {
  const commit = await commitOf(name);
  const full = await git(['rev-parse', '--symbolic-full-name', '--verify', '--quiet', '--end-of-options', name]);
  if (!/^refs\/(heads|remotes)\//m.test(full)) return name;
  const left = await run('git', ['merge-base', commit, 'HEAD']).catch(() => undefined);
  const base = left?.stdout.trim();
  if (!base || base === commit) return name;
  return (await git(['rev-parse', '--short=12', base])).trim();
}

/** What git prints, asked in this folder. Faults: CLI_GIT_FAILED. */
export async function git(args: readonly string[]): Promise<string> {
  try {
    return (await run('git', args, { maxBuffer: 1 << 30 })).stdout;
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    const reason =
      stderr
        .trim()
        .split('\n')[0]
        ?.replace(/^fatal: /, '') || reasonOf(error);
    throw faults.GIT_FAILED({ reason }, { cause: error });
  }
}

/** Contents of objects, by one process for all: each answer is a line with the size, the bytes and a line break. */
async function blobsOf(ids: readonly string[]): Promise<Buffer[]> {
  const child = spawn('git', ['cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'ignore'] });
  // A git that ends early is told of by what is missing in its answer.
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${ids.join('\n')}\n`);
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  const answer = await Promise.race([buffer(child.stdout), failed]).catch((error: unknown) => {
    throw faults.GIT_FAILED({ reason: reasonOf(error) }, { cause: error });
  });
  const blobs: Buffer[] = [];
  for (let from = 0; blobs.length < ids.length; ) {
    const end = answer.indexOf('\n', from);
    const size = Number(answer.toString('latin1', from, end).split(' ')[2]);
    if (end < 0 || !Number.isInteger(size)) throw faults.GIT_FAILED({ reason: 'an object cannot be read' });
    blobs.push(answer.subarray(end + 1, end + 1 + size));
    from = end + size + 2;
  }
  return blobs;
}
