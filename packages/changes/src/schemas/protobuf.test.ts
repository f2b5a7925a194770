import { expect, test } from 'vitest';
import { diff } from '../diff.ts';
import { contractOf } from '../test-support.ts';

const LINES = [
  'syntax = "proto3";',
  'package shop;',
  'message Placed {',
  '  string id = 1;',
  '  int64 amount = 2;',
  '  State state = 3;',
  '}',
  'enum State { OPEN = 0; PAID = 1; }',
];

const document = (lines: readonly string[]) =>
  contractOf(`asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed:
        payload:
          schemaFormat: application/vnd.google.protobuf;version=3
          schema: |
${lines.map(line => `            ${line}`).join('\n')}
operations: { orders: { action: send, channel: { $ref: '#/channels/orders' } } }
`);

async function told(...edits: readonly (readonly [number, string])[]): Promise<string[]> {
  const lines = [...LINES];
  for (const [index, line] of edits) lines[index] = line;
  const changes = diff(await document(LINES), await document(lines));
  return changes.map(({ verdict, says }) => `${verdict}: ${says.replace(/^In the schema `[\w.]+`, /, '')}`);
}

test('each edited declaration is one change, and fields are known by their numbers', async () => {
  expect(await told()).toEqual([]);
  expect(await told([4, '  string amount = 2;'])).toEqual(['breaking: `Placed.amount` changed: type: int64 → string.']);
  expect(await told([3, '  // Its number.\n            string id = 1;'])).toEqual([
    'editorial: `Placed.id` changed: its comment.',
  ]);
  expect(await told([7, 'enum State { OPEN = 0; PAID = 1; }\n            message Other { string a = 1; }'])).toEqual([
    'non-breaking: `Other` was added.',
  ]);
  expect(await told([4, '  string amount = 2;'], [3, '  // Its number.\n            string id = 1;'])).toHaveLength(2);
});

test('a renamed field is one change', async () => {
  const [change, ...others] = await told([3, '  string key = 1;']);
  expect(others).toEqual([]);
  expect(change).toContain('`Placed.key` changed: called `key` instead of `id`');
});
