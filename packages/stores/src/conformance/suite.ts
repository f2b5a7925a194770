import { digestOfText } from '@portolan/base';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change, Store } from '../port.ts';
import { removalOf, revisionOf } from './drafts.ts';

/** A place where one store lives: empty at first, opened and closed as often as a test likes. */
export interface StorePlace {
  /** Opens the store at this place, with all that earlier ones acknowledged. */
  open(): Promise<Store>;
  /** Clears the place away after the test. */
  dispose(): Promise<void>;
}

/** What every store does, whatever it is made of. An implementation's own test calls this with its places. */
export function storeConformance(name: string, place: () => Promise<StorePlace>): void {
  describe(`${name} is a store`, () => {
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

    async function reopen(): Promise<Store> {
      await store[Symbol.asyncDispose]();
      store = await here.open();
      return store;
    }

    test('a new store holds nothing', async () => {
      expect(await store.sequence()).toBe(0);
      expect(await store.heads()).toEqual([]);
      expect(await store.log(0, 10)).toEqual([]);
      expect(await store.history('shop/a.yaml', { limit: 10 })).toEqual([]);
      expect(await store.text(digestOfText('nothing'))).toBeUndefined();
      expect(await store.revision('shop/a.yaml', digestOfText('nothing'))).toBeUndefined();
    });

    test('recording answers the entries with rising sequences and one time in UTC', async () => {
      const draft = revisionOf('shop/a.yaml', { 'a.yaml': 'a', 'types/t.json': 't' });
      const entries = await store.record([draft, revisionOf('shop/b.yaml', { 'b.yaml': 'b' })]);
      expect(entries.map(entry => entry.document)).toEqual(['shop/a.yaml', 'shop/b.yaml']);
      const [first, second] = entries;
      expect(first?.sequence).toBeLessThan(second?.sequence as number);
      expect(first).toEqual({
        kind: 'revision',
        sequence: first?.sequence,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        document: 'shop/a.yaml',
        source: 'shop',
        path: 'a.yaml',
        digest: draft.digest,
        files: draft.files.map(({ location, digest }) => ({ location, digest })),
      });
      expect(await store.log(0, 10)).toEqual(entries);
      expect(await store.sequence()).toBe(second?.sequence);
    });

    test('the current state of a document is not written again', async () => {
      const draft = revisionOf('shop/a.yaml', { 'a.yaml': 'a' });
      await store.record([draft]);
      expect(await store.record([draft, draft])).toEqual([]);
      expect(await store.history('shop/a.yaml', { limit: 10 })).toHaveLength(1);
    });

    test('going back to an older state is a new revision', async () => {
      const one = revisionOf('shop/a.yaml', { 'a.yaml': 'one' });
      const two = revisionOf('shop/a.yaml', { 'a.yaml': 'two' });
      const entries = [await store.record([one]), await store.record([two]), await store.record([one])].flat();
      expect(entries).toHaveLength(3);
      expect(await store.history('shop/a.yaml', { limit: 10 })).toEqual(entries.toReversed());
      expect(await store.revision('shop/a.yaml', one.digest)).toEqual(entries[2]);
      expect(await store.revision('shop/a.yaml', two.digest)).toEqual(entries[1]);
      expect(await store.heads()).toEqual([entries[2]]);
    });

    test('several changes of one document in one call are written in their order', async () => {
      const one = revisionOf('shop/a.yaml', { 'a.yaml': 'one' });
      const changes: Change[] = [one, one, removalOf('shop/a.yaml'), one];
      expect((await store.record(changes)).map(entry => entry.kind)).toEqual(['revision', 'removal', 'revision']);
    });

    test('a removed document leaves the heads and keeps its history', async () => {
      const draft = revisionOf('shop/a.yaml', { 'a.yaml': 'a' });
      const [revision] = await store.record([draft]);
      const [removal] = await store.record([removalOf('shop/a.yaml')]);
      const { sequence, at } = removal ?? {};
      expect(removal).toEqual({ ...removalOf('shop/a.yaml'), sequence, at });
      expect(await store.heads()).toEqual([]);
      expect(await store.history('shop/a.yaml', { limit: 10 })).toEqual([removal, revision]);
      expect(await store.text(draft.files[0]?.digest as typeof draft.digest)).toBe('a');

      const [back] = await store.record([draft]);
      expect(back?.sequence).toBeGreaterThan(sequence as number);
      expect(await store.heads()).toEqual([back]);
    });

    test('what is not there cannot be removed', async () => {
      expect(await store.record([removalOf('shop/none.yaml')])).toEqual([]);
      await store.record([revisionOf('shop/a.yaml', { 'a.yaml': 'a' }), removalOf('shop/a.yaml')]);
      expect(await store.record([removalOf('shop/a.yaml')])).toEqual([]);
    });

    test('heads are sorted by document and can be those of one source', async () => {
      const names = ['shop/b.yaml', 'farm/z.yaml', 'shop/B.yaml', 'shop/é.yaml', 'shop/a.yaml'];
      await store.record(names.map(document => revisionOf(document, { 'x.yaml': document })));
      const heads = async (source?: string) => (await store.heads(source)).map(head => head.document);
      expect(await heads()).toEqual(['farm/z.yaml', 'shop/B.yaml', 'shop/a.yaml', 'shop/b.yaml', 'shop/é.yaml']);
      expect(await heads('farm')).toEqual(['farm/z.yaml']);
      expect(await heads('none')).toEqual([]);
    });

    test('a text comes back as it was, to the last character', async () => {
      const texts = ['', '\uFEFFbom', 'zero\0byte', 'windows\r\nline', '☃ 🚢 \u{10FFFF}', 'x'.repeat(3_000_000)];
      await store.record(texts.map((text, n) => revisionOf(`shop/${n}.yaml`, { 'a.yaml': text })));
      for (const text of texts) expect((await store.text(digestOfText(text))) === text).toBe(true);
    });

    test('names are data, whatever they look like', async () => {
      const document = `shop/'; DROP TABLE entries; --/{a}%2F🚢.yaml`;
      const [entry] = await store.record([revisionOf(document, { "it's.yaml": 'a' })]);
      expect(await store.heads()).toEqual([entry]);
      expect(await store.history(document, { limit: 1 })).toEqual([entry]);
    });

    test('files keep their order and share equal texts', async () => {
      const first = revisionOf('shop/a.yaml', { 'z.yaml': 'entry', 'b.json': 'same', 'a.json': 'same' });
      const second = revisionOf('shop/b.yaml', { 'b.yaml': 'other', 'b.json': 'same' });
      await store.record([first, second]);
      const [a, b] = await store.heads();
      expect(a?.files.map(file => file.location)).toEqual(['z.yaml', 'b.json', 'a.json']);
      expect(a?.files[1]?.digest).toBe(b?.files[1]?.digest);
      expect(await store.text(digestOfText('same'))).toBe('same');
    });

    test('a call is written whole or not at all', async () => {
      const good = revisionOf('shop/good.yaml', { 'a.yaml': 'good' });
      const bad = revisionOf('shop/bad.yaml', { 'a.yaml': 'x', 'b.yaml': 'y' });
      const unnamed = { ...bad, digest: undefined as never };
      const halfRead = {
        ...bad,
        files: bad.files.map((file, n) => (n ? { ...file, text: undefined as never } : file)),
      };
      for (const broken of [unnamed, halfRead]) {
        await expect(store.record([good, broken])).rejects.toMatchObject({ name: 'Fault' });
      }
      expect(await store.sequence()).toBe(0);
      expect(await store.heads()).toEqual([]);
      expect(await store.text(digestOfText('good'))).toBeUndefined();
      expect(await store.record([good])).toHaveLength(1);
    });

    test('history and log are read page by page', async () => {
      const drafts = [1, 2, 3, 4, 5].map(n => revisionOf('shop/a.yaml', { 'a.yaml': `${n}` }));
      const entries = await store.record([...drafts, revisionOf('shop/b.yaml', { 'b.yaml': 'b' })]);
      const mine = entries.slice(0, 5);
      expect(await store.historyLength('shop/a.yaml')).toBe(5);
      expect(await store.historyLength('shop/none.yaml')).toBe(0);
      expect(await store.history('shop/a.yaml', { limit: 2 })).toEqual([mine[4], mine[3]]);
      expect(await store.history('shop/a.yaml', { limit: 9, before: mine[3]?.sequence as number })).toEqual([
        mine[2],
        mine[1],
        mine[0],
      ]);
      expect(await store.log(0, 2)).toEqual(entries.slice(0, 2));
      expect(await store.log(entries[3]?.sequence as number, 9)).toEqual(entries.slice(4));
    });

    test('calls made at the same time are all written', async () => {
      const drafts = Array.from({ length: 40 }, (_, n) => revisionOf(`shop/${n % 4}.yaml`, { 'a.yaml': `${n}` }));
      const entries = (await Promise.all(drafts.map(draft => store.record([draft])))).flat();
      expect(new Set(entries.map(entry => entry.sequence)).size).toBe(40);
      expect(await store.log(0, 100)).toHaveLength(40);
      expect(await store.heads()).toHaveLength(4);
    });

    test('everything is there after closing and opening again, and sequences go on', async () => {
      const draft = revisionOf('shop/a.yaml', { 'a.yaml': 'a', 'b.json': 'b' });
      const entries = await store.record([draft, revisionOf('shop/b.yaml', { 'b.yaml': 'b' })]);
      await reopen();
      expect(await store.heads()).toEqual(entries);
      expect(await store.text(digestOfText('b'))).toBe('b');
      expect(await store.record([draft])).toEqual([]);
      const [removal] = await store.record([removalOf('shop/b.yaml')]);
      expect(removal?.sequence).toBeGreaterThan(entries[1]?.sequence as number);
    });

    test('a closed store refuses, and closing twice is no harm', async () => {
      await store[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
      await expect(store.heads()).rejects.toMatchObject({ code: 'STORE_CLOSED' });
      await expect(store.record([])).rejects.toMatchObject({ code: 'STORE_CLOSED' });
    });
  });
}
