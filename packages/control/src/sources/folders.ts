import { basename, dirname, resolve } from 'node:path';
import { compareText } from '@portolan/base';
import { type FolderOptions, folder } from './folder.ts';
import type { Source } from './port.ts';

/**
 * Several folders as sources, each once, with names that tell them apart and stay the same from start to start: the
 * folder's own name, with its parents' names before it as far as needed (`team-a-specs`, `team-b-specs`).
 */
export function folders(locations: readonly string[], options: Omit<FolderOptions, 'name'> = {}): Source[] {
  const byRoot = new Map(locations.toReversed().map(location => [resolve(location), location]));
  const roots = [...byRoot.keys()].sort(compareText);
  return roots.map(root => folder(byRoot.get(root) as string, { ...options, name: nameOf(root, roots) }));
}

function nameOf(root: string, roots: readonly string[]): string {
  for (let parts = 1; ; parts++) {
    const name = tail(root, parts);
    const rivals = roots.filter(other => other !== root && tail(other, parts) === name);
    if (rivals.length === 0 || parts > 100) return name;
  }
}

/** The last parts of a path, joined by hyphens. */
function tail(path: string, parts: number): string {
  if (parts <= 1 || dirname(path) === path) return basename(path) || 'root';
  return `${tail(dirname(path), parts - 1)}-${basename(path)}`;
}
