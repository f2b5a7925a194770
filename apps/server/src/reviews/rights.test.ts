import { join } from 'node:path';
import { reviewsOf } from '@portolan/control';
import { openSqlite } from '@portolan/stores/sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { bearing, guarded } from '../access.test-support.ts';
import { temporaryFolder } from '../test-support.ts';
import { SENT } from './check.test-support.ts';

const DRAFT = { document: 'shop/a.yaml', changes: ['CHANNEL_REMOVED placed'], reason: 'They agreed' };
const WAIVER = { ...DRAFT, kind: 'waiver', until: '2020-01-01' };
const SIGN_OFF = { ...DRAFT, kind: 'sign-off', service: 'orders' };

test('whoever only reads decides nothing, an owner only about their own, a governor about all', async () => {
  const store = await openSqlite(join(temporaryFolder(), 'portolan.db'));
  onTestFinished(() => store[Symbol.asyncDispose]());
  const { url, token } = await guarded({}, { reviews: reviewsOf(store) });
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 15_000 });
  const [reader, owner, governor] = [await token('reader'), await token('owner'), await token('governor')];
  const post = async (path: string, body: unknown, secret?: string) => {
    const headers = { 'content-type': 'application/json', ...(secret !== undefined && bearing(secret)) };
    const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };
  const refused = [403, 'CONTROL_ROLE_NEEDED'];
  for (const [path, body] of [
    ['/decisions', WAIVER],
    ['/decisions', SIGN_OFF],
    ['/checks', SENT],
  ] as const) {
    expect((await post(path, body))[0]).toBe(401);
    expect(await post(path, body, reader)).toEqual(refused);
    // An owner of nothing.
    expect(await post(path, body, owner)).toEqual(refused);
  }
  expect(await post('/decisions', WAIVER, governor)).toEqual([400, 'CONTROL_DECISION_REFUSED']);
  expect((await post('/decisions', SIGN_OFF, governor))[0]).toBe(201);
  expect((await post('/checks', SENT, governor))[0]).toBe(201);
});
