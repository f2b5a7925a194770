import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Load } from '@portolan/contract';
import type { SettingsReader } from '@portolan/control';
import type { GivenDocument } from '../documents/given.ts';
import { writeAtomically } from '../rewriting/write-atomically.ts';
import { type Drafts, fixDocument, type Mended } from './fix-document.ts';
import { judgingBy, type SettingsChoice } from './settled.ts';

/** What the fixes of all documents came to. */
export interface FixRun extends Mended {
  /** Files whose texts changed, in the order in which they were met. */
  readonly changed: readonly { readonly location: string; readonly before: string; readonly after: string }[];
}

/**
 * Makes the fixes of all documents, one document after the other, because they may share files. Nothing is written yet.
 * Files are changed only where they were given: by their path, or by a folder that holds them.
 */
export async function fixAll(
  given: readonly GivenDocument[],
  paths: readonly string[],
  reader: SettingsReader,
  choice: SettingsChoice,
): Promise<FixRun> {
  const folders = (await Promise.all(paths.map(folderAt))).filter(folder => folder !== undefined);
  const files = new Set(given.map(({ location }) => resolve(location)));
  const drafts = new Map<string, { location: string; before: string; after: string }>();
  const applied = [];
  const left = [];
  for (const { location, text, load } of given) {
    const texts = new Map([[location, await text()]]);
    const loaded: Load = Object.assign(async (at: string) => {
      const found = await load(at);
      if (found !== undefined) texts.set(at, found);
      return found;
    }, load.near && { near: load.near });
    const own: Drafts = {
      text: at => drafts.get(resolve(at))?.after,
      write(at, after) {
        const path = resolve(at);
        drafts.set(path, { location: at, before: drafts.get(path)?.before ?? texts.get(at) ?? '', after });
      },
      isGiven: at =>
        !/^https?:/i.test(at) && (files.has(resolve(at)) || folders.some(folder => isInside(folder, resolve(at)))),
    };
    const options = judgingBy(await reader.of(resolve(location)), choice);
    const mended = await fixDocument({ location, text: texts.get(location) ?? '', load: loaded }, options, own);
    applied.push(...mended.applied);
    left.push(...mended.left);
  }
  return { applied, left, changed: [...drafts.values()].filter(({ before, after }) => before !== after) };
}

/**
 * Writes what changed, each file whole or not at all. A file that somebody else has changed meanwhile, or that is not
 * all UTF-8 and would lose bytes, is left as it is. Gives the locations of those. Faults: CLI_FILE_UNWRITABLE.
 */
export async function writeFixes({ changed }: FixRun): Promise<string[]> {
  const skipped: string[] = [];
  for (const { location, before, after } of changed) {
    const bytes = await readFile(location).catch(() => undefined);
    if (bytes && Buffer.from(before).equals(bytes)) await writeAtomically(location, after);
    else skipped.push(location);
  }
  return skipped;
}

async function folderAt(path: string): Promise<string | undefined> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isDirectory() ? resolve(path) : undefined;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
