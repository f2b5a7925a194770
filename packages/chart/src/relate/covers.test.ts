import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartOf, documentsOf, type Texts } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { index } from '../lookup.ts';
import { printChart } from '../print/text.ts';
import { dependedOnBy } from '../questions/dependencies.ts';
import { impact } from '../questions/impact/impact.ts';
import { lineage } from '../questions/lineage.ts';
import { whoReceives } from '../questions/parties.ts';
import { wayBetween } from '../questions/way.ts';

const MQTT = { house: 'mqtt://mqtt.example.com' };
const KAFKA = { main: 'kafka://kafka.example.com' };

/** Covers of two documents, one that sends on an address and one that receives from the other. */
async function covers(sent: string, received: string, servers: [Servers, Servers] = [MQTT, MQTT]) {
  const { covers: found = [] } = await chartOf({
    'a.json': short({ title: 'A', servers: servers[0], operations: [`send ${sent} Read`] }),
    'b.json': short({ title: 'B', servers: servers[1], operations: [`receive ${received} Read`] }),
  });
  return found.map(({ by, confidence, says }) => `${says} by ${by}, ${confidence}`);
}

type Servers = Readonly<Record<string, string>>;

test('a wildcard covers what it means, and both stay channels of their own', async () => {
  expect(await covers('sensors/kitchen/temp', 'sensors/+/temp')).toEqual([
    '`sensors/+/temp` takes in `sensors/kitchen/temp` by wildcard, stated',
  ]);
  expect(await covers('sensors/{id}/temp', 'sensors/#')).toEqual([
    '`sensors/#` takes in `sensors/{id}/temp` by wildcard, stated',
  ]);
  expect(await covers('sensors/{room}/temp', 'sensors/kitchen/+')).toEqual([
    '`sensors/kitchen/+` may take in `sensors/{room}/temp` by wildcard, uncertain',
  ]);
});

test('a parameter in both is the same parameter', async () => {
  expect(await covers('{site}/sensors/kitchen/temp', '{place}/sensors/+/temp')).toEqual([
    '`{place}/sensors/+/temp` takes in `{site}/sensors/kitchen/temp` by wildcard, stated',
  ]);
  expect(await covers('home/sensors/kitchen/temp', '{place}/sensors/+/temp')).toEqual([
    '`{place}/sensors/+/temp` may take in `home/sensors/kitchen/temp` by parameter, uncertain',
  ]);
});

test('never across brokers or protocols, and every protocol has its own wildcards', async () => {
  const other = { house: 'mqtt://other.example.com' };
  expect(await covers('sensors/a', 'sensors/+', [MQTT, other])).toEqual([]);
  expect(await covers('sensors/a', 'sensors/+', [KAFKA, { main: 'mqtt://kafka.example.com:9092' }])).toEqual([]);
  expect(await covers('sensors/a', 'sensors/+', [KAFKA, KAFKA])).toEqual([]);
  expect(await covers('sensors.a.b', 'sensors.*', [KAFKA, KAFKA])).toHaveLength(1);
});

test('who names no server is on the only broker there is, by its wildcards', async () => {
  expect(await covers('sensors/a', 'sensors/+', [MQTT, {}])).toHaveLength(1);
  expect(await covers('sensors/a', 'sensors/+', [{}, {}])).toHaveLength(1);
});

test('a parameter may stand for a written address, and nothing follows from that', async () => {
  const texts = {
    'a.json': short({ title: 'A', servers: MQTT, operations: ['send orders/placed Read'] }),
    'b.json': short({ title: 'B', servers: MQTT, operations: ['receive orders/{id} Read'] }),
  };
  const chart = await chartOf(texts);
  expect(chart.covers).toMatchObject([{ by: 'parameter', confidence: 'uncertain' }]);
  expect(chart.links).toHaveLength(2);
  expect(await covers('orders/placed', '{a}/{b}')).toEqual([]);
});

test('two exchanges of one broker have nothing in common, and a direct exchange knows no wildcards', async () => {
  const on = (address: string, exchange?: object) =>
    JSON.stringify({
      asyncapi: '3.0.0',
      info: { title: address, version: '1' },
      servers: { main: { host: 'rabbit.example.com', protocol: 'amqp' } },
      channels: { c: { address, ...(exchange && { bindings: { amqp: { is: 'routingKey', exchange } } }) } },
    });
  const found = async (wide?: object, narrow?: object) =>
    (await chartOf({ 'a.json': on('orders.placed', narrow), 'b.json': on('orders.*', wide) })).covers ?? [];
  expect(await found()).toHaveLength(1);
  expect(await found({ name: 'shop', type: 'topic' }, { name: 'shop', type: 'topic' })).toHaveLength(1);
  expect(await found({ name: 'shop', type: 'topic' }, { name: 'bank', type: 'topic' })).toEqual([]);
  expect(await found({ name: 'shop', type: 'direct' })).toEqual([]);
});

/** A house: two sensors send, one document receives from all of them and sends what it makes of that. */
const HOUSE: Texts = {
  'kitchen.json': sensor('Kitchen', 'sensors/kitchen/temp'),
  'any.json': sensor('Any room', 'sensors/{room}/temp'),
  'heating.json': written('Heating', {
    reads: { action: 'receive', address: 'sensors/+/temp', fields: { celsius: 'number', sensorId: 'string' } },
    turns: { action: 'send', address: 'valves/{room}', name: 'Turned', fields: { sensorId: 'string' } },
  }),
};

function sensor(title: string, address: string): string {
  const fields = { celsius: 'number', sensorId: 'string', battery: 'number' };
  return written(title, { reads: { action: 'send', address, fields } });
}

interface Written {
  readonly action: 'send' | 'receive';
  readonly address: string;
  readonly name?: string;
  readonly fields: Readonly<Record<string, string>>;
}

function written(title: string, operations: Readonly<Record<string, Written>>): string {
  const all = Object.entries(operations);
  return JSON.stringify({
    asyncapi: '3.0.0',
    info: { title, version: '1' },
    servers: { house: { host: 'mqtt.example.com', protocol: 'mqtt' } },
    channels: Object.fromEntries(
      all.map(([key, { address, name = 'Read', fields }]) => {
        const properties = Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, { type }]));
        const parameters = address.includes('{room}') ? { room: {} } : {};
        return [key, { address, parameters, messages: { [name]: { payload: { type: 'object', properties } } } }];
      }),
    ),
    operations: Object.fromEntries(
      all.map(([key, { action }]) => [`do${key}`, { action, channel: { $ref: `#/channels/${key}` } }]),
    ),
  });
}

test('who receives through a pattern receives: lists, paths, impact and lineage count it', async () => {
  const documents = await documentsOf(HOUSE);
  const chart = await chartOf(HOUSE);
  const found = whoReceives(chart, 'sensors/kitchen/temp');
  expect(found).toMatchObject({
    links: [{ service: 'heating', confidence: 'supported', fields: ['celsius', 'sensorId'] }],
  });
  expect(dependedOnBy(chart, 'kitchen')).toMatchObject([{ service: 'heating', messages: [{ name: 'Read' }] }]);
  expect(wayBetween(chart, 'any-room', 'heating')).toMatchObject({ direction: 'forward', uncertain: false });

  const [channel] = index(chart).channelsOfAddress.get('sensors/kitchen/temp') ?? [];
  const message = channel?.messages[0] as string;
  const target = {
    kind: 'message',
    id: message,
    name: 'Read',
    parts: [{ message, prefix: '' }],
    channels: [],
  } as const;
  const remove = { kind: 'remove' } as const;
  const verdicts = (field: string) =>
    impact(chart, documents, { target, field, change: remove }).affected.map(each => `${each.service} ${each.verdict}`);
  expect(verdicts('celsius')).toEqual(['heating breaks']);
  expect(verdicts('battery')).toEqual(['heating does-not-break']);

  const carried = lineage(chart, documents, { message, field: 'sensorId' }).goesTo;
  expect(carried).toMatchObject([{ service: 'heating', to: { field: 'sensorId' } }]);
  expect(chart.findings.map(({ code }) => code)).toEqual(['MESSAGE_NEVER_RECEIVED']);
  expect(printChart(chart)).toContain('← Read on sensors/+/temp from Kitchen, Any room');
});

test('a message is the same by its schema, and perhaps by its fields', async () => {
  const named = (schema: object) =>
    HOUSE['kitchen.json']
      ?.replace('"Read"', '"Temperature"')
      .replace('"type":"object"', `${JSON.stringify(schema).slice(1, -1)},"type":"object"`) ?? '';
  const confidence = async (texts: Texts) =>
    (await chartOf(texts)).links.filter(({ through }) => through).map(link => link.confidence);
  const $id = 'https://example.com/read.json';
  const withId = (HOUSE['heating.json'] as string).replace('"type":"object"', `"$id":"${$id}","type":"object"`);
  expect(await confidence({ 'a.json': named({ $id }), 'b.json': withId })).toEqual(['supported']);
  expect(await confidence({ 'a.json': named({ title: 'T' }), 'b.json': withId })).toEqual([]);
  const sameFields = (HOUSE['heating.json'] as string).replace('"sensorId"', '"battery":{"type":"number"},"sensorId"');
  expect(await confidence({ 'a.json': named({ title: 'T' }), 'b.json': sameFields })).toEqual(['uncertain']);
});

test('listed values of a parameter meet the addresses that they make', async () => {
  const listed = (HOUSE['any.json'] as string).replace('"room":{}', '"room":{"enum":["kitchen","attic"]}');
  const receiver = (room: string) =>
    written('Reader', { reads: { action: 'receive', address: `sensors/${room}/temp`, fields: { celsius: 'number' } } });
  const links = async (room: string) =>
    (await chartOf({ 'a.json': listed, 'b.json': receiver(room) })).links.filter(({ through }) => through);
  expect(await links('kitchen')).toMatchObject([{ service: 'reader', action: 'receive', confidence: 'stated' }]);
  expect(await links('cellar')).toEqual([]);
});

test('what a document says itself is not said a second time', async () => {
  const both = written('Heating', {
    all: { action: 'receive', address: 'sensors/#', fields: { celsius: 'number' } },
    own: { action: 'receive', address: 'sensors/kitchen/temp', fields: { celsius: 'number' } },
  });
  const chart = await chartOf({ ...HOUSE, 'heating.json': both });
  const on = chart.links.filter(({ service, channel }) => service === 'heating' && channel === 'sensors-kitchen-temp');
  expect(on).toHaveLength(1);
  expect(on[0]).not.toHaveProperty('through');
});

test('nobody sends to a wildcard: a verb that says so is overruled by the address', async () => {
  const wrong = (HOUSE['heating.json'] as string).replace('"action":"receive"', '"action":"send"');
  const chart = await chartOf({ ...HOUSE, 'heating.json': wrong });
  expect(chart.findings.map(({ code, message }) => [code, message])).toContainEqual([
    'DIRECTION_REVERSED',
    '`doreads` says that `Heating` sends on `sensors/+/temp`, but it receives: the wildcard in its address “sensors/+/temp”.',
  ]);
  expect(chart.links.filter(({ through }) => through)).toMatchObject([{ service: 'heating' }, { service: 'heating' }]);
});

test('two senders are no contradiction where somebody receives through a pattern', async () => {
  const chart = await chartOf({ ...HOUSE, 'second.json': sensor('Second', 'sensors/kitchen/temp') });
  const senders = chart.links.filter(({ channel, action }) => channel === 'sensors-kitchen-temp' && action === 'send');
  expect(senders.map(({ confidence }) => confidence)).toEqual(['stated', 'stated']);
});

const HOSTS = { mqtt: 'mqtt://mqtt.example.com', nats: 'nats://nats.example.com', other: 'mqtt://other.example.com' };
const WILDCARDS = { mqtt: ['+', '#'], other: ['+', '#'], nats: ['*', '>'] };

/** Whether a receiver gets what a sender sends, tried level by level. */
function arrives(
  sent: readonly string[],
  received: readonly string[],
  [one, rest]: readonly string[],
  least: number,
): boolean {
  const [first, ...others] = received;
  if (first === undefined) return sent.length === 0;
  if (first === rest && others.length === 0) return sent.length >= least;
  const [word, ...after] = sent;
  return (
    word !== undefined && (first === one || first === word) && arrives(after, others, [one, rest] as string[], least)
  );
}

test('whatever is sent where, exactly those receive it whose patterns take it in on the same broker', async () => {
  const word = fc.constantFrom('a', 'b', 'c');
  const broker = fc.constantFrom('mqtt' as const, 'nats' as const, 'other' as const);
  const side = fc.record({ broker, levels: fc.array(word, { minLength: 1, maxLength: 3 }) });
  const pattern = fc.tuple(side, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(
      fc.array(side, { maxLength: 5 }),
      fc.array(pattern, { maxLength: 5 }),
      async (senders, patterns) => {
        const receivers = patterns.map(([{ broker: on, levels }, open, ends]) => {
          const [one = '', rest = ''] = WILDCARDS[on];
          return {
            broker: on,
            levels: [...levels.map((text, at) => (open[at] ? one : text)), ...(ends ? [rest] : [])],
          };
        });
        const written =
          (who: string, action: string) => (use: { broker: keyof typeof HOSTS; levels: string[] }, n: number) => {
            const address = use.levels.join(use.broker === 'nats' ? '.' : '/');
            const servers = { main: HOSTS[use.broker] };
            return [
              `${who}${n}.json`,
              short({ title: `${who}${n}`, servers, operations: [`${action} ${address} Read`] }),
            ];
          };
        const chart = await chartOf(
          Object.fromEntries([...senders.map(written('s', 'send')), ...receivers.map(written('r', 'receive'))]),
        );
        const found = senders.map((_, n) => dependedOnBy(chart, `s${n}`).map(({ service }) => service));
        const wanted = senders.map(({ broker: on, levels }) =>
          receivers.flatMap((receiver, n) => {
            const least = on === 'nats' ? 1 : 0;
            return receiver.broker === on && arrives(levels, receiver.levels, WILDCARDS[on], least) ? [`r${n}`] : [];
          }),
        );
        expect(found).toEqual(wanted);
      },
    ),
    { numRuns: 150 },
  );
});
