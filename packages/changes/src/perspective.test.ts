import { expect, test } from 'vitest';
import { diff } from './diff.ts';
import { contractOf } from './test-support.ts';

/** Verdicts of giving an enum one more value, which breaks only those who read. */
async function oneValueMore(operations: string): Promise<string[]> {
  const text = (values: string) => `asyncapi: 3.1.0
info: { title: Lamps, version: 1.0.0 }
channels:
  lamp: { address: lamp, messages: { state: { payload: { enum: [${values}] } } } }
  answers: { address: answers }
${operations}
`;
  const changes = diff(await contractOf(text('on, off')), await contractOf(text('on, off, dim')));
  return changes.map(({ code, verdict, reason }) => `${code} ${verdict}${reason ? `: ${reason}` : ''}`);
}

const operation = (key: string, facts: string) =>
  `operations: { ${key}: { channel: { $ref: '#/channels/lamp' }, ${facts} } }`;

test('what is safe for a receiver is unsafe for a sender', async () => {
  expect(await oneValueMore(operation('lamp', 'action: send'))).toEqual(['SCHEMA_CHANGED breaking']);
  expect(await oneValueMore(operation('lamp', 'action: receive'))).toEqual(['SCHEMA_CHANGED non-breaking']);
});

test('where nobody knows which way messages flow, a change that breaks one way is not checked', async () => {
  const unknown = 'it breaks if the application sends the message, and nothing says so for certain';
  expect(await oneValueMore('')).toEqual([`SCHEMA_CHANGED not-checked: ${unknown}`]);
  const inverted = operation('receiveLampState', 'action: send, summary: Receives the state of lamps.');
  expect(await oneValueMore(inverted)).toEqual([`SCHEMA_CHANGED not-checked: ${unknown}`]);
});

test('a reply flows against its operation', async () => {
  const replied = (action: string) =>
    `operations: { ask: { action: ${action}, channel: { $ref: '#/channels/answers' }, reply: { channel: { $ref: '#/channels/lamp' } } } }`;
  expect(await oneValueMore(replied('send'))).toEqual(['SCHEMA_CHANGED non-breaking']);
  expect(await oneValueMore(replied('receive'))).toEqual(['SCHEMA_CHANGED breaking']);
});

test('in 2.x an address is a name, and a new address is one change', async () => {
  const text = (address: string) => `asyncapi: 2.6.0
info: { title: Lamps, version: 1.0.0 }
channels:
  ${address}: { subscribe: { message: { payload: { type: string } } } }
  other: { publish: { message: { payload: { type: integer } } } }
`;
  const changes = diff(await contractOf(text('lamp/state')), await contractOf(text('lamps/state')));
  expect(changes.map(({ code, verdict }) => `${code} ${verdict}`)).toEqual(['CHANNEL_ADDRESS_CHANGED breaking']);
});

test('an operation of 2.x that comes or goes with its message is one change', async () => {
  const before = `asyncapi: 2.6.0
info: { title: Lamps, version: 1.0.0 }
channels: { lamp: { publish: { message: { name: Switch, payload: { type: string } } } } }
`;
  const after = before.replace(
    '} } } } }',
    '} } }, subscribe: { message: { name: State, payload: { type: string } } } } }',
  );
  const told = async (from: string, to: string) =>
    diff(await contractOf(from), await contractOf(to)).map(({ code, verdict }) => `${code} ${verdict}`);
  expect(await told(before, after)).toEqual(['OPERATION_ADDED non-breaking']);
  expect(await told(after, before)).toEqual(['OPERATION_REMOVED breaking']);
});

test('languages that nobody compares are not checked, with the reason', async () => {
  const text = (type: string) => `asyncapi: 3.1.0
info: { title: Lamps, version: 1.0.0 }
channels:
  lamp: { address: lamp, messages: { state: { payload: { schemaFormat: application/raml+yaml;version=1.0, schema: { type: ${type} } } } } }
${operation('lamp', 'action: send')}
`;
  const [change] = diff(await contractOf(text('string')), await contractOf(text('number')));
  expect(change).toMatchObject({
    code: 'SCHEMA_CHANGED',
    verdict: 'not-checked',
    reason: expect.stringContaining('raml'),
  });
});

test('ways in: who got in before has to get in after', async () => {
  const text = (
    server: string,
    schemes = 'password: { type: scramSha512 }, key: { type: apiKey, in: user }',
  ) => `asyncapi: 3.1.0
info: { title: Lamps, version: 1.0.0 }
servers: { main: { host: broker.example.com, protocol: kafka${server} } }
components: { securitySchemes: { ${schemes} } }
`;
  const ref = (name: string) => `{ $ref: '#/components/securitySchemes/${name}' }`;
  const verdict = async (before: string, after: string) =>
    diff(await contractOf(text(before)), await contractOf(text(after))).map(change => change.verdict);
  const [none, one, both] = ['', `, security: [${ref('password')}]`, `, security: [${ref('password')}, ${ref('key')}]`];
  expect(await verdict(none, one)).toEqual(['breaking']);
  expect(await verdict(one, none)).toEqual(['non-breaking']);
  expect(await verdict(one, both)).toEqual(['non-breaking']);
  expect(await verdict(both, one)).toEqual(['breaking']);
});

test('settings of brokers are judged by what they do, and unknown ones are not checked', async () => {
  const text = (bindings: string) => `asyncapi: 3.1.0
info: { title: Lamps, version: 1.0.0 }
channels: { lamp: { address: lamp, bindings: { ${bindings} } } }
`;
  const verdicts = async (before: string, after: string) =>
    diff(await contractOf(text(before)), await contractOf(text(after))).map(({ verdict }) => verdict);
  const kept = (ms: number) => `kafka: { topicConfiguration: { retention.ms: ${ms} } }`;
  expect(await verdicts(kept(1000), kept(2000))).toEqual(['non-breaking']);
  expect(await verdicts(kept(1000), kept(-1))).toEqual(['non-breaking']);
  expect(await verdicts(kept(-1), kept(2000))).toEqual(['breaking']);
  expect(await verdicts('kafka: { replicas: 1 }', 'kafka: { replicas: 3, partitions: 2 }')).toEqual([
    'not-checked',
    'non-breaking',
  ]);
  expect(await verdicts('amqp: { is: queue }', 'amqp: { is: routingKey }')).toEqual(['breaking']);
});
