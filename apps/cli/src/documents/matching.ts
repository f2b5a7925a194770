import { glob } from 'node:fs/promises';
import { compareText } from '@portolan/base';
import { documentKindOf } from '@portolan/contract';
import type { Remote } from '@portolan/control';
import { fileDocument } from './file-document.ts';
import type { GivenDocument } from './given.ts';
import { nothingAt } from './nothing-at.ts';
import { slashed } from './paths.ts';

/** Whether a path that no file has is meant as a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/**
 * The documents among the files that match a pattern, sorted. Files of no kind that Portolan reads are left out.
 *
 * Faults: CLI_PATH_MISSING when nothing matches at all.
 */
export async function matching(pattern: string, remote?: Remote): Promise<GivenDocument[]> {
  const exclude = (path: string) => /(^|[\\/])node_modules$/.test(path);
  const entries: string[] = [];
  for await (const entry of glob(pattern, { exclude })) entries.push(entry);
  if (entries.length === 0) throw await nothingAt(pattern);
  const files = entries.map(slashed).filter(path => /\.(ya?ml|json)$/i.test(path));
  const documents = files.sort(compareText).map(file => fileDocument(file, remote));
  const texts = await Promise.all(documents.map(document => document.text().catch(() => '')));
  return documents.filter((_, index) => documentKindOf(texts[index] ?? '') !== undefined);
}
