import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { proofOf, readSettings, rule, rulesOfAssertions, runRules } from '../index.ts';
import { isCased } from './casing.ts';
import { CASINGS, type Casing } from './model.ts';

const DOCUMENT = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  contact: { email: sales@example.com }
  x-owner: sales
servers:
  production: { host: kafka.example.com, protocol: kafka, tags: [{ name: a }] }
channels:
  placed:
    address: orders.{region}.placed
    parameters:
      region: { enum: [eu, us] }
    bindings: { kafka: { partitions: 3 } }
    messages:
      Placed:
        title: Placed
        summary: An order.
        payload: { $ref: '#/components/schemas/Order' }
operations:
  sendPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
components:
  schemas:
    Order:
      type: object
      properties:
        orderId: { type: string, description: Names it. }
        Total: { $ref: '#/components/schemas/Money' }
    Money:
      type: object
      properties: { amount: { type: number } }
`;

const { contract } = await readText('a.yaml', DOCUMENT, () => undefined);
if (!contract) throw new Error('unreadable');

/** What one assertion says of the document. */
async function said(assertion: string): Promise<string[]> {
  const { settings, findings } = readSettings(
    'portolan.yaml',
    `version: 1\nassertions: [{ code: TEAM_A, ${assertion} }]`,
  );
  expect(findings).toEqual([]);
  const made = await runRules(contract as NonNullable<typeof contract>, await rulesOfAssertions(settings.assertions));
  return made.map(({ message, origin }) => `${origin.pointer}: ${message}`);
}

test.each([
  ['on: info, must: { field: contact.email, defined: true }', []],
  [
    'on: info, must: { field: contact.url, defined: true }',
    ['/info/contact/url: `contact.url` of the info of `Orders` must be there.'],
  ],
  ['on: info, must: { field: x-owner, enum: [sales, billing] }', []],
  [
    'on: info, must: { field: x-owner, const: billing }',
    ['/info/x-owner: `x-owner` of the info of `Orders` must be "billing".'],
  ],
  ['on: info, must: { field: termsOfService, undefined: true }', []],
  [
    'on: contract, must: { field: servers.*.protocol, enum: [amqp] }',
    ['/servers/production/protocol: `servers.0.protocol` of the document `Orders` must be one of "amqp".'],
  ],
  [
    'on: server, must: { field: tags, minLength: 2 }',
    ['/servers/production/tags: `tags` of server `production` must have at least 2 items.'],
  ],
  ['on: channel, must: { field: address, pattern: "^orders\\\\." }', []],
  [
    'on: channel, must: { field: address, notPattern: "[{]" }',
    ['/channels/placed/address: `address` of channel `placed` must not fit `[{]`.'],
  ],
  [
    'on: channel, must: { field: bindings.kafka.partitions, schema: { minimum: 6 } }',
    [
      '/channels/placed/bindings/kafka/partitions: `bindings.kafka.partitions` of channel `placed` must fulfil its schema, but it is 3, but must be at least 6.',
    ],
  ],
  [
    'on: channel, must: { mutuallyExclusive: [address, parameters] }',
    ['/channels/placed: Channel `placed` may have only one of `address` and `parameters`.'],
  ],
  [
    'on: channel, must: { requireAny: [summary, description] }',
    ['/channels/placed: Channel `placed` must have one of `summary` and `description`.'],
  ],
  ['on: parameter, must: { field: name, casing: kebab }', []],
  [
    'on: operation, must: { field: name, casing: snake }',
    ['/operations/sendPlaced/name: `name` of operation `sendPlaced` must be in snake case, as in `order_placed`.'],
  ],
  [
    'on: message, must: { field: title, maxLength: 3 }',
    ['/channels/placed/messages/Placed/title: `title` of message `Placed` must have at most 3 characters.'],
  ],
  [
    'on: message, must: { field: "payload.properties.*~", casing: camel }',
    [
      '/components/schemas/Order/properties/Total: `payload.properties.Total` of message `Placed` must be in camel case, as in `orderPlaced`.',
    ],
  ],
  [
    'on: message, must: { field: payload.properties.Total.properties.*.description, defined: true }',
    [
      '/components/schemas/Money/properties/amount/description: `payload.properties.Total.properties.amount.description` of message `Placed` must be there.',
    ],
  ],
  [
    'on: schema, where: { field: type, const: object }, must: { field: description, defined: true }',
    [
      '/components/schemas/Order/description: `description` of schema `Order` must be there.',
      '/components/schemas/Money/description: `description` of schema `Money` must be there.',
    ],
  ],
])('%s', async (assertion, expected) => {
  expect(await said(assertion)).toEqual(expected);
});

test('`where` picks the nodes; what is not there fits nothing', async () => {
  const must = 'must: { field: summary, defined: true }';
  expect(await said(`on: channel, where: { field: address, pattern: placed }, ${must}`)).toHaveLength(1);
  expect(await said(`on: channel, where: { field: address, pattern: shipped }, ${must}`)).toEqual([]);
  expect(await said(`on: channel, where: { field: title, pattern: '.*' }, ${must}`)).toEqual([]);
  expect(
    await said(`on: channel, where: [{ field: title, undefined: true }, { field: address, defined: true }], ${must}`),
  ).toHaveLength(1);
});

test('it speaks the team’s words', async () => {
  const says = 'says: "{name}: {field} is {value}.", on: info, must: { field: version, const: 2.0.0 }';
  expect(await said(says)).toEqual(['/info/version: Orders: version is 1.0.0.']);
});

test.each<[Casing, string, string]>([
  ['camel', 'orderPlaced2', 'OrderPlaced'],
  ['pascal', 'OrderPlaced', 'orderPlaced'],
  ['kebab', 'order-placed', 'order_placed'],
  ['snake', 'order_placed', 'order-placed'],
  ['screaming-snake', 'ORDER_PLACED', 'Order_Placed'],
  ['dot', 'order.placed', 'order-placed'],
  ['lower', 'order/placed', 'Order'],
  ['upper', 'ORDER-PLACED', 'Order'],
  ['flat', 'orderplaced', 'order-placed'],
])('%s case: %s and not %s', (casing, good, bad) => {
  expect([isCased(good, casing), isCased(bad, casing)]).toEqual([true, false]);
  expect(CASINGS).toContain(casing);
});

test('a rule is tried on its own examples', async () => {
  const team = (bad: string, good: string) => ({
    ...rule({
      code: 'TEAM_TITLE',
      severity: 'info',
      says: 'The title is {title}.',
      why: '',
      help: '',
      bad,
      good,
      info: (info, { report }) => void (info.title === 'Orders' && report(info, { title: info.title })),
    }),
    from: 'portolan.yaml',
  });
  const other = DOCUMENT.replace('Orders', 'Payments');
  expect(await proofOf(team(DOCUMENT, other))).toMatchObject({ verdict: 'holds' });
  expect(await proofOf(team(other, DOCUMENT))).toMatchObject({
    verdict: 'fails',
    reasons: ['it finds nothing in its bad example', 'in its good example it finds: The title is Orders.'],
  });
  expect(await proofOf(team(DOCUMENT, ''))).toMatchObject({
    verdict: 'untested',
    reasons: ['it has no `good` example'],
  });
  expect(await proofOf(team('no document', other))).toMatchObject({ verdict: 'fails' });
});
