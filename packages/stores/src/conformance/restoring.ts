import { digestOfText } from '@portolan/base';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Kept, Store } from '../port.ts';
import { removalOf, revisionOf } from './drafts.ts';
import type { StorePlace } from './suite.ts';

/** A history with everything in it: two documents, shared and empty texts, a removal, a return. */
const digest = { a: digestOfText('a'), shared: digestOfText('zero\0byte'), b: digestOfText('') };
const at = (day: number) => `2025-03-0${day}T10:20:30.405Z`;
const placed = { document: 'shop/a.yaml', source: 'shop', path: 'a.yaml' };
const files = [
  { location: 'a.yaml', digest: digest.a },
  { location: 'types/t.json', digest: digest.shared },
];
const HISTORY: readonly Kept[] = [
  { kind: 'text', digest: digest.a, text: 'a' },
  { kind: 'text', digest: digest.shared, text: 'zero\0byte' },
  { kind: 'revision', sequence: 1, at: at(1), ...placed, digest: digestOfText('first'), files },
  { kind: 'removal', sequence: 2, at: at(2), ...placed },
  { kind: 'text', digest: digest.b, text: '' },
  {
    kind: 'revision',
    sequence: 3,
    at: at(2),
    document: 'farm/b.yaml',
    source: 'farm',
    path: 'b.yaml',
    digest: digestOfText('b'),
    files: [{ location: 'b.yaml', digest: digest.b }],
  },
  { kind: 'revision', sequence: 7, at: at(3), ...placed, digest: digestOfText('first'), files },
];
const ENTRIES = HISTORY.filter(kept => kept.kind !== 'text');

async function* all(kept: readonly Kept[] = HISTORY): AsyncGenerator<Kept> {
  yield* kept;
}

/** What every store does with the log of another one. */
export function restoringConformance(name: string, place: () => Promise<StorePlace>): void {
  describe(`${name} takes over the log of another store`, () => {
    let here: StorePlace;
    let store: Store;
    beforeEach(async () => {
      here = await place();
      store = await here.open();
    });
    afterEach(async () => {
      await store[Symbol.asyncDispose]();
      await here.dispose();
    });

    test('as it was, with sequences and times, and goes on from there', async () => {
      await store.restore(all());
      expect(await store.log(0, 99)).toEqual(ENTRIES);
      expect(await store.heads()).toEqual([ENTRIES[2], ENTRIES[3]]);
      expect(await store.text(digest.shared)).toBe('zero\0byte');
      expect(await store.sequence()).toBe(7);
      expect(await store.record([removalOf('farm/b.yaml')])).toMatchObject([{ sequence: 8 }]);
    });

    test('and refuses when there is something in it', async () => {
      const kept = await store.record([revisionOf('shop/a.yaml', { 'a.yaml': 'mine' })]);
      await expect(store.restore(all())).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
      expect(await store.log(0, 99)).toEqual(kept);
    });

    test('whole or not at all', async () => {
      async function* broken(): AsyncGenerator<Kept> {
        yield* HISTORY.slice(0, 4);
        throw new Error('the disk with the backup was pulled out');
      }
      await expect(store.restore(broken())).rejects.toMatchObject({ name: 'Fault' });
      const textless = HISTORY.filter(({ kind }) => kind !== 'text');
      await expect(store.restore(all(textless))).rejects.toMatchObject({ code: 'STORE_FAILED' });
      expect([await store.sequence(), await store.heads(), await store.text(digest.a)]).toEqual([0, [], undefined]);
      await store.restore(all());
      expect(await store.log(0, 99)).toEqual(ENTRIES);
    });

    test('while other calls wait for it or see nothing of it, and are no part of it', async () => {
      let go: () => void = () => undefined;
      const waiting = new Promise<void>(resolve => {
        go = resolve;
      });
      async function* slow(): AsyncGenerator<Kept> {
        yield* HISTORY.slice(0, 3);
        await waiting;
        throw new Error('given up');
      }
      const restoring = store.restore(slow());
      const recorded = store.record([revisionOf('shop/new.yaml', { 'a.yaml': 'new' })]);
      const head = store.heads('farm');
      go();
      await expect(restoring).rejects.toMatchObject({ name: 'Fault' });
      expect(await head).toEqual([]);
      const entries = await recorded;
      expect(await store.log(0, 99)).toEqual(entries);
    });
  });
}
