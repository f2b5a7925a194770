import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../port.ts';
import { entryOf, userCalled } from './access.ts';
import { removalOf, revisionOf } from './drafts.ts';
import type { StorePlace } from './suite.ts';

/** What a store does that several processes may have open at the same time. */
export function sharedStoreConformance(name: string, place: () => Promise<StorePlace>): void {
  describe(`${name} is a store of several processes`, () => {
    let here: StorePlace;
    let one: Store;
    let other: Store;

    beforeEach(async () => {
      here = await place();
      [one, other] = await Promise.all([here.open(), here.open()]);
    });
    afterEach(async () => {
      await Promise.all([one, other].map(store => store[Symbol.asyncDispose]()));
      await here.dispose();
    });

    test('what one has acknowledged the other reads', async () => {
      const draft = revisionOf('shop/a.yaml', { 'a.yaml': 'a' });
      const entries = await one.record([draft]);
      expect(await other.heads()).toEqual(entries);
      expect(await other.text(draft.files[0]?.digest as typeof draft.digest)).toBe('a');
      expect(await other.record([draft])).toEqual([]);
      expect(await other.record([removalOf('shop/a.yaml')])).toHaveLength(1);
      expect(await one.heads()).toEqual([]);
    });

    test('both write at once: nothing is lost, doubled, or numbered twice', async () => {
      const drafts = Array.from({ length: 60 }, (_, n) => revisionOf(`shop/${n}.yaml`, { 'a.yaml': `${n % 5}` }));
      const calls = drafts.flatMap(draft => [one.record([draft]), other.record([draft])]);
      const entries = (await Promise.all(calls)).flat();
      expect(entries).toHaveLength(60);
      expect(await one.log(0, 100)).toEqual(entries.toSorted((a, b) => a.sequence - b.sequence));
    });

    test('who follows hears of what the other one recorded, and finds it in the log', async () => {
      const hint = vi.fn();
      using _following = other.follow(hint);
      await vi.waitFor(() => expect(hint).toHaveBeenCalled(), 5_000);
      const seen = await other.sequence();
      hint.mockClear();
      const entries = await one.record([revisionOf('shop/a.yaml', { 'a.yaml': 'a' })]);
      await vi.waitFor(() => expect(hint).toHaveBeenCalled(), 5_000);
      expect(await other.log(seen, 10)).toEqual(entries);
    });

    test('entries become visible in their order: a reader of the log misses none', async () => {
      const read: number[] = [];
      let done = false;
      const reading = (async () => {
        while (!done || read.length < 100) {
          for (const entry of await other.log(read.at(-1) ?? 0, 1_000)) read.push(entry.sequence);
        }
      })();
      const writers = [one, other, await here.open(), await here.open()];
      await Promise.all(
        writers.map(async (store, writer) => {
          for (let n = 0; n < 25; n++) await store.record([revisionOf(`shop/${writer}.yaml`, { 'a.yaml': `${n}` })]);
        }),
      );
      done = true;
      await reading;
      await Promise.all(writers.slice(2).map(store => store[Symbol.asyncDispose]()));
      expect(read).toEqual((await one.log(0, 1_000)).map(entry => entry.sequence));
      expect(read).toHaveLength(100);
    });

    test('who may do what is known to both, secrets serve once, tries count together, and the audit log has no gaps', async () => {
      const now = '2026-01-02T03:04:05.678Z';
      const later = '2026-01-02T04:04:05.678Z';
      await one.access.write([{ kind: 'user', user: userCalled('ada') }]);
      expect(await other.access.userCalled('ADA')).toEqual(userCalled('ada'));
      await one.access.write([{ kind: 'left', what: 'setup', digest: 'd', data: 'x', expires: later }]);
      const stores = [one, other, one, other];
      const taken = await Promise.all(stores.map(store => store.access.take('setup', 'd', now)));
      expect(taken.filter(data => data !== undefined)).toEqual(['x']);
      const tries = await Promise.all(stores.map(store => store.access.attempt('ada', now, later)));
      expect(tries.map(({ count }) => count).sort()).toEqual([1, 2, 3, 4]);
      await Promise.all(
        Array.from({ length: 30 }, (_, n) => (n % 2 ? one : other).access.write([], [entryOf(`e${n}`)])),
      );
      const sequences = (await one.access.audit({ limit: 99 })).map(({ sequence }) => sequence);
      expect(sequences).toEqual(Array.from({ length: 30 }, (_, n) => 30 - n));
    });
  });
}
