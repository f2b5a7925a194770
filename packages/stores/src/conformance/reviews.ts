import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CheckDraft, DecisionRecord, KeptReview, Store } from '../port.ts';
import { entryOf } from './access.ts';
import type { StorePlace } from './suite.ts';

const at = (day: number) => `2026-02-${String(day).padStart(2, '0')}T08:00:00.000Z`;
const by = { kind: 'token', id: 't1', name: 'pipeline' };

/** A check with this id, sent on this day. */
function checkOf(id: string, day: number, more: Partial<CheckDraft> = {}): CheckDraft {
  return { id, at: at(day), source: 'shop', revision: `r${day}`, base: 'main', by, ...more };
}

const waiver: DecisionRecord = {
  id: 'w1',
  at: at(3),
  kind: 'waiver',
  document: 'shop/orders.yaml',
  change: 'CHANNEL_REMOVED orders',
  reason: 'Nobody has listened since the new year.',
  until: '2026-03-01',
  by,
};
const signOff: DecisionRecord = {
  id: 's1',
  at: at(4),
  kind: 'sign-off',
  document: 'shop/bills.yaml',
  change: 'SCHEMA_CHANGED bill',
  service: 'books',
  team: 'finance',
  reason: 'Reads both since 2.1.',
  by: { kind: 'user', id: 'ada', name: 'ada' },
};

/** What every store does for reviews, whatever it is made of. */
export function reviewConformance(name: string, place: () => Promise<StorePlace>): void {
  describe(`${name} keeps checks and decisions`, () => {
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

    const send = (check: CheckDraft) => store.reviews.write([{ kind: 'check', check, report: `{"of":"${check.id}"}` }]);

    test('checks come back numbered, newest first, by source, time and page, and one with its report', async () => {
      const full = checkOf('c2', 2, { title: '#42 Carriers', link: 'https://example.com/42', verdict: 'breaking' });
      const checks = [checkOf('c1', 1), full, checkOf('c3', 3, { source: 'farm' })];
      for (const check of checks) await send(check);
      await send(checkOf('c1', 9));
      const ids = async (page: object) => (await store.reviews.checks({ limit: 9, ...page })).map(({ id }) => id);
      expect(await store.reviews.checks({ limit: 9 })).toEqual(
        checks.map((check, n) => ({ ...check, sequence: n + 1 })).reverse(),
      );
      expect(await ids({ limit: 1, before: 3 })).toEqual(['c2']);
      expect(await ids({ source: 'shop' })).toEqual(['c2', 'c1']);
      expect(await ids({ since: at(2) })).toEqual(['c3', 'c2']);
      expect(await store.reviews.check('c2')).toEqual({ ...full, sequence: 2, report: '{"of":"c2"}' });
      expect(await store.reviews.check('c9')).toBeUndefined();
    });

    test('checks that are sent at once have numbers that follow each other', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, n) => send(checkOf(`m${n}`, 1))));
      const sequences = (await store.reviews.checks({ limit: 99 })).map(({ sequence }) => sequence);
      expect(sequences).toEqual(Array.from({ length: 12 }, (_, n) => 12 - n));
    });

    test('decisions are written with the audit log, found by document, and taken back', async () => {
      const audit = entryOf('a1', { action: 'waiver.granted', subject: 'document:shop/orders.yaml' });
      await store.reviews.write([{ kind: 'decision', decision: waiver }], [audit]);
      await store.reviews.write([{ kind: 'decision', decision: signOff }]);
      expect(await store.reviews.decisions()).toEqual([signOff, waiver]);
      expect(await store.reviews.decisions('shop/orders.yaml')).toEqual([waiver]);
      expect((await store.access.audit({ limit: 9 })).map(({ id }) => id)).toEqual(['a1']);
      const revoked = { ...waiver, revoked: at(5) };
      await store.reviews.write([{ kind: 'decision', decision: revoked }]);
      expect(await store.reviews.decisions('shop/orders.yaml')).toEqual([revoked]);
    });

    test('a backup carries them into another store, and only into an empty one', async () => {
      const kept: KeptReview[] = [
        { kind: 'check', check: { ...checkOf('c1', 1, { verdict: 'editorial' }), sequence: 7 }, report: '{}' },
        { kind: 'decision', decision: { ...waiver, revoked: at(6) } },
        { kind: 'decision', decision: signOff },
      ];
      async function* all() {
        yield* kept;
      }
      await store.restore(all());
      const found: KeptReview[] = [];
      for await (const one of store.reviews.kept()) found.push(one);
      expect(found).toEqual(kept);
      await expect(store.restore(all())).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
      await send(checkOf('c2', 8));
      expect((await store.reviews.checks({ limit: 1 }))[0]?.sequence).toBe(8);
    });
  });
}
