import { describe, expect, test } from 'vitest';
import { listedSource, type Shelf } from './listed.ts';
import type { ListedFile } from './listing.ts';

const document = (title: string) => `asyncapi: 3.0.0\ninfo: { title: ${title}, version: 1.0.0 }\n`;

/** A shelf in memory: ids are the texts themselves. It notes what is read, and can be away. */
function shelfOf(texts: Record<string, string>) {
  const read: string[][] = [];
  const state = { texts, away: false, sizes: true };
  let listing: ReadonlyMap<string, ListedFile> | undefined;
  const shelf: Shelf = {
    async list() {
      listing ??= new Map(Object.entries(state.texts).map(([path, id]) => [path, listed(id)]));
      return { files: listing };
    },
    async read(files) {
      if (state.away) throw new Error('It is away.');
      read.push(files.map(({ id }) => id));
      return new Map(files.map(({ id }) => [id, Buffer.from(id)]));
    },
    watch: () => ({ [Symbol.dispose]: () => undefined }),
  };
  const listed = (id: string) => ({ id, ...(state.sizes && { size: id.length }) });
  const put = (more: Record<string, string | undefined>) => {
    const entries = Object.entries({ ...state.texts, ...more }).filter(([, text]) => text !== undefined);
    state.texts = Object.fromEntries(entries) as Record<string, string>;
    listing = undefined;
  };
  return { shelf, read, state, put };
}

const open = (shelf: Shelf, more = {}) => listedSource({ name: 'shop', location: 'somewhere', shelf, ...more });

test('a text that moves is not read again, and nothing is while nothing changes', async () => {
  const { shelf, read, put } = shelfOf({ 'a.yaml': document('A'), 'b.yaml': document('B'), 'c.json': '{}' });
  const source = open(shelf);
  expect((await source.scan()).documents).toEqual(['a.yaml', 'b.yaml']);
  expect(read.flat()).toHaveLength(3);
  await source.scan();
  put({ 'a.yaml': undefined, 'moved/a.yaml': document('A') });
  const { documents, changed } = await source.scan();
  expect(documents).toEqual(['b.yaml', 'moved/a.yaml']);
  expect(changed).toEqual(new Set(['a.yaml', 'moved/a.yaml']));
  expect(read.flat()).toHaveLength(3);
});

test('a scan that cannot read says so, forgets nothing, and is made good by the next one', async () => {
  const { shelf, state, put } = shelfOf({ 'a.yaml': document('A') });
  const source = open(shelf);
  await source.scan();
  put({ 'a.yaml': document('Better') });
  state.away = true;
  expect(await source.scan()).toEqual({ changed: new Set(), problem: 'It is away.' });
  state.away = false;
  expect((await source.scan()).changed).toEqual(new Set(['a.yaml']));
});

describe('a file that is too large is named and not read', () => {
  test.each([true, false])('whether its size is known before: %s', async sizes => {
    const { shelf, state } = shelfOf({ 'a.yaml': document('A'), 'large.yaml': document('L'.repeat(2_000)) });
    state.sizes = sizes;
    const source = open(shelf, { maxBytes: 1_024 });
    const { documents, problem } = await source.scan();
    expect(documents).toEqual(['a.yaml']);
    expect(problem).toMatch(/^large\.yaml /);
    expect(await source.load('large.yaml')).toBeUndefined();
  });
});

test('texts that are asked for together are read together, and all files in batches', async () => {
  const texts = Object.fromEntries(Array.from({ length: 450 }, (_, n) => [`${n}.yaml`, document(`S${n}`)]));
  const { shelf, read } = shelfOf({ ...texts, 'x.avsc': '1', 'y.avsc': '2' });
  const source = open(shelf);
  await source.scan();
  expect(read.map(batch => batch.length)).toEqual([200, 200, 50]);
  expect(await Promise.all([source.load('x.avsc'), source.load('y.avsc')])).toEqual(['1', '2']);
  expect(read.at(-1)).toEqual(['1', '2']);
});
