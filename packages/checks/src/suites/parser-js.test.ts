import { agree, scenario, v2, v3 } from './scenario.test-support.ts';
import * as whole from './shared-document.test-support.ts';
import * as messages from './shared-messages.test-support.ts';
import * as places from './shared-places.test-support.ts';

/**
 * What the rules of the AsyncAPI parser are about (asyncapi/parser-js, packages/parser/src/ruleset), in documents of our
 * own. Where Portolan judges otherwise, the row says why.
 */
const EXAMPLES = 'asyncapi2-message-examples';
const AVRO = 'asyncapi2-message-examples-custom-format';
const CHANNEL = 'asyncapi3-required-operation-channel-unambiguity';
const MESSAGES = 'asyncapi3-operation-messages-from-referred-channel';
const SERVERS = 'asyncapi3-required-channel-servers-unambiguity';
const UNUSED = 'asyncapi-unused-component';
const MESSAGE_ID = 'asyncapi2-message-messageId';

const message = (members: string) => v2(`channels: { a: { publish: { message: { ${members} } } } }\n`);
const record =
  'schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: { type: record, name: Wind, fields: [{ name: from, type: { type: enum, name: Side, symbols: [NORTH, SOUTH] } }] }';
const optional =
  'schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: { type: record, name: Wind, fields: [{ name: from, type: ["null", string], default: null }] }';

const parts = `channels:
  a: { messages: { m: { payload: { type: string } } } }
  b: { messages: { m: { payload: { type: integer } } } }
`;
const building = `components:
  channels: { c: { messages: { m: { payload: { type: string } } } } }
  messages: { m: { payload: { type: string } } }
  servers: { s: { host: a.example.com, protocol: mqtt } }
`;
const operation = (members: string, more = '') =>
  v3(`${parts}operations: { o: { action: send, ${members} } }\n${more}`);
const inComponents = (members: string) =>
  v3(
    `${parts}components: { operations: { o: { action: send, ${members} } }, channels: { c: { messages: { m: { payload: { type: string } } } } } }\n`,
  );

agree([
  ...places.addresses({
    query: ['asyncapi2-channel-no-query-nor-fragment', 'asyncapi3-channel-no-query-nor-fragment'],
    empty: ['asyncapi2-channel-no-empty-parameter'],
    slash: ['asyncapi2-channel-no-trailing-slash'],
  }),
  ...places.channelParameters('asyncapi3-channel-parameters', 'asyncapi2-channel-parameters'),
  ...places.channelServers('asyncapi2-channel-servers', 'asyncapi3-channel-servers'),
  ...places.serverVariables('asyncapi2-server-variables'),
  ...places.serverAddresses({
    empty: ['asyncapi2-server-no-empty-variable'],
    slash: ['asyncapi2-server-no-trailing-slash'],
  }),
  ...whole.security('asyncapi2-server-security', 'asyncapi2-operation-security'),
  ...messages.operationIds('asyncapi2-operation-operationId-uniqueness'),
  ...messages.messageIds('asyncapi2-message-messageId-uniqueness'),
  ...messages.uniqueTags('asyncapi2-tags-uniqueness'),
  ...messages.messageExamples(EXAMPLES),
  ...messages.valuesInSchemas('asyncapi2-schema-default', 'asyncapi2-schema-examples'),
  ...whole.infoMembers('asyncapi-'),

  scenario('asyncapi-is-asyncapi', 'a version that there is', v3('')),
  scenario('asyncapi-is-asyncapi', 'no version', 'info: { title: Orders, version: 1.0.0 }\n', [
    'DOCUMENT_NOT_ASYNCAPI',
  ]),
  scenario(
    'asyncapi-is-asyncapi',
    'a version that there is not',
    'asyncapi: 2.1.37.5\ninfo: { title: Orders, version: 1.0.0 }\n',
    ['DOCUMENT_VERSION_UNSUPPORTED'],
  ),
  scenario('asyncapi-id', 'it is there', `${v3('')}id: urn:example:com:orders\n`),
  scenario('asyncapi-id', 'it is not', v3(''), ['DOCUMENT_ID_MISSING']),
  scenario(
    'asyncapi-defaultContentType',
    'it is there',
    `${message('payload: { type: string }')}defaultContentType: text/plain\n`,
  ),
  scenario('asyncapi-defaultContentType', 'it is not', message('payload: { type: string }'), [
    'DOCUMENT_CONTENT_TYPE_MISSING',
  ]),
  scenario(
    'asyncapi-defaultContentType',
    'every message has one of its own',
    message('contentType: text/plain, payload: { type: string }'),
    [],
    'The default only holds where a message says nothing.',
  ),

  scenario(
    EXAMPLES,
    'no payload in the example',
    message('payload: { type: string }, headers: { type: object }, examples: [{ headers: {} }]'),
  ),
  scenario(EXAMPLES, 'a payload that is zero', message('payload: { type: number }, examples: [{ payload: 0 }]')),
  scenario(
    EXAMPLES,
    'a payload that is empty and should be a number',
    message('payload: { type: number }, examples: [{ payload: "" }]'),
    ['MESSAGE_EXAMPLE_MISMATCH'],
  ),
  scenario(
    EXAMPLES,
    'headers that are null',
    message('payload: { type: number }, headers: { type: object }, examples: [{ headers: null }]'),
    ['MESSAGE_EXAMPLE_MISMATCH'],
  ),
  scenario(AVRO, 'an Avro example that fits', message(`${record}, examples: [{ payload: { from: NORTH } }]`)),
  scenario(AVRO, 'an Avro example that does not', message(`${record}, examples: [{ payload: { from: WEST } }]`), [
    'MESSAGE_EXAMPLE_MISMATCH',
  ]),
  scenario(
    AVRO,
    'an Avro field that may be left out in JSON',
    message(`${optional}, examples: [{ payload: { from: null } }]`),
  ),

  scenario('asyncapi2-schemas', 'a schema', message('payload: { type: object }')),
  scenario('asyncapi2-schemas', 'no schema', message('payload: { type: object, required: name }'), [
    'GRAMMAR_WRONG_TYPE',
  ]),
  scenario(
    'asyncapi2-schemas',
    'no schema, in oneOf',
    v2('channels: { a: { publish: { message: { oneOf: [{ payload: { maxLength: long } }] } } } }\n'),
    ['GRAMMAR_WRONG_TYPE'],
  ),
  scenario(
    'asyncapi2-schemas',
    'a format that nobody knows',
    message('schemaFormat: application/x-own, payload: { a: b }'),
  ),
  scenario('asyncapi2-tags', 'they are there', v2('tags: [{ name: a }]\nchannels: {}\n')),
  scenario('asyncapi2-tags', 'they are not', v2('channels: {}\n'), ['INFO_TAGS_MISSING']),
  scenario('asyncapi2-operation-operationId', 'it is there', v2('channels: { a: { publish: { operationId: x } } }\n')),
  scenario(
    'asyncapi2-operation-operationId',
    'a trait has it',
    v2('channels: { a: { publish: { traits: [{ operationId: x }] } } }\n'),
  ),
  scenario('asyncapi2-operation-operationId', 'it is not', v2('channels: { a: { publish: {} } }\n'), [
    'OPERATION_ID_MISSING',
  ]),
  scenario(
    MESSAGE_ID,
    'it is not there',
    message('payload: { type: string }'),
    [],
    'In 2.x a message has its key in components or its name as well; asking for a third name makes no document better.',
  ),

  scenario(
    UNUSED,
    'it is used',
    v2(
      "channels: { a: { publish: { message: { $ref: '#/components/messages/m' } } } }\ncomponents: { messages: { m: {} } }\n",
    ),
  ),
  scenario(UNUSED, 'it is not', v2('channels: { a: {} }\ncomponents: { messages: { m: {} } }\n'), ['COMPONENT_UNUSED']),
  scenario(
    UNUSED,
    'one of two is not',
    v2(
      "channels: { a: { publish: { message: { $ref: '#/components/messages/m' } } } }\ncomponents: { messages: { m: {}, n: {} } }\n",
    ),
    ['COMPONENT_UNUSED'],
  ),
  scenario(
    UNUSED,
    'in an extension of components',
    v2('channels: { a: {} }\ncomponents: { x-messages: { m: {} } }\n'),
    ['COMPONENT_UNUSED'],
  ),
  scenario(
    UNUSED,
    'a document without channels',
    v2('channels: {}\ncomponents: { messages: { m: {} } }\n'),
    [],
    'A document without channels is a library, whose components are there for other documents.',
  ),
  scenario(
    'asyncapi2-unused-securityScheme',
    'a server names it',
    v2(
      'servers: { a: { url: a.example.com, protocol: mqtt, security: [{ s: [] }] } }\nchannels: { a: {} }\ncomponents: { securitySchemes: { s: { type: plain } } }\n',
    ),
  ),
  scenario(
    'asyncapi2-unused-securityScheme',
    'an operation names it',
    v2(
      'channels: { a: { publish: { security: [{ s: [] }] } } }\ncomponents: { securitySchemes: { s: { type: plain } } }\n',
    ),
  ),
  scenario(
    'asyncapi2-unused-securityScheme',
    'nobody names it',
    v2('channels: { a: {} }\ncomponents: { securitySchemes: { s: { type: plain } } }\n'),
    ['COMPONENT_UNUSED'],
  ),

  scenario(CHANNEL, 'a channel of the root', operation("channel: { $ref: '#/channels/a' }")),
  scenario(CHANNEL, 'a channel of components', operation("channel: { $ref: '#/components/channels/c' }", building), [
    'OPERATION_CHANNEL_POINTER',
  ]),
  scenario(
    CHANNEL,
    'an operation of components on a channel of components',
    inComponents("channel: { $ref: '#/components/channels/c' }"),
  ),
  scenario(
    CHANNEL,
    'an operation of components on a channel of the root',
    inComponents("channel: { $ref: '#/channels/a' }"),
  ),
  scenario(
    MESSAGES,
    'a message of its channel',
    operation("channel: { $ref: '#/channels/a' }, messages: [{ $ref: '#/channels/a/messages/m' }]"),
  ),
  scenario(
    MESSAGES,
    'a message of another channel',
    operation("channel: { $ref: '#/channels/a' }, messages: [{ $ref: '#/channels/b/messages/m' }]"),
    ['OPERATION_MESSAGE_FOREIGN'],
  ),
  scenario(
    MESSAGES,
    'a message of components',
    operation("channel: { $ref: '#/channels/a' }, messages: [{ $ref: '#/components/messages/m' }]", building),
    ['OPERATION_MESSAGE_FOREIGN', 'OPERATION_MESSAGE_POINTER'],
  ),
  scenario(
    MESSAGES,
    'an operation of components with a message of another channel',
    inComponents("channel: { $ref: '#/components/channels/c' }, messages: [{ $ref: '#/channels/a/messages/m' }]"),
    [],
    'An operation that only components hold is not one of the application; it is judged where an operation of the root refers to it.',
  ),
  scenario(
    SERVERS,
    'a server of the root',
    v3(
      "servers: { s: { host: a.example.com, protocol: mqtt } }\nchannels: { a: { servers: [{ $ref: '#/servers/s' }] } }\n",
    ),
  ),
  scenario(
    SERVERS,
    'a server of components',
    v3(`channels: { a: { servers: [{ $ref: '#/components/servers/s' }] } }\n${building}`),
    ['CHANNEL_SERVER_POINTER'],
  ),
  scenario(
    SERVERS,
    'a channel of components with a server of components',
    v3(
      "channels: {}\ncomponents: { channels: { c: { servers: [{ $ref: '#/components/servers/s' }] } }, servers: { s: { host: a.example.com, protocol: mqtt } } }\n",
    ),
  ),
]);
