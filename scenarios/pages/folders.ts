import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '..', '..');

/** Folders of the example organisations. */
export const EXAMPLES: readonly string[] = ['ordering', 'commerce', 'farm'].map(name => join(ROOT, 'examples', name));

/** A folder that a test may write to. */
export interface Scratch {
  readonly folder: string;
  remove(): void;
}

/** A copy of a folder, under the same name. */
export function copyOf(folder: string): Scratch {
  const parent = mkdtempSync(join(tmpdir(), 'portolan-copy-'));
  const copy = join(parent, basename(folder));
  cpSync(folder, copy, { recursive: true });
  return { folder: copy, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** An empty folder. */
export function emptyFolder(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-empty-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
