import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { restorePlain } from './plain-config.ts';
import { GitFailed, type GitRun, runGit } from './run-git.ts';

/** How much a mirror may take, and for how long it may be filled. */
export interface MirrorLimits {
  /** Bytes on the disk. Default 2 GiB. */
  readonly maxBytes?: number;
  /** Milliseconds for one fetch. Default 300,000. */
  readonly timeout?: number;
}

/** How often the size is looked at while a fetch is under way (ms). */
const LOOK = 500;

/** Runs a fetch into a mirror, which is ended when it takes too long or too much room. @throws GitFailed */
export async function fetchWithin(
  mirror: string,
  args: readonly string[],
  run: GitRun,
  { maxBytes = 2 ** 31, timeout = 300_000 }: MirrorLimits,
): Promise<void> {
  const full = new AbortController();
  const watch = setInterval(async () => {
    if ((await bytesIn(mirror)) > maxBytes) full.abort();
  }, LOOK);
  try {
    const signal = run.signal ? AbortSignal.any([run.signal, full.signal]) : full.signal;
    await runGit(args, { ...run, mirror, timeout, signal });
  } catch (error) {
    throw full.signal.aborted ? new GitFailed('', 'too much') : error;
  } finally {
    clearInterval(watch);
    await restorePlain(mirror);
  }
  // A fast one may be over before anybody looked.
  if ((await bytesIn(mirror)) > maxBytes) throw new GitFailed('', 'too much');
}

/** Size of all packs, also of those that are being written. */
async function bytesIn(mirror: string): Promise<number> {
  const folder = join(mirror, 'objects', 'pack');
  const files = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    files.map(file =>
      stat(join(folder, file)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
