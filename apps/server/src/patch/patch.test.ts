import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { PatchView, PatchWish } from '../port.ts';
import { filled, serveFolders, temporaryFolder } from '../test-support.ts';

const ORDERS = `asyncapi: 3.0.0
# What the shop sells.
info:
  title: Orders
  version: 1.0.0
  description: Old words.
channels:
  placed:
    address: orders.placed
    messages:
      OrderPlaced:
        payload: { type: object }
operations:
  sendPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
`;

/** A server over one document, and a way to ask it for patches. */
async function patching(text = ORDERS) {
  const folder = filled(temporaryFolder(), { 'orders.yaml': text });
  const { url } = await serveFolders(folder);
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 15_000 });
  const source = folder.split('/').at(-1);
  const id = encodeURIComponent(`${source}/orders.yaml`);
  const ask = async (wish: PatchWish, of = id) => {
    const headers = { 'content-type': 'application/json' };
    return await fetch(`${url}/api/v1/documents/${of}/patch`, { method: 'POST', headers, body: JSON.stringify(wish) });
  };
  return { folder, ask, made: async (wish: PatchWish) => (await (await ask(wish)).json()) as PatchView };
}

test('an empty wish answers what the document says now, and no patch', async () => {
  const { made } = await patching();
  expect(await made({})).toEqual({
    name: 'Orders',
    description: 'Old words.',
    file: 'orders.yaml',
    patch: '',
    title: 'Describe Orders',
  });
});

test('the patch changes the lines it has to, and git takes it', async () => {
  const { made, folder } = await patching();
  const { patch, title } = await made({ owner: 'sales', description: 'Takes orders.\n\nAnd keeps them.' });
  expect(title).toBe('Describe Orders, and name sales as its owner');
  execFileSync('git', ['apply', '-'], { cwd: folder, input: patch });
  const text = readFileSync(join(folder, 'orders.yaml'), 'utf8');
  expect(text).toContain('# What the shop sells.');
  expect(text).toContain('  version: 1.0.0\n  x-owner: sales\n');
  expect(text).not.toContain('Old words.');
  expect(patch.split('\n').filter(line => /^[-+](?![-+])/.test(line)).length).toBeLessThan(8);
});

test('an owner that is named already is named anew where it stands', async () => {
  const { made } = await patching(
    ORDERS.replace('version: 1.0.0', 'version: 1.0.0\n  x-team: { id: shop, email: shop@example.com }'),
  );
  const { owner, patch } = await made({ owner: 'sales' });
  expect(owner).toBe('shop');
  expect(patch).toContain('+  x-team: { id: sales, email: shop@example.com }');
});

test('channels and messages are described too', async () => {
  const { made, ask } = await patching();
  const channel = await made({ channel: 'placed', description: 'Every order.' });
  expect(channel.patch).toContain('+    description: Every order.');
  const message = await made({ message: 'OrderPlaced', description: 'An order was placed.' });
  expect(message.patch).toContain('+        description: An order was placed.');
  expect((await ask({ channel: 'none', description: 'x' })).status).toBe(404);
});

test('what cannot be patched is refused by SERVER_PATCH_REFUSED: a secret stands beside the place', async () => {
  const secret = ORDERS.replace('Old words.', `Old words.\n  x-key: ghp_${'a'.repeat(36)}`);
  const beside = await (await patching(secret)).ask({ description: 'New words.' });
  expect(await beside.json()).toMatchObject({ code: 'SERVER_PATCH_REFUSED', status: 422 });
});

test('a wish that is none is refused by SERVER_BODY_INVALID', async () => {
  const { ask } = await patching();
  const response = await ask({ owner: 7 } as unknown as PatchWish);
  expect(await response.json()).toMatchObject({ code: 'SERVER_BODY_INVALID' });
  expect((await ask({}, 'none')).status).toBe(404);
});

test('a document in JSON stays JSON', async () => {
  const { made } = await patching(
    JSON.stringify({ asyncapi: '3.0.0', info: { title: 'Orders', version: '1.0.0' } }, null, 2),
  );
  const { patch } = await made({ owner: 'sales' });
  expect(patch).toContain('+    "x-owner": "sales"');
});
