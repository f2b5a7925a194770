import { expect, test } from 'vitest';
import { documentsOf } from '../../test-support/chart-of.ts';
import { relate } from '../relate/relate.ts';
import { lineage } from './lineage.ts';

/** A document of a service by what it does: message and fields, each of a string. */
function service(title: string, uses: readonly (readonly ['send' | 'receive', string, ...string[]])[]): string {
  const channels: Record<string, object> = {};
  const operations: Record<string, object> = {};
  for (const [action, message, ...fields] of uses) {
    const properties: Record<string, object> = {};
    for (const field of fields) {
      const [outer = '', inner] = field.split('.');
      properties[outer] = inner ? { type: 'object', properties: { [inner]: { type: 'string' } } } : { type: 'string' };
    }
    channels[message] = { address: message, messages: { [message]: { payload: { type: 'object', properties } } } };
    operations[`${action}${message}`] = { action, channel: { $ref: `#/channels/${message}` } };
    Object.assign(operations[`${action}${message}`] as object, {
      messages: [{ $ref: `#/channels/${message}/messages/${message}` }],
    });
  }
  const servers = { production: { host: 'kafka.example.com', protocol: 'kafka' } };
  return JSON.stringify({ asyncapi: '3.1.0', info: { title, version: '1.0.0' }, servers, channels, operations });
}

const documents = await documentsOf({
  'shop.json': service('Shop', [['send', 'Placed', 'id', 'customerId', 'note']]),
  'bills.json': service('Bills', [
    ['receive', 'Placed', 'id', 'customerId'],
    ['send', 'Billed', 'id', 'customer.id', 'note'],
  ]),
  'mail.json': service('Mail', [
    ['receive', 'Billed', 'customer.id'],
    ['send', 'Mailed', 'recipient', 'customerId'],
  ]),
});
const chart = relate(documents);

function followed(message: string, field: string) {
  const { comesFrom, goesTo } = lineage(chart, documents, { message, field });
  const told = (all: typeof goesTo) =>
    all.map(
      ({ serviceName, from, to, same }) =>
        `${from.message}.${from.field} → ${serviceName} → ${to.message}.${to.field}: ${same}`,
    );
  return { comesFrom: told(comesFrom), goesTo: told(goesTo) };
}

test('a field goes on through services that read it and send one of the same words', () => {
  expect(followed('placed', 'customerId')).toEqual({
    comesFrom: [],
    goesTo: [
      'placed.customerId → Bills → billed.customer.id: path',
      'billed.customer.id → Mail → mailed.customerId: path',
    ],
  });
});

test('the same backwards', () => {
  expect(followed('mailed', 'customerId').comesFrom).toEqual([
    'billed.customer.id → Mail → mailed.customerId: path',
    'placed.customerId → Bills → billed.customer.id: path',
  ]);
});

test('a service that does not read the field carries nothing on, and names that every message has tell nothing', () => {
  expect(followed('placed', 'note').goesTo).toEqual([]);
  expect(followed('placed', 'id').goesTo).toEqual([]);
});
