import { expect, test } from 'vitest';
import type { GivenDocument } from '../documents/given.ts';
import { remembering } from './reading.ts';

const files: Record<string, string> = {
  'orders.json': JSON.stringify({
    asyncapi: '3.1.0',
    info: { title: 'Orders', version: '1.0.0' },
    channels: { placed: { messages: { Placed: { payload: { $ref: './placed.json' } } } } },
  }),
  'placed.json': '{"type": "object"}',
};

const document: GivenDocument = {
  location: 'orders.json',
  source: 'specs',
  path: 'orders.json',
  text: async () => files['orders.json'] ?? '',
  load: location => files[location],
};

test('a document is read again when its text or a file that it refers to is another one, and only then', async () => {
  const reader = remembering();
  const first = await reader.read(document);
  expect(first?.info.title).toBe('Orders');
  expect(await reader.read(document)).toBe(first);
  expect([...reader.files()].sort()).toEqual(['orders.json', 'placed.json']);
  expect(await reader.upToDate([document])).toBe(true);
  expect(await reader.upToDate([])).toBe(false);

  files['placed.json'] = '{"type": "string"}';
  expect(await reader.upToDate([document])).toBe(false);
  const second = await reader.read(document);
  expect(second).not.toBe(first);

  files['orders.json'] = (files['orders.json'] ?? '').replace('Orders', 'Purchases');
  expect((await reader.read(document))?.info.title).toBe('Purchases');
});
