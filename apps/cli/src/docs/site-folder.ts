import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';

/** Says which files of a folder are ours, so that nothing else is ever touched. */
const MANIFEST = '.portolan-docs.json';
const FORM = 'docs/1';

/** What a folder may hold before the first site is written into it: the checkout it is published from. */
const LEFT_ALONE = new Set(['.git']);

/** What writing a site changed. */
export interface Written {
  readonly total: number;
  /** Files that were not there, or said something else. */
  readonly changed: number;
  /** Files of the last time that nothing stands behind any more. */
  readonly removed: number;
}

/** A file of a site: its path from the root, with `/`, and what is in it. */
export type OutputFile = readonly [path: string, content: string | Uint8Array];

/**
 * Writes a site into a folder that is empty, or that was written by this before. Only what changed is written, and what is
 * no more is removed.
 *
 * Faults: CLI_FOLDER_FOREIGN for any other folder, CLI_FILE_EXISTS for a file of somebody else where one of ours would be,
 * CLI_FILE_UNWRITABLE.
 */
export async function writeSite(folder: string, files: AsyncIterable<OutputFile>): Promise<Written> {
  const before = await openSite(folder);
  // Until all is written every file of ours may be there, whatever the list says.
  const sure = before?.complete;
  const known = new Set(before?.files ?? []);
  writing(folder, () => mkdirSync(folder, { recursive: true }));
  keepManifest(folder, [...known], false);
  const made = new Set<string>();
  const paths = new Set<string>();
  const written = new Set<string>();
  const put = (path: string, content: string | Uint8Array) => {
    const target = join(folder, path);
    const there = before && contentOf(target);
    if (there?.equals(typeof content === 'string' ? Buffer.from(content) : content)) return;
    if (there && sure && !known.has(path)) throw faults.FILE_EXISTS({ path: target });
    const parent = dirname(target);
    // At once, not in turns: thousands of small files would wait longer for each other than for the disk.
    writing(target, () => {
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      writeFileSync(target, content);
    });
    made.add(parent);
    written.add(path);
  };
  try {
    for await (const [path, content] of files) {
      paths.add(path);
      put(path, content);
    }
  } catch (error) {
    // What was written so far is ours, and what made this end is not.
    keepManifest(folder, [...new Set([...known, ...written])], before?.complete ?? true);
    throw error;
  }
  const stale = [...known].filter(path => !paths.has(path) && isInside(path));
  for (const path of stale) await remove(folder, path);
  keepManifest(folder, [...paths], true);
  return { total: paths.size, changed: written.size, removed: stale.length };
}

interface Manifest {
  readonly files: readonly string[];
  /** False while a run is writing, and after one that was killed. */
  readonly complete: boolean;
}

/** The manifest of a folder; undefined for one that is empty or not there. */
async function openSite(folder: string): Promise<Manifest | undefined> {
  const entries = await readdir(folder).catch(error => {
    if (error.code === 'ENOENT') return [];
    throw faults.FOLDER_FOREIGN({ path: folder }, { cause: error });
  });
  if ((entries as readonly string[]).includes(MANIFEST)) {
    const manifest = parsed(await readFile(join(folder, MANIFEST), 'utf8').catch(() => ''));
    if (manifest) return manifest;
    throw faults.FOLDER_FOREIGN({ path: folder });
  }
  if (entries.some(name => !LEFT_ALONE.has(name))) throw faults.FOLDER_FOREIGN({ path: folder });
  return undefined;
}

function parsed(text: string): Manifest | undefined {
  try {
    const { portolan, complete, files } = JSON.parse(text);
    const isOurs = portolan === FORM && Array.isArray(files) && files.every(path => typeof path === 'string');
    return isOurs ? { files, complete: complete === true } : undefined;
  } catch {
    return undefined;
  }
}

function keepManifest(folder: string, files: readonly string[], complete: boolean): void {
  const path = join(folder, MANIFEST);
  const text = `${JSON.stringify({ portolan: FORM, complete, files: [...files].sort() }, null, 1)}\n`;
  writing(path, () => writeFileSync(path, text));
}

/** A list that somebody changed leads to nothing outside of the folder. */
function isInside(path: string): boolean {
  return !isAbsolute(path) && !path.split(/[\\/]/).includes('..') && path !== MANIFEST;
}

async function remove(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  // A folder that holds something else stays.
  if (path.includes('/')) await rmdir(dirname(join(folder, path))).catch(() => undefined);
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function writing(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw faults.FILE_UNWRITABLE({ path, reason: reasonOf(error) }, { cause: error });
  }
}
