import { expect, test } from 'vitest';
import { documentsOf } from '../../test-support/chart-of.ts';
import { relate } from '../relate/relate.ts';
import { createSearch } from './search.ts';

/** A service that sends one message of these fields. */
function sending(title: string, info: object, protocol: string, address: string, name: string, message: object) {
  return JSON.stringify({
    asyncapi: '3.1.0',
    info: { title, version: '1.0.0', ...info },
    servers: { production: { host: `${protocol}.example.com`, protocol } },
    channels: { it: { address, messages: { [name]: message } } },
    operations: { it: { action: 'send', channel: { $ref: '#/channels/it' } } },
  });
}

const strings = (...names: string[]) => ({
  payload: { type: 'object', properties: Object.fromEntries(names.map(name => [name, { type: 'string' }])) },
});

const documents = await documentsOf({
  'payments.json': sending(
    'Payments',
    { 'x-owner': { id: 'till', name: 'Till Team' }, 'x-domain': 'Money', description: 'Charges cards.' },
    'kafka',
    'payments.captured',
    'PaymentCaptured',
    { title: 'Money arrived', ...strings('paymentId', 'amount', 'email') },
  ),
  'refunds.json': sending(
    'Refund Desk',
    { 'x-owner': 'care', 'x-domain': 'Care', description: 'Gives back payments.' },
    'mqtt',
    'refunds/{orderId}/given',
    'RefundGiven',
    { summary: 'Sent for each refund.', ...strings('refundId', 'email') },
  ),
});
const { search } = createSearch(relate(documents), documents);

/** Hits as `kind name`. */
function hits(query: string, limit?: number): string[] {
  return search(query, limit).map(({ kind, name }) => `${kind} ${name}`);
}

test('each kind of thing is found by its name', () => {
  expect(hits('Payments')).toContain('service Payments');
  expect(hits('payments.captured')).toContain('channel payments.captured');
  expect(hits('RefundGiven')).toContain('message RefundGiven');
  expect(hits('Till Team')).toContain('team Till Team');
  expect(hits('Money')).toContain('domain Money');
  expect(hits('refunds.json')).toContain('document Refund Desk');
  expect(hits('email')).toEqual(['field email', 'field email']);
});

test('a hit says what tells it apart, and where it leads', () => {
  expect(search('payments', 1)).toMatchObject([
    { kind: 'service', id: 'payments', name: 'Payments', context: 'Till Team' },
  ]);
  expect(search('kind:message refund')).toMatchObject([{ id: 'refundgiven', context: 'refunds/{orderId}/given' }]);
  expect(search('kind:field refundId')).toMatchObject([
    { id: 'refundgiven', name: 'refundId', context: 'RefundGiven' },
  ]);
  expect(search('kind:document payments')[0]).toMatchObject({
    id: 'shop/payments.json',
    context: 'shop/payments.json',
  });
});

test('the name itself comes before its beginning, that before a word of it, and that before a word about it', () => {
  const found = search('payments').map(({ kind, name, score }) => [Math.floor(score), kind, name]);
  expect(found).toEqual([
    [4, 'service', 'Payments'],
    [4, 'document', 'Payments'],
    [3, 'channel', 'payments.captured'],
    [2, 'message', 'PaymentCaptured'],
    [2, 'field', 'paymentId'],
    [1, 'service', 'Refund Desk'],
  ]);
});

test('names are found by their words, without their humps, and as they are typed', () => {
  for (const typed of ['payment captured', 'captured payment', 'paymentcaptured', 'PaymentCapt', 'paymentc', 'pay cap'])
    expect(hits(typed)).toContain('message PaymentCaptured');
});

test('a protocol is a word about the services and channels that speak it', () => {
  expect(hits('mqtt')).toEqual(['channel refunds/{orderId}/given', 'service Refund Desk']);
});

test('a title is a name too', () => {
  expect(hits('money arrived')[0]).toBe('message PaymentCaptured');
});

test.each(['paymnets', 'pyaments', 'paymants', 'Refnud Desk'])('%s is forgiven', typed => {
  expect(hits(typed)[0]).toMatch(/Payments|Refund Desk/);
});

test('short words are taken as they are', () => {
  expect(hits('tal')).toEqual([]);
});

test('all words count; only where nothing has them all, some of them do', () => {
  expect(hits('refund given')).not.toContain('message PaymentCaptured');
  expect(hits('refund submarine')).toContain('message RefundGiven');
});

test('a field is found together with its message', () => {
  expect(search('email RefundGiven').filter(hit => hit.kind === 'field')).toMatchObject([
    { name: 'email', context: 'RefundGiven' },
  ]);
});

test.each([
  ['owner:till kind:service', ['service Payments']],
  ['owner:"Till Team" kind:channel', ['channel payments.captured']],
  ['protocol:mqtts kind:channel', ['channel refunds/{orderId}/given']],
  ['domain:care kind:messages', ['message RefundGiven']],
  ['kind:field protocol:kafka email', ['field email']],
  ['kind:team kind:domain', ['team care', 'team Till Team', 'domain Care', 'domain Money']],
  ['owner:nobody', []],
  ['kind:nothing', []],
])('%s filters', (typed, found) => {
  expect(hits(typed)).toEqual(found);
});

test('filters alone list everything that passes, by kind and name', () => {
  expect(hits('owner:care')).toEqual([
    'service Refund Desk',
    'channel refunds/{orderId}/given',
    'message RefundGiven',
    'team care',
    'document Refund Desk',
    'field email',
    'field refundId',
  ]);
});

test('an unknown filter is text', () => {
  expect(hits('about:payments')).toContain('service Payments');
});

test('nothing finds nothing', () => {
  expect(search('')).toEqual([]);
  expect(search('  ')).toEqual([]);
  expect(search('…')).toEqual([]);
  expect(search('submarine')).toEqual([]);
});

test('at most as many hits as asked for, the same ones each time', () => {
  expect(search('payments', 2)).toEqual(search('payments').slice(0, 2));
  expect(search('owner:care', 6)).toEqual(search('owner:care').slice(0, 6));
  const again = createSearch(relate(documents.toReversed()), documents.toReversed());
  expect(again.search('payments')).toEqual(search('payments'));
});
