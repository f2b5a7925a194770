import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Fault, nearest } from '@portolan/base';
import { faults } from '../faults.ts';
import { slashed } from './paths.ts';

/** The fault for a path that stands for nothing, with the name beside it that may be meant. */
export async function nothingAt(path: string): Promise<Fault> {
  const folder = dirname(path);
  const known = await readdir(folder).catch(() => []);
  const meant = nearest(basename(path), known);
  const hint = meant === undefined ? '' : `Did you mean ${slashed(join(folder, meant))}? `;
  return faults.PATH_MISSING({ path, hint, folder: process.cwd() });
}
