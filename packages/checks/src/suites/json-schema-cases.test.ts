import { expect, test } from 'vitest';
import { corpus, errorsOf, inOneLine, judge } from './judge.test-support.ts';

/**
 * The objects that the AsyncAPI Initiative tests its JSON Schemas with: parts of documents and bindings. Each is put where
 * it belongs in a document of 3.0.0 and judged. What an object refers to is not there, so that is not counted.
 */
interface Case {
  /** Path of the JSON Schema, which says what the object is. */
  readonly schema: string;
  readonly title: string;
  readonly valid: boolean;
  readonly value: object;
}

const cases: readonly Case[] = JSON.parse(corpus('asyncapi-json-schema-cases').load('cases.json') ?? '[]');

const info = { title: 'It', version: '1.0.0' };
const component = (kind: string) => (it: object) => ({ components: { [kind]: { it } } });

/** The document around an object, by the name of its schema; security schemes make up the rest. */
const AROUND: Readonly<Record<string, (it: object) => object>> = {
  info: it => ({ info: it }),
  infoExtensions: it => ({ info: { ...info, ...it } }),
  contact: contact => ({ info: { ...info, contact } }),
  license: license => ({ info: { ...info, license } }),
  tag: tag => ({ info: { ...info, tags: [tag] } }),
  parameter: it => ({ channels: { it: { address: '{it}', parameters: { it } } } }),
  channel: it => ({ channels: { it } }),
  messageExampleObject: it => ({ channels: { it: { messages: { it: { examples: [it] } } } } }),
  messageObject: component('messages'),
  messageTrait: component('messageTraits'),
  correlationId: component('correlationIds'),
  operation: component('operations'),
  operationTrait: component('operationTraits'),
  operationReplyAddress: component('replyAddresses'),
  Reference: component('schemas'),
  server: component('servers'),
  serverVariable: component('serverVariables'),
  oauth2Flow: it => component('securitySchemes')({ type: 'oauth2', flows: { [flowOf(it)]: it } }),
};

/** The schema does not say which flow it is for; its members do. */
function flowOf(it: object): string {
  if (!('tokenUrl' in it)) return 'implicit';
  return 'authorizationUrl' in it ? 'authorizationCode' : 'clientCredentials';
}

function documentOf({ schema, value }: Case): string {
  const [, folder, bindingVersion, place] = /^bindings\/(\w+)\/([\d.]+)\/(\w+)\.json$/.exec(schema) ?? [];
  const parts =
    folder === undefined
      ? (AROUND[nameOf(schema)] ?? component('securitySchemes'))(value)
      : bound(place ?? '', { [folder === 'websockets' ? 'ws' : folder]: { bindingVersion, ...value } });
  return JSON.stringify({ asyncapi: '3.0.0', info, ...parts });
}

function nameOf(schema: string): string {
  return /(\w+)\.json$/.exec(schema)?.[1] ?? '';
}

function bound(place: string, bindings: object): object {
  if (place === 'server') return { servers: { it: { host: 'broker.example.com', protocol: 'kafka', bindings } } };
  if (place === 'channel') return { channels: { it: { bindings } } };
  if (place === 'message') return { channels: { it: { messages: { it: { bindings } } } } };
  const operation = { action: 'send', channel: { $ref: '#/channels/it' }, bindings };
  return { channels: { it: {} }, operations: { it: operation } };
}

/** What is said of things that these objects are not given with: targets of references, the registry of a server. */
const ELSEWHERE = [
  'REFERENCE_BROKEN',
  'REFERENCE_FILE_MISSING',
  'MESSAGE_KAFKA_SCHEMA_REGISTRY',
  'SERVER_KAFKA_REGISTRY_URL',
];

const PROSE =
  'The text of the binding marks no member as required, and what the schema demands beyond it is not asked of people.';
const FLOW =
  'OAuth Flow Object, Fixed Fields, requires members by the flow; the schema alone does not know which flow it is.';

/** Cases that Portolan judges otherwise, each with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'bindings/amqp/0.2.0/channel.json cannot be empty': PROSE,
  'bindings/amqp/0.2.0/channel.json is not valid without required properties': PROSE,
  'bindings/amqp/0.3.0/channel.json cannot be empty': PROSE,
  'bindings/amqp/0.3.0/channel.json is not valid without required properties': PROSE,
  'bindings/googlepubsub/0.2.0/channel.json cannot be empty': PROSE,
  'bindings/googlepubsub/0.2.0/channel.json is not valid without required properties': PROSE,
  'bindings/ibmmq/0.1.0/message.json is not valid without required properties': PROSE,
  'definitions/3.0.0/info.json property is not valid when is array of duplicated tags':
    'The tags that stand twice are references that lead nowhere here; what is not read is not called a duplicate.',
  'definitions/3.0.0/Reference.json $ref may be empty':
    'An empty reference is the document itself, which is no schema: Reference Object and Components Object, schemas.',
  'definitions/3.0.0/Reference.json $ref cannot be plain string':
    'It is told as a file that is not there, which is not counted here.',
  'definitions/3.0.0/Reference.json is not valid without required properties':
    'An object without `$ref` is no reference but a schema, and an empty schema is one.',
  'definitions/3.0.0/oauth2Flow.json is valid with only required properties': FLOW,
  'definitions/3.0.0/oauth2Flow.json is valid when is extended': FLOW,
};

const wrong = new Map<string, string[]>();
let right = 0;
for (const one of cases) {
  const findings = (await judge('asyncapi.json', documentOf(one))).filter(({ code }) => !ELSEWHERE.includes(code));
  const errors = errorsOf(findings);
  if (one.valid === (errors.length === 0)) right++;
  else wrong.set(`${one.schema} ${one.title}`, (one.valid ? errors : findings).map(inOneLine));
}

test(`${right} of ${cases.length} objects are judged as their JSON Schemas judge them`, () => {
  expect(cases.length).toBeGreaterThan(440);
  expect(right / cases.length).toBeGreaterThanOrEqual(0.97);
});

test('every other one is argued for, and no argument is left over', () => {
  expect(Object.fromEntries([...wrong].filter(([name]) => !(name in EXCEPTIONS)))).toEqual({});
  expect(Object.keys(EXCEPTIONS).filter(name => !wrong.has(name))).toEqual([]);
});
