import { expect, test } from 'vitest';
import { documentsOf } from '../../../test-support/chart-of.ts';
import { relate } from '../../relate/relate.ts';
import { definitionsIn } from '../definitions.ts';
import { impact } from './impact.ts';
import type { Change } from './model.ts';
import { aimAt } from './target.ts';

/** A document whose application sends or receives `Placed` with this payload. */
function document(title: string, action: 'send' | 'receive', payload?: object, operation = `${action}Placed`) {
  const message = payload ? { payload: { type: 'object', ...payload } } : {};
  return JSON.stringify({
    asyncapi: '3.1.0',
    info: { title, version: '1.0.0', 'x-owner': `${title} Team` },
    servers: { production: { host: 'kafka.example.com', protocol: 'kafka' } },
    channels: { orders: { address: 'shop.orders', messages: { Placed: message } } },
    operations: {
      [operation]: {
        action,
        channel: { $ref: '#/channels/orders' },
        messages: [{ $ref: '#/channels/orders/messages/Placed' }],
      },
    },
  });
}

const string = { type: 'string' };
const money = { type: 'object', properties: { amount: { type: 'number' }, currency: string } };
const full = {
  required: ['id', 'status'],
  properties: {
    id: string,
    status: { enum: ['OPEN', 'DONE', 'LOST'] },
    total: money,
    count: { type: 'integer' },
    items: { type: 'array', items: { type: 'object', properties: { sku: string } } },
  },
};

const documents = await documentsOf({
  'orders.json': document('Orders', 'send', full),
  'demanding.json': document('Demanding', 'receive', full),
  'tolerant.json': document('Tolerant', 'receive', { properties: { id: string, total: money } }),
  'strict.json': document('Strict', 'receive', { properties: { id: string }, additionalProperties: false }),
  'whole.json': document('Whole', 'receive', { properties: { total: { type: 'object' } } }),
  'silent.json': document('Silent', 'receive'),
  'numbers.json': document('Numbers', 'receive', { properties: { count: { type: 'number' }, status: string } }),
});
const chart = relate(documents);
const definitions = definitionsIn(chart, documents);

/** Services by their verdict, and why. */
function verdicts(name: string, change: Change = { kind: 'remove' }) {
  const aimed = aimAt(chart, definitions, name);
  if (aimed.aimed !== 'at') throw new Error(aimed.aimed);
  const { affected } = impact(chart, documents, { ...aimed, change });
  return affected.map(({ serviceName, verdict, why }) => `${serviceName} ${verdict}: ${why}`);
}

function of(lines: readonly string[], verdict: string): string[] {
  return lines.filter(line => line.includes(` ${verdict}: `)).map(line => line.split(' ')[0] as string);
}

test('removing a field breaks who names it, and of who takes its surroundings whole nobody knows', () => {
  expect(verdicts('Placed.total.currency')).toEqual([
    'Demanding breaks: reads `total.currency`',
    'Tolerant breaks: reads `total.currency`',
    'Silent unknown: gives no schema for it, so nobody knows what it reads',
    'Whole unknown: takes `total` whole, and its schema does not say what it reads in it',
    'Numbers does-not-break: does not read `total.currency`',
    'Strict does-not-break: does not read `total.currency`',
  ]);
});

test('removing what is around fields breaks who names one of them', () => {
  expect(verdicts('Placed.total')).toContain('Tolerant breaks: reads `total` with `total.amount` and `total.currency`');
  expect(verdicts('Placed.items')).toContain('Demanding breaks: reads `items` with `items[].sku`');
  expect(verdicts('Placed.items.sku')).toContain('Demanding breaks: reads `items[].sku`');
});

test('a new name breaks who knows the old one, and who allows no other fields', () => {
  const lines = verdicts('Placed.count', { kind: 'rename', to: 'pieces' });
  expect(of(lines, 'breaks')).toEqual(['Demanding', 'Numbers', 'Strict']);
  expect(lines).toContain(
    'Strict breaks: does not know `pieces`, and its schema allows no fields that it does not name',
  );
  expect(verdicts('Placed.count', { kind: 'rename', to: 'id' })).toContain(
    'Tolerant unknown: reads `id` already, and would find another value there',
  );
});

test('another type breaks who cannot take it', () => {
  expect(of(verdicts('Placed.count', { kind: 'retype', to: 'string' }), 'breaks')).toEqual(['Demanding', 'Numbers']);
  expect(of(verdicts('Placed.count', { kind: 'retype', to: 'number' }), 'breaks')).toEqual(['Demanding']);
  expect(of(verdicts('Placed.total', { kind: 'retype', to: 'string' }), 'breaks')).toEqual([
    'Demanding',
    'Tolerant',
    'Whole',
  ]);
});

test('a field that may be missing breaks who demands it', () => {
  const lines = verdicts('Placed.id', { kind: 'optional' });
  expect(of(lines, 'breaks')).toEqual(['Demanding']);
  expect(lines).toContain('Tolerant does-not-break: reads `id` but does not demand it');
});

test('in Avro, a field that may be missing may be null: it breaks who takes no null', async () => {
  const avro = (title: string, action: 'send' | 'receive', type: unknown) => {
    const text = JSON.parse(document(title, action));
    text.channels.orders.messages.Placed.payload = {
      schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
      schema: { type: 'record', name: 'Placed', fields: [{ name: 'note', type }] },
    };
    return JSON.stringify(text);
  };
  const some = await documentsOf({
    'a.json': avro('Orders', 'send', 'string'),
    'b.json': avro('Careful', 'receive', ['null', 'string']),
    'c.json': avro('Plain', 'receive', 'string'),
  });
  const aimed = aimAt(relate(some), definitionsIn(relate(some), some), 'Placed.note');
  if (aimed.aimed !== 'at') throw new Error(aimed.aimed);
  const { affected } = impact(relate(some), some, { ...aimed, change: { kind: 'optional' } });
  expect(affected.map(({ serviceName, why }) => `${serviceName} ${why}`)).toEqual([
    'Plain reads `note` and takes no null',
    'Careful reads `note` and takes null',
  ]);
});

test('fewer values break nobody who knows them; a value that somebody does not know does', () => {
  expect(verdicts('Placed.status', { kind: 'narrow', values: ['OPEN', 'DONE'] })).toEqual(
    expect.arrayContaining([
      'Demanding does-not-break: reads `status` and knows every value that remains; `LOST` would no longer come',
      'Numbers does-not-break: reads `status` and takes any string',
    ]),
  );
  expect(of(verdicts('Placed.status', { kind: 'narrow', values: ['OPEN', 'NEW'] }), 'breaks')).toEqual(['Demanding']);
});

test('removing a whole message or channel breaks everybody who receives it', () => {
  expect(of(verdicts('Placed'), 'breaks')).toHaveLength(6);
  expect(of(verdicts('channel:shop.orders'), 'breaks')).toHaveLength(6);
});

test('a direction in doubt is unknown, whichever way the verb points', async () => {
  const doubtful = await documentsOf({
    'a.json': document('Orders', 'send', full),
    'b.json': document('Maybe', 'send', full, 'receivePlaced'),
    'c.json': document('Perhaps', 'receive', full, 'sendPlaced'),
  });
  const doubt = relate(doubtful);
  expect(doubt.links.filter(({ confidence }) => confidence === 'uncertain').length).toBeGreaterThan(0);
  const aimed = aimAt(doubt, definitionsIn(doubt, doubtful), 'Placed.id');
  if (aimed.aimed !== 'at') throw new Error(aimed.aimed);
  const { affected } = impact(doubt, doubtful, { ...aimed, change: { kind: 'remove' } });
  expect(affected.map(({ serviceName, verdict }) => [serviceName, verdict])).toEqual([
    ['Maybe', 'unknown'],
    ['Perhaps', 'unknown'],
  ]);
});

test('a receiver that names no message is unknown', async () => {
  const { operations, ...rest } = JSON.parse(document('Any', 'receive'));
  const { messages: _, ...operation } = operations.receivePlaced;
  rest.channels.orders.messages = {};
  const some = await documentsOf({
    'a.json': document('Orders', 'send', full),
    'b.json': JSON.stringify({ ...rest, operations: { receivePlaced: operation } }),
  });
  const aimed = aimAt(relate(some), definitionsIn(relate(some), some), 'Placed.id');
  if (aimed.aimed !== 'at') throw new Error(aimed.aimed);
  const { affected } = impact(relate(some), some, { ...aimed, change: { kind: 'remove' } });
  expect(affected).toMatchObject([{ serviceName: 'Any', verdict: 'unknown' }]);
});

test('a schema is changed wherever messages hold it', async () => {
  const refers = (title: string, action: 'send' | 'receive') => {
    const text = JSON.parse(document(title, action, { properties: { to: { $ref: '#/components/schemas/Address' } } }));
    return JSON.stringify({
      ...text,
      components: { schemas: { Address: { type: 'object', properties: { city: string, street: string } } } },
    });
  };
  const some = await documentsOf({
    'a.json': refers('Orders', 'send'),
    'b.json': refers('Shipping', 'receive'),
    'c.json': document('Other', 'receive', { properties: { id: string } }),
  });
  const related = relate(some);
  const aimed = aimAt(related, definitionsIn(related, some), 'schema:Address.city');
  if (aimed.aimed !== 'at') throw new Error(aimed.aimed);
  const { affected } = impact(related, some, { ...aimed, change: { kind: 'remove' } });
  expect(affected.map(({ serviceName, verdict, why }) => [serviceName, verdict, why])).toEqual([
    ['Shipping', 'breaks', 'reads `to.city`'],
    ['Other', 'does-not-break', 'does not read `to.city`'],
  ]);
});

test('what is asked about: the longest name, then a field of it', () => {
  const aim = (name: string, field?: string) => aimAt(chart, definitions, name, field);
  expect(aim('shop.orders')).toMatchObject({ aimed: 'at', target: { kind: 'channel' } });
  expect(aim('shop.orders.total.amount')).toMatchObject({ target: { kind: 'channel' }, field: 'total.amount' });
  expect(aim('Placed', 'items.sku')).toMatchObject({ target: { kind: 'message' }, field: 'items[].sku' });
  expect(aim('Placed.totl')).toMatchObject({ aimed: 'no-field', field: 'totl', near: 'total' });
  expect(aim('Plaecd.total')).toMatchObject({ aimed: 'at', takenFor: 'Placed', field: 'total' });
  expect(aim('Weather.total')).toMatchObject({ aimed: 'none', candidates: [] });
});
