import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { restorePlain } from './plain-config.ts';

/** What a git that was killed leaves behind. */
const LEFT = /(^tmp_|\.lock$)/;

/**
 * Clears away what a process that was killed while it fetched left in and beside a mirror: half packs, locks that
 * nobody holds any more, and new mirrors that were never finished.
 */
export async function sweep(mirror: string): Promise<void> {
  const beside = await readdir(dirname(mirror)).catch(() => []);
  const unfinished = beside.filter(name => name.startsWith(`${basename(mirror)}.new-`));
  const inside = await readdir(mirror, { recursive: true }).catch(() => []);
  const left = inside.filter(path => LEFT.test(basename(path)));
  const paths = [...unfinished.map(name => join(dirname(mirror), name)), ...left.map(path => join(mirror, path))];
  await restorePlain(mirror);
  await Promise.all(paths.map(path => rm(path, { recursive: true, force: true })));
}
