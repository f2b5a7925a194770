import { expect, test } from 'vitest';
import { diff } from '../diff.ts';
import { contractOf } from '../test-support.ts';

const MEMBERS = ['id', 'customer', 'reason', 'amount'] as const;

/** A document that sends one message: which members are required, and what each may be. */
const text = (required: readonly string[], types: Readonly<Record<string, string>>) => `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels: { orders: { address: orders, messages: { cancelled: { payload: {
  type: object, properties: { data: { type: object, required: [${required.join(', ')}], properties: {
    ${MEMBERS.map(name => `${name}: ${types[name] ?? '{ type: string }'}`).join(', ')} } } } } } } } }
operations: { cancel: { action: send, channel: { $ref: '#/channels/orders' } } }
`;

async function told(required: readonly string[], types: Readonly<Record<string, string>> = {}) {
  const before = text(MEMBERS, { reason: '{ enum: [stock, money] }' });
  const after = text(required, { reason: '{ enum: [stock, money] }', ...types });
  const changes = diff(await contractOf(before), await contractOf(after));
  return changes.map(({ says, verdict, differences }) => ({
    of: /`data\.(\w+)`/.exec(says)?.[1],
    verdict,
    because: differences.map(({ code }) => code),
  }));
}

test('a member that is no longer required is to blame for it, and not what else changed in its object', async () => {
  const fraud = { reason: '{ enum: [stock, money, fraud] }' };
  expect(await told(['id', 'reason', 'amount'], fraud)).toEqual([
    { of: 'customer', verdict: 'breaking', because: ['PROPERTY_REQUIRED'] },
    { of: 'reason', verdict: 'breaking', because: ['ENUM_VALUES_MISSING'] },
  ]);
});

test('of several members that are no longer required each is to blame for itself', async () => {
  const verdicts = await told(['reason']);
  expect(verdicts.map(({ of, verdict }) => `${of} ${verdict}`)).toEqual([
    'amount breaking',
    'customer breaking',
    'id breaking',
  ]);
});

test('what breaks nothing is not blamed for its neighbour', async () => {
  expect(await told(['id', 'reason', 'amount'], { amount: '{ type: string, minLength: 1 }' })).toMatchObject([
    { of: 'customer', verdict: 'breaking' },
    { of: 'amount', verdict: 'non-breaking' },
  ]);
});
