import { expect, test } from 'vitest';
import { documentsOf } from '../../test-support/chart-of.ts';
import { relate } from '../relate/relate.ts';
import { filterText } from './query.ts';
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
const made = createSearch(relate(documents), documents);
const search = (query: string, limit?: number) => made.search(query, limit).hits;

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
    [1, 'finding', '`Payments` sends `PaymentCaptured`, but no document says who receives it.'],
  ]);
});

test('names are found by their words, without their humps, and as they are typed', () => {
  for (const typed of ['payment captured', 'captured payment', 'paymentcaptured', 'PaymentCapt', 'paymentc', 'pay cap'])
    expect(hits(typed)).toContain('message PaymentCaptured');
});

test('a protocol is a word about the services and channels that speak it', () => {
  expect(hits('mqtt').sort()).toEqual([
    'channel refunds/{orderId}/given',
    'server mqtt.example.com:1883',
    'service Refund Desk',
  ]);
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
    'finding `Refund Desk` sends `RefundGiven`, but no document says who receives it.',
    'field email',
    'field refundId',
  ]);
});

test('an unknown filter is text, and a note says which filters there are', () => {
  expect(hits('about:payments')).toContain('service Payments');
  expect(made.search('ownr:till payments').notes).toEqual([
    'There is no filter “ownr”, so it was searched for as a word. Did you mean owner:? There are owner, domain, protocol, kind, tag, field and server.',
  ]);
  expect(made.search('kind:mesage').notes[0]).toMatch(/^There is no kind “mesage”. Did you mean kind:message\?/);
  expect(made.search('payments').notes).toEqual([]);
});

test('a field filter finds whatever has to do with messages that have the field', () => {
  expect(hits('field:amount kind:service')).toEqual(['service Payments']);
  expect(hits('field:email kind:message')).toEqual(['message PaymentCaptured', 'message RefundGiven']);
  expect(hits('field:amount kind:field')).toEqual(['field amount']);
  expect(hits('field:nothing')).toEqual([]);
});

test('a server is a filter by its host or by its name', () => {
  expect(hits('server:mqtt.example.com:1883 kind:channel')).toEqual(['channel refunds/{orderId}/given']);
  expect(hits('server:production kind:service')).toEqual(['service Payments', 'service Refund Desk']);
});

test('a minus is without: a word, a filter', () => {
  expect(hits('kind:service -owner:till')).toEqual(['service Refund Desk']);
  expect(hits('payments kind:service -cards')).toEqual(['service Refund Desk']);
  expect(hits('-payments')).toEqual([]);
});

test('words in quotes stand together', () => {
  expect(hits('"refund given" kind:message')).toEqual(['message RefundGiven']);
  expect(hits('"given refund" kind:message')).toEqual([]);
});

test('counts everything that fits, and says what it can be narrowed by', () => {
  const { total, facets, hits: shown } = made.search('email', 1);
  expect([total, shown.length]).toEqual([2, 1]);
  expect(facets).toEqual([
    { filter: 'kind', values: [{ value: 'field', count: 2 }] },
    {
      filter: 'owner',
      values: [
        { value: 'care', count: 1 },
        { value: 'till', name: 'Till Team', count: 1 },
      ],
    },
    {
      filter: 'domain',
      values: [
        { value: 'care', name: 'Care', count: 1 },
        { value: 'money', name: 'Money', count: 1 },
      ],
    },
    {
      filter: 'protocol',
      values: [
        { value: 'kafka', count: 1 },
        { value: 'mqtt', count: 1 },
      ],
    },
  ]);
});

test('the values of a facet are filters that leave as many as it says', () => {
  for (const { filter, values } of made.search('payment').facets) {
    for (const { value, count } of values) {
      expect(made.search(`payment ${filterText(filter, value)}`).total).toBe(count);
    }
  }
});

test('suggests filters and their values while one types', () => {
  const parts = (typed: string) => made.suggest(typed).map(({ query, count }) => `${query} ${count ?? ''}`.trim());
  expect(parts('refund own')).toEqual(['refund owner:']);
  expect(parts('owner:t')).toEqual(['owner:till 9']);
  expect(parts('refund protocol:')).toEqual(['refund protocol:mqtt 6']);
  expect(parts('-domain:mon')).toEqual(['-domain:money 9']);
  expect(parts('field:em')).toEqual(['field:email 2']);
  expect(parts('Till')).toEqual(['owner:till 9']);
  expect(parts('refund ')).toEqual([]);
  expect(parts('colour:r')).toEqual([]);
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
  expect(again.search('payments').hits).toEqual(search('payments'));
});
