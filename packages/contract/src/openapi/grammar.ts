import {
  anything,
  either,
  type Field,
  flag,
  fromVersion,
  type Grammar,
  type Kind,
  listOf,
  mapOf,
  may,
  must,
  named,
  type ObjectKind,
  object,
  oneOf,
  referenceOr,
  text,
} from '../grammar/kinds.ts';
import { schemaObject } from '../grammar/schema-object.ts';

const externalDocs = named('ExternalDocs');
const schema = named('Schema');
const servers = listOf(named('Server'));
const security = listOf(mapOf(listOf(text)));
const parameters = listOf(referenceOr(named('Parameter')));
const examples = mapOf(referenceOr(named('Example')));
const content = mapOf(named('MediaType'));
const operation = may(named('Operation'), 'The request that is sent.');
const since31 = { since: '3.1' };

/** OpenAPI is not Portolan's to judge: members that it does not know are left alone everywhere. */
function open(name: string, fields: Readonly<Record<string, Field>>): ObjectKind {
  return object(name, fields, { others: 'welcome' });
}

const described = { summary: may(text), description: may(text, 'A longer text in CommonMark.') };

/** What parameters and headers have in common. */
const valued = {
  description: may(text),
  required: may(flag),
  deprecated: may(flag),
  schema: may(schema),
  example: may(anything),
  examples: may(examples),
  content: may(content),
};

/** Of a path item: what a webhook and each expression of a callback stand for. */
export const PATH_ITEM: Kind = referenceOr(named('PathItem'), { merges: true });
export const RESPONSE: Kind = referenceOr(named('Response'));

/**
 * OpenAPI 3.0 and 3.1, as far as requests reach that the application sends of its own accord: webhooks, callbacks, and
 * what they are made of. What stands under `paths` and unused in `components` is not looked at.
 */
export const openapi: Grammar = {
  Document: open('OpenAPI', {
    openapi: must(text, 'The version of OpenAPI.'),
    info: must(named('Info'), 'What the application is.'),
    jsonSchemaDialect: may(text, 'The dialect that schemas are written in.', since31),
    servers: may(servers),
    paths: may(mapOf(anything)),
    webhooks: may(mapOf(anything), 'Requests that the application sends, by name.', since31),
    components: may(mapOf(anything)),
    security: may(security),
    tags: may(listOf(named('Tag'))),
    externalDocs: may(externalDocs),
  }),
  Info: open('Info', {
    ...described,
    title: must(text, 'The name of the application.'),
    version: must(text, 'The version of the document.'),
    termsOfService: may(text),
    contact: may(open('Contact', { name: may(text), url: may(text), email: may(text) })),
    license: may(open('License', { name: must(text), identifier: may(text, 'SPDX', since31), url: may(text) })),
  }),
  Server: open('Server', {
    url: must(text, 'Where the API is called.'),
    description: may(text),
    variables: may(
      mapOf(open('Server Variable', { default: must(text), enum: may(listOf(text)), description: may(text) })),
    ),
  }),
  Tag: open('Tag', { name: must(text), description: may(text), externalDocs: may(externalDocs) }),
  ExternalDocs: open('External Documentation', { url: must(text), description: may(text) }),
  PathItem: open('Path Item', {
    $ref: may(text),
    ...described,
    ...Object.fromEntries(
      ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'].map(method => [method, operation]),
    ),
    servers: may(servers),
    parameters: may(parameters),
  }),
  Operation: open('Operation', {
    ...described,
    tags: may(listOf(text)),
    externalDocs: may(externalDocs),
    operationId: may(text),
    parameters: may(parameters),
    requestBody: may(referenceOr(named('RequestBody'))),
    responses: may(mapOf(anything)),
    callbacks: may(mapOf(anything)),
    deprecated: may(flag),
    security: may(security),
    servers: may(servers),
  }),
  Parameter: open('Parameter', {
    name: must(text),
    in: must(oneOf('query', 'header', 'path', 'cookie', 'querystring')),
    ...valued,
  }),
  Header: open('Header', valued),
  RequestBody: open('Request Body', {
    description: may(text),
    content: must(content, 'What is sent, by media type.'),
    required: may(flag),
  }),
  Response: open('Response', {
    description: may(text),
    headers: may(mapOf(referenceOr(named('Header')))),
    content: may(content),
  }),
  MediaType: open('Media Type', {
    schema: may(schema),
    example: may(anything),
    examples: may(examples),
    encoding: may(mapOf(anything)),
  }),
  Example: open('Example', { ...described, value: may(anything), externalValue: may(text) }),
  Schema: referenceOr(either(openApiSchema(), flag)),
};

/** The Schema Object: AsyncAPI took most of it from here; these keywords have another form. */
function openApiSchema(): ObjectKind {
  const { fields, ...rest } = schemaObject(externalDocs);
  const limit = may(fromVersion('3.1', { is: 'number' }, flag));
  const discriminator = open('Discriminator', { propertyName: must(text), mapping: may(mapOf(text)) });
  return {
    ...rest,
    fields: {
      ...fields,
      exclusiveMaximum: limit,
      exclusiveMinimum: limit,
      items: may(schema),
      examples: may(listOf(anything)),
      discriminator: may(discriminator),
      nullable: may(flag),
    },
  };
}
