import { clean } from '@portolan/base';
import { createSearch, type SearchAnswer } from '@portolan/chart';
import { chartOf } from '../documents/charted.ts';
import type { RemoteChoice } from '../documents/remote.ts';
import { type OutputOptions, write } from '../output.ts';
import { SEARCH_SHAPE } from '../search-json-schema.ts';

/** Options of `search`, as the command line gives them. */
export interface SearchOptions extends OutputOptions, RemoteChoice {
  readonly format: string;
  readonly limit: number;
}

/** Prints what fits a query best. The exit code is 1 when nothing does, as scripts know it from grep. */
export async function runSearch(query: string, paths: readonly string[], options: SearchOptions): Promise<number> {
  const { chart, documents } = await chartOf(paths, options);
  const found = createSearch(chart, documents).search(query, options.limit);
  for (const note of found.notes) console.error(`portolan: ${clean(note)}`);
  await write(() => (options.format === 'json' ? printJson(query, found) : printText(query, found)), options);
  return found.total > 0 ? 0 : 1;
}

function printJson(query: string, found: SearchAnswer): string {
  return `${JSON.stringify({ portolan: SEARCH_SHAPE, query, ...found }, undefined, 2)}\n`;
}

function printText(query: string, { hits, total }: SearchAnswer): string {
  if (hits.length === 0) return `Nothing fits ${JSON.stringify(query)}.\n`;
  const width = Math.max(...hits.map(({ name }) => name.length));
  const lines = hits.map(({ kind, name, context }) => `${kind.padEnd(8)}  ${name.padEnd(width)}  ${context}`.trimEnd());
  const more =
    total > hits.length ? [`… and ${(total - hits.length).toLocaleString('en')} more; --limit shows more.`] : [];
  return clean(`${[...lines, ...more].join('\n')}\n`);
}
