import { type Finding, findingOf, type Severity } from '@portolan/base';
import { readText } from '@portolan/contract';
import { describe, expect, test } from 'vitest';
import { lint, rulesOf } from '../index.ts';
import { CRITERIA } from './criteria.ts';
import { score } from './score.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.2.0
  description: Takes orders and says what becomes of them.
  contact:
    name: Team Checkout
  license:
    name: Apache 2.0
  tags:
    - name: shop
defaultContentType: application/json
channels:
  placed:
    address: orders.placed
    description: Every order, once, as soon as it is paid.
    messages:
      orderPlaced:
        summary: An order was placed and paid for.
        payload:
          type: object
          required: [orderId]
          properties:
            orderId:
              type: string
        examples:
          - payload:
              orderId: o-1
operations:
  announceOrder:
    action: send
    channel:
      $ref: '#/channels/placed'
    summary: Tells everybody about a paid order.
`;

async function contractOf(text: string) {
  const { contract, findings } = await readText('orders.yaml', text, () => undefined);
  if (!contract) throw new Error('no AsyncAPI document');
  return { contract, findings: [...findings, ...(await lint(contract, rulesOf('strict')))] };
}

async function scoreOf(text: string) {
  const { contract, findings } = await contractOf(text);
  return score(contract, findings);
}

/** What is missing, by criterion: those with nothing missing are left out. */
async function missingIn(text: string) {
  const { criteria } = await scoreOf(text);
  return criteria
    .filter(({ missing }) => missing.length > 0)
    .map(({ id, earned, missing }) => ({ id, earned, missing }));
}

test('the criteria have different names and are worth 100 points together', () => {
  expect(new Set(CRITERIA.map(({ id }) => id)).size).toBe(CRITERIA.length);
  expect(CRITERIA.reduce((sum, { of }) => sum + of, 0)).toBe(100);
});

test('a document that lacks nothing has all points', async () => {
  expect(await scoreOf(good)).toMatchObject({ points: 100, of: 100 });
});

test('an empty document has the points for its version and for being right', async () => {
  const { points, criteria } = await scoreOf('asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\n');
  expect(criteria.filter(({ earned }) => earned > 0).map(({ id, earned }) => [id, earned])).toEqual([
    ['versioned', 5],
    ['no-errors', 16],
    ['no-warnings', 8],
  ]);
  expect(points).toBe(29);
});

describe('what is missing is said with its place', () => {
  const info = { source: 'orders.yaml', pointer: '/info' };
  const message = { source: 'orders.yaml', pointer: '/channels/placed/messages/orderPlaced', part: 'key' };

  test.each([
    [
      '  description: Takes orders and says what becomes of them.\n',
      'described',
      info,
      'There is no `info.description`.',
    ],
    ['  contact:\n    name: Team Checkout\n', 'owned', info, 'There is neither an `info.contact` nor an `x-owner`.'],
    ['  license:\n    name: Apache 2.0\n', 'licensed', info, 'There is no `info.license`.'],
    ['  tags:\n    - name: shop\n', 'tagged', info, 'There are no tags.'],
    [
      '    description: Every order, once, as soon as it is paid.\n',
      'channels-described',
      { source: 'orders.yaml', pointer: '/channels/placed', part: 'key' },
      'Channel `placed` has neither a summary nor a description.',
    ],
    [
      '    summary: Tells everybody about a paid order.\n',
      'operations-described',
      { source: 'orders.yaml', pointer: '/operations/announceOrder', part: 'key' },
      'Operation `announceOrder` has neither a summary nor a description.',
    ],
    [
      '        summary: An order was placed and paid for.\n',
      'messages-described',
      message,
      'Nothing says what message `orderPlaced` means.',
    ],
    [
      'defaultContentType: application/json\n',
      'messages-encoded',
      message,
      'Message `orderPlaced` has no `contentType`, nor has the document a `defaultContentType`.',
    ],
    [
      '        examples:\n          - payload:\n              orderId: o-1\n',
      'examples',
      message,
      'Message `orderPlaced` has no example.',
    ],
    [
      '              type: string\n',
      'payloads-constrained',
      message,
      'The payload of message `orderPlaced` accepts anything at `orderId`.',
    ],
  ])('without %j', async (text, id, origin, what) => {
    expect(
      await missingIn(good.replace(text, text === '              type: string\n' ? '              title: Id\n' : '')),
    ).toEqual([{ id, earned: 0, missing: [{ origin, what }] }]);
  });

  test('a version of another form', async () => {
    expect(await missingIn(good.replace('1.2.0', 'v2'))).toEqual([
      {
        id: 'versioned',
        earned: 0,
        missing: [
          {
            origin: { source: 'orders.yaml', pointer: '/info/version' },
            what: 'The version `v2` is not of the form `major.minor.patch`.',
          },
        ],
      },
    ]);
  });

  test('a message without a payload lacks the schema and what it would say', async () => {
    const missing = await missingIn(good.replace(/ {8}payload:[\s\S]*?(?= {8}examples)/, ''));
    expect(missing.map(({ id }) => id)).toEqual(['payloads-present', 'payloads-constrained']);
    expect(new Set(missing.flatMap(it => it.missing.map(({ what }) => what)))).toEqual(
      new Set(['Message `orderPlaced` has no schema of its payload.']),
    );
  });

  test('a payload that may hold anything, and one that Portolan does not read', async () => {
    const payload = / {8}payload:[\s\S]*?(?= {8}examples)/;
    const open = await missingIn(good.replace(payload, '        payload:\n          type: object\n'));
    expect(open).toMatchObject([
      {
        id: 'payloads-constrained',
        missing: [{ what: 'The payload of message `orderPlaced` accepts anything, or members that nobody names.' }],
      },
    ]);
    const raml = `        payload:\n          schemaFormat: application/raml+yaml;version=1.0\n          schema: 'type: object'\n`;
    expect(await missingIn(good.replace(payload, raml))).toMatchObject([
      {
        id: 'payloads-constrained',
        missing: [{ what: 'The payload of message `orderPlaced` was not checked: Portolan does not read raml.' }],
      },
    ]);
  });

  test('messages of 2.x that are called after their operation', async () => {
    const text = (message: string) => `asyncapi: 2.6.0
info:
  title: Orders
  version: 1.0.0
tags:
  - name: shop
channels:
  orders:
    subscribe:
      operationId: announce
      message:
${message}`;
    const named = async (message: string) =>
      (await scoreOf(text(message))).criteria
        .find(({ id }) => id === 'messages-named')
        ?.missing.map(({ what }) => what);
    expect(await named('        payload: { type: string }\n')).toEqual([
      'The message `announce.message` has no `name` of its own.',
    ]);
    const two = '        oneOf:\n          - payload: { type: string }\n          - messageId: cancelled\n';
    expect(await named(two)).toEqual(['The message `announce.message.1` has no `name` of its own.']);
    expect(await named('        name: orderPlaced\n')).toEqual([]);
    const tagged = (await scoreOf(text('        name: a\n'))).criteria.find(({ id }) => id === 'tagged');
    expect(tagged?.earned).toBe(3);
  });

  test('secrets that a document holds are not repeated', async () => {
    const { contract } = await contractOf(good.replace('1.2.0', 'amqp://guest:s3cret@example.com'));
    expect(JSON.stringify(score(contract, []))).not.toContain('s3cret');
  });
});

describe('findings', () => {
  const kind = (severity: Severity) => ({
    code: 'A_B',
    severity,
    says: 'Wrong.',
    why: '',
    help: '',
    bad: '',
    good: '',
  });
  const some = (severity: Severity, count: number): Finding[] =>
    Array.from({ length: count }, (_, index) =>
      findingOf(kind(severity), { source: 'orders.yaml', pointer: `/${index}` }),
    );

  test.each([
    ['error', 'no-errors', [16, 8, 5, 4, 1]],
    ['warning', 'no-warnings', [8, 4, 2, 2, 0]],
  ] as const)('each %s takes points, the first most', async (severity, id, earned) => {
    const { contract } = await contractOf(good);
    const points = [0, 1, 2, 3, 10].map(
      count => score(contract, some(severity, count)).criteria.find(criterion => criterion.id === id)?.earned,
    );
    expect(points).toEqual(earned);
  });

  test('infos take none', async () => {
    const { contract } = await contractOf(good);
    expect(score(contract, some('info', 9)).points).toBe(100);
  });

  test('are quoted with their code', async () => {
    const { contract } = await contractOf(good);
    expect(score(contract, some('error', 1)).criteria.find(({ id }) => id === 'no-errors')?.missing).toEqual([
      { origin: { source: 'orders.yaml', pointer: '/0' }, what: 'A_B: Wrong.' },
    ]);
  });
});
