import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Kept, Store, WatchRecord } from '../port.ts';
import { entryOf } from './access.ts';
import type { StorePlace } from './suite.ts';

/** Times in their order. */
const at = (minute: number) => `2026-02-01T08:${String(minute).padStart(2, '0')}:00.000Z`;

/** A watch with this id that is due from this minute on, and was told of nothing. */
function watchOf(id: string, minute: number, more: Partial<WatchRecord> = {}): WatchRecord {
  const by = { kind: 'user', id: 'ada', name: 'ada' };
  const about = { name: `The ${id}`, url: `https://hooks.example.com/${id}`, filter: { service: 'orders' } };
  return { id, ...about, created: at(minute), by, cursor: 0, tries: 0, next: at(minute), ...more };
}

/** What every store does for watches, whatever it is made of. */
export function watchConformance(name: string, place: () => Promise<StorePlace>): void {
  describe(`${name} keeps watches`, () => {
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

    const add = (watch: WatchRecord) => store.watches.write([{ kind: 'watch', watch }]);
    const claim = async (minute: number, ends: number, newest = 9) =>
      (await store.watches.claim({ now: at(minute), ends: at(ends), newest }))?.id;

    test('they come back as they were, oldest first, and are removed with a word in the audit log', async () => {
      const failing = { since: at(2), problem: 'it answered 500' };
      const watches = [watchOf('a', 1), watchOf('b', 2, { failing, tries: 3, cursor: 4, paused: at(5) })];
      for (const watch of watches) await add(watch);
      expect(await store.watches.all()).toEqual(watches);
      expect(await store.watches.watch('b')).toEqual(watches[1]);
      expect(await store.watches.watch('c')).toBeUndefined();
      await store.watches.write([{ kind: 'watch-removed', id: 'a' }], [entryOf('e1', { action: 'watch.removed' })]);
      expect(await store.watches.all()).toEqual([watches[1]]);
      expect((await store.access.audit({ limit: 9 })).map(({ id }) => id)).toEqual(['e1']);
    });

    test('one that is due is claimed, the one that waits longest first, and nobody else gets it in time', async () => {
      await add(watchOf('late', 3));
      await add(watchOf('early', 1));
      await add(watchOf('told', 1, { cursor: 9 }));
      await add(watchOf('paused', 1, { paused: at(1) }));
      expect(await claim(0, 20)).toBeUndefined();
      expect([await claim(5, 20), await claim(5, 20), await claim(6, 20)]).toEqual(['early', 'late', undefined]);
      expect(await claim(21, 30)).toBe('early');
      expect(await claim(21, 30, 10)).toBe('told');
    });

    test('of many that ask at once one gets it', async () => {
      await add(watchOf('a', 1));
      const claimed = await Promise.all(Array.from({ length: 8 }, () => claim(2, 20)));
      expect(claimed.filter(id => id !== undefined)).toEqual(['a']);
    });

    test('it is given back with how far it was told and how it went', async () => {
      await add(watchOf('a', 1));
      expect(await claim(2, 20)).toBe('a');
      const failing = { since: at(2), problem: 'it answered 500' };
      const state = { cursor: 5, tries: 1, next: at(4), failing };
      await store.watches.write([{ kind: 'watch-state', id: 'a', state }]);
      expect(await store.watches.watch('a')).toEqual(watchOf('a', 1, state));
      expect([await claim(3, 20), await claim(4, 20)]).toEqual([undefined, 'a']);
      await store.watches.write([{ kind: 'watch-state', id: 'a', state: { cursor: 9, tries: 0, next: at(4) } }]);
      expect(await store.watches.watch('a')).toEqual(watchOf('a', 1, { cursor: 9, next: at(4) }));
    });

    test('a backup carries them into another store, and only into an empty one', async () => {
      const kept: Kept[] = [{ kind: 'watch', watch: watchOf('a', 1, { cursor: 3 }) }];
      async function* all() {
        yield* kept;
      }
      await store.restore(all());
      expect(await store.watches.all()).toEqual([watchOf('a', 1, { cursor: 3 })]);
      await expect(store.restore(all())).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
    });
  });
}
