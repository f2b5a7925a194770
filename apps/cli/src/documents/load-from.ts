import { readdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { nearest } from '@portolan/base';
import type { Load } from '@portolan/contract';
import type { Source } from '@portolan/control';
import { shown, slashed, wayInside } from './paths.ts';

/** Gives the files of a source by locations as people see them, and files of the network as far as the source does. */
export function loadFrom(root: string, source: Pick<Source, 'load'>): Load {
  async function load(location: string): Promise<string | undefined> {
    if (/^https?:/i.test(location)) return await source.load(location);
    const way = wayInside(root, location);
    return way === undefined ? undefined : await source.load(way);
  }
  return Object.assign(load, { near: (location: string) => near(root, location) });
}

/** The file in the same folder that is probably meant. */
async function near(root: string, location: string): Promise<string | undefined> {
  if (wayInside(root, location) === undefined) return undefined;
  const folder = dirname(location);
  const entries = await readdir(resolve(folder), { withFileTypes: true }).catch(() => []);
  const files = entries.filter(entry => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
  const meant = nearest(slashed(location).split('/').at(-1) ?? '', files);
  return meant === undefined ? undefined : shown(resolve(folder, meant));
}
