import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Folder of the checkout. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** Folders that hold nothing written by hand; .gitignore names the same, and the corpus is other people's. */
const LEFT_OUT = new Set(['.git', '.cache', '.portolan', '.peers', '.work', 'node_modules', 'dist', 'coverage']);

/** Paths of all files of the checkout, with `/`, sorted; optionally only those whose name ends in one of `endings`. */
export function files(...endings: readonly string[]): string[] {
  const all = below(ROOT).map(path => relative(ROOT, path).split(sep).join('/'));
  return all.filter(path => endings.length === 0 || endings.some(ending => path.endsWith(ending))).sort();
}

/** Text of a file of the checkout. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    if (LEFT_OUT.has(entry.name) || (folder === ROOT && entry.name === 'corpus')) return [];
    return below(path);
  });
}
