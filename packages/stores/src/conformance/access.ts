import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AuditRecordDraft, KeptAccess, SessionRecord, Store, TokenRecord, UserRecord } from '../port.ts';
import type { StorePlace } from './suite.ts';

/** Times in their order. */
const at = (minute: number) => `2026-01-02T03:${String(minute).padStart(2, '0')}:05.678Z`;

/** A user with this name, whose id is the name too. */
export function userCalled(name: string, more: Partial<UserRecord> = {}): UserRecord {
  const owns = { services: ['orders'], teams: [], sources: ['*'] };
  return { id: name, name, title: `The ${name}`, roles: ['reader'], owns, created: at(1), ...more };
}

const session: SessionRecord = { digest: 'd1', user: 'ada', created: at(1), seen: at(1), expires: at(9) };
const token: TokenRecord = {
  id: 't1',
  digest: 'd2',
  name: 'pipeline',
  hint: 'ptl_abc',
  roles: ['owner'],
  owns: { sources: ['shop'] },
  created: at(2),
  expires: at(30),
};

/** An entry with this id, about a thing that has it too. */
export function entryOf(id: string, more: Partial<AuditRecordDraft> = {}): AuditRecordDraft {
  const who = { kind: 'user', id: 'ada', name: 'ada' };
  return { id, at: at(3), who, action: 'user.created', subject: `user:${id}`, detail: {}, ...more };
}

/** All that a backup carries of access. */
export async function keptOf({ access }: Store): Promise<KeptAccess[]> {
  const all: KeptAccess[] = [];
  for await (const kept of access.kept()) all.push(kept);
  return all;
}

/** What every store does for access, whatever it is made of. */
export function accessConformance(name: string, place: () => Promise<StorePlace>): void {
  describe(`${name} keeps who may do what`, () => {
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

    const ada = userCalled('ada', { password: '$argon2id$…', disabled: at(7) });
    const ben = userCalled('Ben', { identity: { issuer: 'https://id.example.com', subject: '42' } });

    test('users come back as they were, by id, name in any case, and identity', async () => {
      const { access } = store;
      expect([await access.users(), await access.user('ada'), await access.userCalled('ada')]).toEqual([
        [],
        undefined,
        undefined,
      ]);
      await access.write([ben, ada].map(user => ({ kind: 'user', user })));
      expect(await access.users()).toEqual([ben, ada]);
      expect(await access.user('ada')).toEqual(ada);
      expect(await access.userCalled('ADA')).toEqual(ada);
      expect(await access.userKnownAs('https://id.example.com', '42')).toEqual(ben);
      expect(await access.userKnownAs('https://other.example.com', '42')).toBeUndefined();
      await access.write([{ kind: 'user', user: userCalled('ada') }]);
      expect(await access.user('ada')).toEqual(userCalled('ada'));
    });

    test('a name and an identity belong to one user, and what came with a second one is not written either', async () => {
      await store.access.write([ada, ben].map(user => ({ kind: 'user', user })));
      for (const user of [userCalled('x', { name: 'ADA' }), userCalled('y', { identity: ben.identity as never })]) {
        const write = store.access.write(
          [
            { kind: 'token', token },
            { kind: 'user', user },
          ],
          [entryOf('e1')],
        );
        await expect(write).rejects.toMatchObject({ code: 'STORE_NAME_TAKEN' });
      }
      expect([await store.access.tokens(), await store.access.audit({ limit: 9 })]).toEqual([[], []]);
    });

    test('sessions are found by digest, seen, ended one by one and all at once', async () => {
      const { access } = store;
      const more = ['d2', 'd3'].map((digest, n) => ({
        ...session,
        digest,
        created: at(n + 2),
        from: '::1',
        agent: 'x',
      }));
      await access.write([{ kind: 'user', user: ada }]);
      await access.write([session, ...more].map(each => ({ kind: 'session', session: each })));
      expect(await access.session('d1')).toEqual(session);
      expect(await access.sessionsOf('ada')).toEqual([more[1], more[0], session]);
      await access.write([{ kind: 'session-seen', digest: 'd1', at: at(5) }]);
      expect((await access.session('d1'))?.seen).toBe(at(5));
      await access.write([{ kind: 'session-ended', digest: 'd2' }]);
      expect(await access.session('d2')).toBeUndefined();
      await access.write([{ kind: 'sessions-ended', user: 'ada', except: 'd1' }]);
      expect((await access.sessionsOf('ada')).map(({ digest }) => digest)).toEqual(['d1']);
      await access.write([{ kind: 'sessions-ended', user: 'ada' }]);
      expect(await access.sessionsOf('ada')).toEqual([]);
    });

    test('tokens are found by digest, used and revoked', async () => {
      const { access } = store;
      const own = { ...token, id: 't2', digest: 'd3', user: 'ada', created: at(3) };
      await access.write([
        { kind: 'user', user: ada },
        ...[token, own].map(each => ({ kind: 'token' as const, token: each })),
      ]);
      expect(await access.tokens()).toEqual([own, token]);
      expect(await access.token('d2')).toEqual(token);
      expect(await access.token('d9')).toBeUndefined();
      await access.write([{ kind: 'token-used', id: 't1', at: at(4) }]);
      const revoked = { ...token, used: at(4), revoked: at(5) };
      await access.write([{ kind: 'token', token: revoked }]);
      expect(await access.token('d2')).toEqual(revoked);
    });

    test('what was left under a secret is taken once, by its kind and in time', async () => {
      const { access } = store;
      await access.write([{ kind: 'left', what: 'setup', digest: 'd1', data: 'x', expires: at(5) }]);
      expect(await access.take('other', 'd1', at(1))).toBeUndefined();
      expect(await access.take('setup', 'd1', at(5))).toBeUndefined();
      const all = await Promise.all(Array.from({ length: 5 }, () => access.take('setup', 'd1', at(1))));
      expect(all.filter(data => data !== undefined)).toEqual(['x']);
      await access.write([{ kind: 'left', what: 'setup', digest: 'd2', data: 'x', expires: at(5) }]);
      await access.write([{ kind: 'left-removed', what: 'setup' }]);
      expect(await access.take('setup', 'd2', at(1))).toBeUndefined();
    });

    test('tries are counted until their time ends, also those made at once, and forgotten', async () => {
      const { access } = store;
      const counts = await Promise.all(Array.from({ length: 8 }, () => access.attempt('ada', at(1), at(5))));
      expect(counts.map(({ count }) => count).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await access.attempt('ada', at(4), at(9))).toEqual({ count: 9, ends: at(5) });
      expect(await access.attempt('ada', at(5), at(9))).toEqual({ count: 1, ends: at(9) });
      expect(await access.attempt('ben', at(5), at(8))).toEqual({ count: 1, ends: at(8) });
      await access.write([{ kind: 'attempt-taken-back', who: 'ada' }]);
      expect(await access.attempt('ada', at(5), at(9))).toEqual({ count: 1, ends: at(9) });
      await access.write([{ kind: 'attempts-forgotten', who: 'ada' }]);
      expect(await access.attempt('ada', at(5), at(7))).toEqual({ count: 1, ends: at(7) });
    });

    test('sweeping removes what has expired, and nothing else', async () => {
      const { access } = store;
      const later = { ...session, digest: 'd2', expires: at(20) };
      await access.write([{ kind: 'user', user: ada }]);
      await access.write([session, later].map(each => ({ kind: 'session', session: each })));
      await access.attempt('ada', at(1), at(20));
      await access.write([{ kind: 'swept', now: at(9) }]);
      expect(await access.sessionsOf('ada')).toEqual([later]);
      expect((await access.attempt('ada', at(9), at(30))).count).toBe(2);
    });

    test('the audit log is written with the change, numbered, and read by whom, what and about what', async () => {
      const { access } = store;
      const drafts = [
        entryOf('e1', { from: '192.0.2.1', detail: { roles: ['reader'], nested: { n: 1 } } }),
        entryOf('e2', { action: 'user.disabled', subject: 'user:e1' }),
        entryOf('e3', { action: 'users', who: { kind: 'token', id: 't1', name: 'pipeline' } }),
      ];
      for (const draft of drafts) await access.write([], [draft]);
      await access.write([], [drafts[0] as AuditRecordDraft]);
      const entries = drafts.map((draft, n) => ({ ...draft, sequence: n + 1 }));
      const ids = async (page: object) => (await access.audit({ limit: 9, ...page })).map(({ id }) => id);
      expect(await access.audit({ limit: 9 })).toEqual(entries.toReversed());
      expect(await ids({ limit: 1, before: 3 })).toEqual(['e2']);
      expect(await ids({ action: 'user.' })).toEqual(['e2', 'e1']);
      expect(await ids({ action: 'user.created', who: 'ada' })).toEqual(['e1']);
      expect(await ids({ who: 't1' })).toEqual(['e3']);
      expect(await ids({ subject: 'user:e1' })).toEqual(['e2', 'e1']);
      await Promise.all(Array.from({ length: 20 }, (_, n) => access.write([], [entryOf(`m${n}`)])));
      const sequences = (await access.audit({ limit: 99 })).map(({ sequence }) => sequence);
      expect(sequences).toEqual(Array.from({ length: 23 }, (_, n) => 23 - n));
    });

    test('a backup carries users, tokens and the audit log into another store, and only into an empty one', async () => {
      const kept: KeptAccess[] = [
        { kind: 'user', user: ada },
        { kind: 'token', token: { ...token, user: 'ada', used: at(4) } },
        { kind: 'audit', entry: { ...entryOf('e1', { from: '::1' }), sequence: 4 } },
      ];
      async function* all() {
        yield* kept;
      }
      await store.restore(all());
      expect(await keptOf(store)).toEqual(kept);
      await expect(store.restore(all())).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
      await store.access.write([], [entryOf('e2')]);
      expect((await store.access.audit({ limit: 1 }))[0]?.sequence).toBe(5);
    });

    test('a closed store refuses', async () => {
      await store[Symbol.asyncDispose]();
      await expect(store.access.users()).rejects.toMatchObject({ code: 'STORE_CLOSED' });
      await expect(store.access.write([])).rejects.toMatchObject({ code: 'STORE_CLOSED' });
    });
  });
}
