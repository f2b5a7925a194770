import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { settledBy, unusedDirections } from './directions.ts';
import { readSettings } from './read-settings.ts';

const ORDERS = `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels:
  placed: { address: orders.placed }
operations:
  onPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
  onClosed: { action: send, channel: { $ref: '#/channels/placed' }, x-portolan-direction: send }
`;

async function contractAt(location: string, text = ORDERS) {
  const { contract } = await readText(location, text, () => undefined);
  if (!contract) throw new Error('no document');
  return contract;
}

function entries(...yaml: string[]) {
  const { settings, findings } = readSettings('portolan.yaml', `version: 1\ndirections:\n${yaml.join('')}`);
  return { directions: settings.directions, findings };
}

const entry = (at: string, operation: string, action: string, reason = 'We asked.') =>
  `  - { at: ${at}, operation: ${operation}, action: ${action}, reason: ${reason} }\n`;

test('a direction is settled for one operation of one document, with the reason as evidence', async () => {
  const { directions } = entries(entry('orders.yaml', 'onPlaced', 'receive'));
  const { contract, used } = settledBy(directions, await contractAt('orders.yaml'));
  expect(contract.operations.map(({ id, direction }) => [id, direction.action, direction.confidence])).toEqual([
    ['onPlaced', 'receive', 'supported'],
    ['onClosed', 'send', 'supported'],
  ]);
  expect(contract.operations[0]?.direction.evidence).toEqual([
    { kind: 'verb', says: 'send', points: 'send' },
    {
      kind: 'settled',
      says: 'We asked.',
      points: 'receive',
      origin: { source: 'portolan.yaml', pointer: '/directions/0' },
    },
  ]);
  expect(used).toEqual(directions);
});

test('settings win over the document, and the later entry over the earlier one', async () => {
  const { directions } = entries(
    entry('"*.yaml"', 'onClosed', 'send'),
    entry('orders.yaml', 'onClosed', 'receive', 'We asked again.'),
  );
  const { contract } = settledBy(directions, await contractAt('orders.yaml'));
  expect(contract.operations[1]?.direction).toMatchObject({ action: 'receive' });
});

test('another document is left as it is, the same object, and a settled one is made once', async () => {
  const { directions } = entries(entry('orders/**', 'onPlaced', 'receive'));
  const other = await contractAt('bills/a.yaml');
  expect(settledBy(directions, other).contract).toBe(other);
  const own = await contractAt('orders/a.yaml');
  expect(settledBy(directions, own).contract).toBe(settledBy([...directions], own).contract);
  expect(settledBy(directions, own).contract).not.toBe(own);
});

test('an entry that meets no operation is a finding at the entry', async () => {
  const { directions } = entries(entry('orders.yaml', 'onPlcaed', 'receive'));
  const { contract, used } = settledBy(directions, await contractAt('orders.yaml'));
  expect(contract.operations[0]?.direction.action).toBe('send');
  expect(unusedDirections(directions, direction => used.includes(direction))).toMatchObject([
    { code: 'DIRECTION_UNUSED', origin: { source: 'portolan.yaml', pointer: '/directions/0' } },
  ]);
});

test('an entry without a reason, a document or one action is told and left out', () => {
  const { directions, findings } = entries(
    '  - { at: a.yaml, operation: onPlaced, action: sideways, reason: Why not. }\n',
    '  - { operation: onPlaced, action: send }\n',
  );
  expect(directions).toEqual([]);
  expect(findings.map(({ code }) => code)).toEqual([
    'SETTINGS_VALUE_WRONG',
    'SETTINGS_MEMBER_MISSING',
    'SETTINGS_MEMBER_MISSING',
  ]);
});
