import type { Example } from '@portolan/base';
import { describe, expect, test } from 'vitest';
import { chartOf, type Texts } from '../test-support/chart-of.ts';
import { short } from '../test-support/short.ts';
import { chartFindingKinds } from './findings.ts';

async function codes(example: Example) {
  return (await chartOf(example as Texts)).findings.map(finding => finding.code);
}

describe.each(chartFindingKinds.map(kind => [kind.code, kind] as const))('%s', (code, kind) => {
  test('is found in its bad example', async () => {
    const { findings } = await chartOf(kind.bad as Texts);
    const finding = findings.find(each => each.code === code);
    expect(finding).toMatchObject({ severity: kind.severity });
    expect(`${finding?.message} ${finding?.help}`).not.toMatch(/\{\w+\}|undefined/);
    expect(Object.keys(kind.bad)).toContain(finding?.origin.source);
    expect(finding?.document).toBe(`shop/${finding?.origin.source}`);
  });

  test('is not found in its good example', async () => {
    expect(await codes(kind.good)).not.toContain(code);
  });
});

test('codes are unique', () => {
  expect(new Set(chartFindingKinds.map(kind => kind.code)).size).toBe(chartFindingKinds.length);
});

async function messages(texts: Texts) {
  return (await chartOf(texts)).findings.map(finding => `${finding.document}: ${finding.message}`);
}

test('SERVICE_OWNERS_DIFFER stands at the document that deviates and points to the first', async () => {
  const texts = {
    'a.json': short({ title: 'A', info: { 'x-owner': 'sales' }, operations: [] }),
    'b.json': short({ title: 'A', operations: [] }),
    'c.json': short({ title: 'A', info: { 'x-owner': 'Finance' }, operations: [] }),
  };
  expect(await messages(texts)).toEqual([
    'shop/c.json: The documents of `A` name different owners: `sales` and `Finance`.',
  ]);
  expect((await chartOf(texts)).findings[0]?.related).toEqual([
    { message: 'a.json says otherwise.', origin: { source: 'a.json', pointer: '/info' } },
  ]);
});

test('MESSAGE_NEVER_SENT and MESSAGE_NEVER_RECEIVED name everybody on the one side', async () => {
  const texts = {
    'a.json': short({ title: 'A', operations: ['send out Gone'] }),
    'b.json': short({ title: 'B', operations: ['receive in Wanted'] }),
    'c.json': short({ title: 'C', operations: ['receive in Wanted'] }),
    'd.json': short({ title: 'D', operations: ['receive in Wanted'] }),
  };
  expect(await messages(texts)).toEqual([
    'shop/a.json: `A` sends `Gone`, but no document says who receives it.',
    'shop/b.json: `B`, `C` and `D` receive `Wanted`, but no document says who sends it.',
  ]);
});

test('what is left over on both sides of one channel may be one message under two names', async () => {
  const { findings } = await chartOf({
    'a.json': short({ title: 'A', operations: ['send sums Sum, Other', 'receive others Other'] }),
    'b.json': short({ title: 'B', operations: ['receive sums requestSum'] }),
  });
  expect(
    findings.find(finding => finding.code === 'MESSAGE_NEVER_SENT' && finding.document === 'shop/b.json')?.related,
  ).toEqual([
    {
      message: '`Other` is sent here and never received: the same under another name?',
      origin: { source: 'a.json', pointer: '/channels/sums/messages/Other' },
    },
    {
      message: '`Sum` is sent here and never received: the same under another name?',
      origin: { source: 'a.json', pointer: '/channels/sums/messages/Sum' },
    },
  ]);
});

test('who uses the channel without naming messages may be the missing side', async () => {
  const texts = {
    'a.json': short({ title: 'A', operations: ['send orders Placed'] }),
    'b.json': short({ title: 'B', operations: ['receive orders'] }),
  };
  expect(await messages(texts)).toEqual([]);
});

test('DIRECTION_CONFLICT takes the place of what it explains', async () => {
  const texts = {
    'a.json': short({ title: 'A', operations: ['receive orders Placed'] }),
    'b.json': short({ title: 'B', operations: ['receive orders Placed'] }),
  };
  expect(await messages(texts)).toEqual([
    'shop/b.json: `A` and `B` both say that they receive on `orders`, and nobody else uses it.',
  ]);
});

test('DIRECTION_CONFLICT stands where the doubt is', async () => {
  const written = (title: string, operation: object) =>
    JSON.stringify({
      ...JSON.parse(short({ title, operations: ['receive orders Placed'] })),
      operations: { placed: { action: 'receive', channel: { $ref: '#/channels/orders' }, ...operation } },
    });
  const texts = {
    'a.json': written('A', {}),
    'b.json': written('B', { bindings: { kafka: { groupId: { const: 'b' } } } }),
  };
  const place = { source: 'a.json', pointer: '/operations/placed/action' };
  expect((await chartOf(texts)).findings).toMatchObject([
    {
      code: 'DIRECTION_CONFLICT',
      document: 'shop/a.json',
      fix: { says: 'Write `action: send`', steps: [{ do: 'replace', origin: place, value: 'send' }] },
    },
  ]);
});

test('DIRECTION_CONFLICT needs exactly two services that mean the same message', async () => {
  const two = {
    'a.json': short({ title: 'A', operations: ['receive orders Placed'] }),
    'b.json': short({ title: 'B', operations: ['receive orders Cancelled'] }),
  };
  expect(await codes(two)).not.toContain('DIRECTION_CONFLICT');
  const three = {
    'a.json': short({ title: 'A', operations: ['receive orders Placed'] }),
    'b.json': short({ title: 'B', operations: ['receive orders Placed'] }),
    'c.json': short({ title: 'C', operations: ['receive orders Placed'] }),
  };
  expect(await codes(three)).toEqual(['MESSAGE_NEVER_SENT']);
});

test('CHANNEL_TWO_SENDER_OWNERS accuses nobody who is uncertain to send', async () => {
  const doubtful = JSON.stringify({
    ...JSON.parse(short({ title: 'A', info: { 'x-owner': 'finance' }, operations: ['send orders Placed'] })),
    operations: { receiveOrder: { action: 'send', channel: { $ref: '#/channels/orders' } } },
  });
  const texts = {
    'a.json': doubtful,
    'b.json': short({ title: 'B', info: { 'x-owner': 'sales' }, operations: ['send orders Placed'] }),
    'c.json': short({ title: 'C', operations: ['receive orders Placed'] }),
  };
  expect(await codes(texts)).toEqual([]);
});

test('DIRECTION_REVERSED says what proves it, and its fix makes the document say so', async () => {
  const placed = (action: string, more = {}) => ({ action, channel: { $ref: '#/channels/orders' }, ...more });
  const written = (title: string, operations: object) =>
    JSON.stringify({ ...JSON.parse(short({ title, operations: ['send orders Placed'] })), operations });
  const texts = {
    'a.json': written('A', { publishPlaced: placed('receive') }),
    'b.json': written('B', { onPlaced: placed('receive') }),
  };
  const { findings, links } = await chartOf(texts);
  expect(findings).toMatchObject([
    {
      code: 'DIRECTION_REVERSED',
      document: 'shop/a.json',
      message:
        '`publishPlaced` says that `A` receives on `orders`, but it sends: its id “publishPlaced”, the other documents (b receives).',
      fix: { steps: [{ do: 'replace', origin: { pointer: '/operations/publishPlaced/action' }, value: 'send' }] },
    },
  ]);
  expect(links.map(({ service, action, confidence }) => [service, action, confidence])).toEqual([
    ['a', 'send', 'supported'],
    ['b', 'receive', 'supported'],
  ]);
  const mended = { ...texts, 'a.json': written('A', { publishPlaced: placed('send') }) };
  expect(await codes(mended)).toEqual([]);
  const settled = written('A', { publishPlaced: placed('receive', { 'x-portolan-direction': 'receive' }) });
  expect(await codes({ ...texts, 'a.json': settled })).not.toContain('DIRECTION_REVERSED');
});

test('DIRECTION_REVERSED renames the verb of 2.x, unless the channel has both', async () => {
  const written = (title: string, channel: object) =>
    JSON.stringify({
      asyncapi: '2.6.0',
      info: { title, version: '1' },
      servers: { production: { url: 'kafka.example.com:9092', protocol: 'kafka' } },
      channels: { orders: channel },
    });
  const message = { name: 'Placed' };
  const group = { bindings: { kafka: { groupId: 'billing' } } };
  const sender = written('Orders', { subscribe: { operationId: 'emitPlaced', message } });
  const one = { 'a.json': sender, 'b.json': written('Billing', { subscribe: { ...group, message } }) };
  expect((await chartOf(one)).findings).toMatchObject([
    { code: 'DIRECTION_REVERSED', fix: { steps: [{ do: 'rename', key: 'publish' }] } },
  ]);
  const publish = { message: { name: 'Other' } };
  const both = { 'a.json': sender, 'b.json': written('Billing', { subscribe: { ...group, message }, publish }) };
  expect((await chartOf(both)).findings.find(({ code }) => code === 'DIRECTION_REVERSED')?.fix?.steps).toMatchObject([
    { do: 'insert', key: 'x-portolan-direction', value: 'receive' },
  ]);
});

test('a message under two names points to the one with the same fields', async () => {
  const written = (title: string, action: string, names: Readonly<Record<string, readonly string[]>>) => {
    const messages = Object.entries(names).map(([name, fields]) => {
      const properties = Object.fromEntries(fields.map(field => [field, { type: 'string' }]));
      return [name, { payload: { type: 'object', properties } }];
    });
    const document = JSON.parse(short({ title, operations: [`${action} orders`] }));
    document.channels.orders.messages = Object.fromEntries(messages);
    return JSON.stringify(document);
  };
  const { findings } = await chartOf({
    'a.json': written('A', 'send', { Closed: ['id', 'at'], OrderPlaced: ['id', 'total'] }),
    'b.json': written('B', 'receive', { placed: ['total', 'id'] }),
  });
  const placed = findings.find(({ code }) => code === 'MESSAGE_NEVER_SENT');
  expect(placed?.related?.map(({ message }) => message)).toEqual([
    '`OrderPlaced` is sent here and never received, with the same fields: the same under another name?',
    '`Closed` is sent here and never received: the same under another name?',
  ]);
});
