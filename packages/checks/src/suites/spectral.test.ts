import { agree, scenario, v2, v3 } from './scenario.test-support.ts';
import * as whole from './shared-document.test-support.ts';
import * as messages from './shared-messages.test-support.ts';
import * as places from './shared-places.test-support.ts';

/**
 * What the AsyncAPI rules of Spectral are about (stoplightio/spectral, packages/rulesets/src/asyncapi), in documents of our
 * own. Where Portolan judges otherwise, the row says why.
 */
const message = (members: string) =>
  v2(`channels: { a: { publish: { message: { payload: { type: string }, ${members} } } } }\n`);
const message3 = (members: string) =>
  v3(`channels: { a: { messages: { m: { payload: { type: string }, ${members} } } } }\n`);
const operation3 = (members: string) =>
  v3(
    `channels: { a: { address: a } }\noperations: { o: { action: send, channel: { $ref: '#/channels/a' }, ${members} } }\n`,
  );
const info = (members: string) => `asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0, ${members} }\n`;

const HEADERS = 'asyncapi-headers-schema-type-object';
const HEADERS_3 = 'asyncapi-3-headers-schema-type-object';
const TYPELESS = 'A schema with `properties` describes an object; that it could also be none is not what people mean.';

agree([
  ...places.addresses({
    query: ['asyncapi-channel-no-query-nor-fragment', 'asyncapi-3-channel-no-query-nor-fragment'],
    empty: ['asyncapi-channel-no-empty-parameter'],
    slash: ['asyncapi-channel-no-trailing-slash'],
  }),
  ...places.channelParameters('asyncapi-channel-parameters'),
  ...places.channelServers('asyncapi-channel-servers', 'asyncapi-3-channel-servers'),
  ...places.serverVariables('asyncapi-server-variables'),
  ...places.serverAddresses({
    empty: ['asyncapi-server-no-empty-variable'],
    slash: ['asyncapi-server-no-trailing-slash'],
  }),
  ...whole.security('asyncapi-server-security', 'asyncapi-operation-security'),
  ...messages.operationIds('asyncapi-operation-operationId-uniqueness'),
  ...messages.messageIds('asyncapi-message-messageId-uniqueness'),
  ...messages.uniqueTags('asyncapi-tags-uniqueness', 'asyncapi-3-tags-uniqueness'),
  ...messages.messageExamples('asyncapi-message-examples'),
  ...messages.valuesInSchemas('asyncapi-schema-default', 'asyncapi-schema-examples'),
  ...whole.infoMembers('asyncapi-'),

  scenario(HEADERS, 'an object', message('headers: { type: object }')),
  scenario(HEADERS, 'another type', message('headers: { type: string }'), ['GRAMMAR_VALUE_NOT_ALLOWED']),
  scenario(HEADERS, 'no type and nothing else', message('headers: { description: None }'), ['MESSAGE_HEADERS_TYPE']),
  scenario(HEADERS, 'no type but properties', message('headers: { properties: { a: {} } }'), [], TYPELESS),
  scenario(HEADERS, 'another type in a trait', message('traits: [{ headers: { type: string } }]'), [
    'GRAMMAR_VALUE_NOT_ALLOWED',
  ]),
  scenario(HEADERS_3, 'an object', message3('headers: { type: object }')),
  scenario(HEADERS_3, 'another type', message3('headers: { type: string }'), ['GRAMMAR_VALUE_NOT_ALLOWED']),
  scenario(HEADERS_3, 'no type and nothing else', message3('headers: {}'), ['MESSAGE_HEADERS_TYPE']),
  scenario(HEADERS_3, 'another type in a trait', message3('traits: [{ headers: { type: string } }]'), [
    'GRAMMAR_VALUE_NOT_ALLOWED',
  ]),

  scenario('asyncapi-3-operation-description', 'it is there', operation3('description: Sends it.')),
  scenario('asyncapi-3-operation-description', 'it is not', operation3('title: It'), ['OPERATION_DESCRIPTION_MISSING']),
  scenario(
    'asyncapi-3-operation-description',
    'a summary is there',
    operation3('summary: Sends it.'),
    [],
    'A summary says it as well as a description.',
  ),
  scenario(
    'asyncapi-operation-description',
    'it is not',
    v2('channels: { a: { publish: { message: { payload: { type: string } } } } }\n'),
    ['OPERATION_DESCRIPTION_MISSING'],
  ),
  scenario('asyncapi-operation-operationId', 'it is there', v2('channels: { a: { publish: { operationId: x } } }\n')),
  scenario('asyncapi-operation-operationId', 'publish has none', v2('channels: { a: { publish: {} } }\n'), [
    'OPERATION_ID_MISSING',
  ]),
  scenario('asyncapi-operation-operationId', 'subscribe has none', v2('channels: { a: { subscribe: {} } }\n'), [
    'OPERATION_ID_MISSING',
  ]),

  scenario(
    'asyncapi-3-operation-security',
    'a scheme that is there',
    `${operation3("security: [{ $ref: '#/components/securitySchemes/s' }]")}components: { securitySchemes: { s: { type: plain } } }\n`,
  ),
  scenario(
    'asyncapi-3-operation-security',
    'a scheme that is not there',
    operation3("security: [{ $ref: '#/components/securitySchemes/s' }]"),
    ['REFERENCE_BROKEN'],
  ),
  scenario(
    'asyncapi-3-operation-security',
    'a scope that no flow has',
    operation3(
      'security: [{ type: oauth2, scopes: [b], flows: { password: { tokenUrl: https://example.com, availableScopes: { a: A } } } }]',
    ),
    ['SECURITY_SCOPE_UNDECLARED'],
  ),

  scenario(
    'asyncapi-parameter-description',
    'it is there',
    v3("channels: { a: { address: '{p}', parameters: { p: { description: It. } } } }\n"),
  ),
  scenario(
    'asyncapi-parameter-description',
    'it is not',
    v3("channels: { a: { address: '{p}', parameters: { p: {} } } }\n"),
    ['CHANNEL_PARAMETER_DESCRIPTION_MISSING'],
  ),
  scenario(
    'asyncapi-parameter-description',
    'a parameter in components without one',
    v3(
      "channels: { a: { address: '{p}', parameters: { p: { $ref: '#/components/parameters/p' } } } }\ncomponents: { parameters: { p: {} } }\n",
    ),
    ['CHANNEL_PARAMETER_DESCRIPTION_MISSING'],
  ),

  scenario('asyncapi-payload', 'a schema', message('name: M')),
  scenario(
    'asyncapi-payload',
    'a keyword of the wrong type',
    v2('channels: { a: { publish: { message: { payload: { type: string, minLength: few } } } } }\n'),
    ['GRAMMAR_WRONG_TYPE'],
  ),
  scenario(
    'asyncapi-payload',
    'a type that is none',
    v2('channels: { a: { publish: { message: { payload: { type: text } } } } }\n'),
    ['GRAMMAR_VALUE_NOT_ALLOWED'],
  ),
  scenario('asyncapi-payload-unsupported-schemaFormat', 'none', message('name: M')),
  scenario(
    'asyncapi-payload-unsupported-schemaFormat',
    'RAML',
    message('schemaFormat: application/raml+yaml;version=1.0'),
    ['SCHEMA_NOT_CHECKED'],
  ),
  scenario(
    'asyncapi-payload-unsupported-schemaFormat',
    'JSON Schema',
    message('schemaFormat: application/schema+json;version=draft-07'),
    [],
    'Portolan judges JSON Schema, Avro, Protobuf and OpenAPI schemas too.',
  ),
  scenario('asyncapi-schema', 'complete', v2('channels: {}\n')),
  scenario('asyncapi-schema', '2.x without channels', v2(''), ['GRAMMAR_REQUIRED_MISSING']),
  scenario('asyncapi-3-document-resolved', 'complete', v3('')),
  scenario('asyncapi-3-document-resolved', 'no version of the API', 'asyncapi: 3.1.0\ninfo: { title: Orders }\n', [
    'GRAMMAR_REQUIRED_MISSING',
  ]),
  scenario('asyncapi-3-document-resolved', 'no info', 'asyncapi: 3.1.0\n', ['GRAMMAR_REQUIRED_MISSING']),
  scenario(
    'asyncapi-3-document-unresolved',
    'a reference where one may stand',
    v3("channels: { a: { $ref: '#/components/channels/a' } }\ncomponents: { channels: { a: { address: a } } }\n"),
  ),
  scenario(
    'asyncapi-3-document-unresolved',
    'a reference in place of info',
    "asyncapi: 3.1.0\ninfo: { $ref: '#/components/x-info' }\ncomponents: { x-info: { title: Orders, version: 1.0.0 } }\n",
    ['GRAMMAR_REFERENCE_NOT_ALLOWED'],
  ),

  scenario(
    'asyncapi-server-not-example-com',
    'a name of one’s own',
    v3('servers: { a: { host: broker.internal, protocol: mqtt } }\n'),
  ),
  scenario(
    'asyncapi-server-not-example-com',
    'example.com, 3.x',
    v3('servers: { a: { host: example.com, protocol: mqtt } }\n'),
    ['SERVER_HOST_EXAMPLE'],
  ),
  scenario(
    'asyncapi-server-not-example-com',
    'example.com, 2.x',
    v2('servers: { a: { url: "mqtt://example.com:1883", protocol: mqtt } }\nchannels: {}\n'),
    ['SERVER_HOST_EXAMPLE'],
  ),
  scenario('asyncapi-tag-description', 'it is there, 2.x', v2('tags: [{ name: a, description: A. }]\nchannels: {}\n')),
  scenario('asyncapi-tag-description', 'it is not, 2.x', v2('tags: [{ name: a }]\nchannels: {}\n'), [
    'TAG_DESCRIPTION_MISSING',
  ]),
  scenario('asyncapi-3-tag-description', 'it is not, 3.x', info('tags: [{ name: a }]'), ['TAG_DESCRIPTION_MISSING']),
  scenario('asyncapi-tags', 'they are there, 2.x', v2('tags: [{ name: a }]\nchannels: {}\n')),
  scenario('asyncapi-tags', 'they are not, 2.x', v2('channels: {}\n'), ['INFO_TAGS_MISSING']),
  scenario('asyncapi-3-tags', 'they are not, 3.x', v3(''), ['INFO_TAGS_MISSING']),
  scenario('asyncapi-3-tags', 'the list is empty, 3.x', info('tags: []'), ['INFO_TAGS_MISSING']),
  scenario('asyncapi-tags-alphabetical', 'in order', v2('tags: [{ name: a }, { name: b }]\nchannels: {}\n')),
  scenario('asyncapi-tags-alphabetical', 'not in order, 2.x', v2('tags: [{ name: b }, { name: a }]\nchannels: {}\n'), [
    'TAG_ORDER',
  ]),
  scenario('asyncapi-3-tags-alphabetical', 'not in order, 3.x', info('tags: [{ name: b }, { name: a }]'), [
    'TAG_ORDER',
  ]),
  scenario(
    'asyncapi-unused-components-schema',
    'it is used',
    v3(
      "channels: { a: { messages: { m: { payload: { $ref: '#/components/schemas/S' } } } } }\ncomponents: { schemas: { S: { type: string } } }\n",
    ),
  ),
  scenario(
    'asyncapi-unused-components-schema',
    'it is not',
    v3('channels: { a: {} }\ncomponents: { schemas: { S: { type: string } } }\n'),
    ['COMPONENT_UNUSED'],
  ),
  scenario(
    'asyncapi-unused-components-schema',
    'a document without channels',
    v3('components: { schemas: { S: { type: string } } }\n'),
    [],
    'A document without channels is a library, whose components are there for other documents.',
  ),
  scenario(
    'asyncapi-unused-components-server',
    'it is not',
    v3('channels: { a: {} }\ncomponents: { servers: { s: { host: a.example.com, protocol: mqtt } } }\n'),
    ['COMPONENT_UNUSED'],
  ),
]);
