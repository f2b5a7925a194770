import fc from 'fast-check';
import { Document } from 'yaml';

const refTo = (section: string) => (name: string) => ({ $ref: `#/components/${section}/${name}` });
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const name = fc.constantFrom('a', 'b', 'c');
const words = fc.constantFrom('Orders.', 'send it', 'null');

const described = { summary: some(words), description: some(words), 'x-owner': some(name) };
const tags = some(fc.array(fc.record({ name, description: some(words) }), { maxLength: 2 }));
const bindings = some(fc.constantFrom({ kafka: { key: { type: 'string' } } }, refTo('messageBindings')('a')));

const schema = fc.oneof(
  fc.constantFrom({ type: 'string' }, { type: 'object', properties: { a: { $ref: '#/components/schemas/b' } } }, true),
  name.map(refTo('schemas')),
);

/** With a language: only a payload written in place, because a schema of the components may be meant in several. */
const payload = fc.oneof(
  fc.record({ payload: schema }),
  fc.constantFrom(
    {
      schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
      payload: { type: 'record', name: 'R', fields: [{ name: 'next', type: ['null', 'R'] }] },
    },
    { schemaFormat: 'application/vnd.google.protobuf;version=3', payload: 'message M {}' },
    { schemaFormat: 'application/schema+json;version=draft-07', payload: { $ref: '#/components/schemas/c' } },
    {},
  ),
);

const trait = fc.record({
  ...described,
  title: some(words),
  headers: some(fc.constantFrom({ type: 'object', title: 'T' }, { properties: { h: true } })),
  contentType: some(fc.constantFrom('application/json', 'text/plain')),
  tags,
  bindings,
});
const traits = some(fc.array(fc.oneof(trait, name.map(refTo('messageTraits'))), { maxLength: 2 }));

const inlineWith = (ids: readonly string[]) =>
  fc
    .tuple(
      fc.record({
        ...described,
        messageId: some(fc.constantFrom(...ids)),
        name: some(fc.constantFrom('n1', 'n2')),
        title: some(words),
        headers: some(fc.constantFrom({ type: 'object', properties: { h: { type: 'string' } } }, { title: 'M' })),
        correlationId: some(fc.constant({ location: '$message.header#/id' })),
        examples: some(fc.constantFrom([{ payload: { a: 1 } }], [{ headers: { h: 'x' } }])),
        traits,
      }),
      payload,
    )
    .map(([message, body]) => ({ ...message, ...body }));
const inline = inlineWith(['m1', 'm2', 'm3']);
/** Ids that are used twice are an exception. */
const kept = inlineWith(['k1', 'k2']);
const plainMessage = fc.oneof(inline, name.map(refTo('messages')));
const message = fc.oneof(
  { weight: 3, arbitrary: plainMessage },
  { weight: 1, arbitrary: fc.array(plainMessage, { minLength: 1, maxLength: 3 }).map(oneOf => ({ oneOf })) },
  { weight: 1, arbitrary: fc.constant(refTo('messages')('several')) },
);

const security = some(
  fc.array(fc.constantFrom({ key: [] }, { certificate: [] }, { key: [], certificate: [] }), { maxLength: 2 }),
);
const operation = fc.record({
  operationId: some(fc.constantFrom('sendOrder', 'onOrder', 'order')),
  ...described,
  tags,
  security,
  traits: some(
    fc.array(
      fc.oneof(
        fc.record({ ...described, operationId: some(fc.constant('fromTrait')), tags }),
        name.map(refTo('operationTraits')),
      ),
      { maxLength: 2 },
    ),
  ),
  message: some(message),
});

const channel = fc.record({
  description: some(words),
  servers: some(fc.array(name, { maxLength: 2 })),
  parameters: some(
    fc.dictionary(
      name,
      fc.oneof(
        fc.record({
          description: some(words),
          schema: some(
            fc.constantFrom({ type: 'string', enum: ['x', 'y'] }, { description: 'Of the schema.', default: 'x' }),
          ),
          location: some(fc.constant('$message.payload#/a')),
        }),
        name.map(refTo('parameters')),
      ),
      { maxKeys: 2, noNullPrototype: true },
    ),
  ),
  subscribe: some(operation),
  publish: some(operation),
  bindings: some(fc.constant({ kafka: { topic: 't' } })),
  'x-a': some(words),
});

const abc = <T>(value: fc.Arbitrary<T>) => fc.record({ a: value, b: value, c: value });
const url = fc.constantFrom('kafka://a.example.com:9092', 'b.example.com/path?x=1', '{host}.example.com', 'kafka://c/');
const server = fc.record({
  url,
  protocol: fc.constantFrom('kafka', 'KAFKA'),
  description: some(words),
  variables: some(fc.constant({ host: { default: 'x', enum: ['x'] } })),
  security,
  tags,
});

const plainTrait = fc.record({ ...described, tags, bindings: fc.constant(undefined) });

/** Documents of 2.6 with everything that makes converting hard, and nothing of what is an exception by itself. */
const documents = fc.record({
  asyncapi: fc.constant('2.6.0'),
  info: fc.constant({ title: 'Orders', version: '1.0.0' }),
  tags,
  externalDocs: some(fc.constant({ url: 'https://example.com' })),
  defaultContentType: some(fc.constant('application/json')),
  servers: abc(server),
  channels: fc.dictionary(
    fc.constantFrom('orders', 'orders/{a}', 'x~y', 'with.dots', '/', 'ö'),
    fc.oneof({ weight: 4, arbitrary: channel }, { weight: 1, arbitrary: fc.constant(refTo('channels')('shared')) }),
    { minKeys: 1, maxKeys: 4, noNullPrototype: true },
  ),
  components: fc.record({
    schemas: abc(
      fc.constantFrom({ type: 'number' }, { allOf: [{ $ref: '#/components/schemas/a' }] }, { default: null }),
    ),
    messages: fc.record({
      a: kept,
      b: kept,
      c: fc.oneof(kept, fc.constant(refTo('messages')('a'))),
      several: fc.constantFrom(
        { oneOf: [refTo('messages')('a'), { title: 'In place' }] },
        { oneOf: [{ name: 'only' }] },
      ),
    }),
    channels: fc.record({ shared: channel }),
    parameters: abc(
      fc.record({ description: some(words), schema: some(fc.constant({ type: 'string', examples: ['x'] })) }),
    ),
    operationTraits: abc(plainTrait),
    messageTraits: abc(trait),
    messageBindings: fc.constant({ a: { kafka: {} } }),
    securitySchemes: fc.constant({ key: { type: 'apiKey', in: 'user' }, certificate: { type: 'X509' } }),
  }),
});

/** Such documents as YAML. */
export const documentTexts = documents.map(document =>
  new Document(JSON.parse(JSON.stringify(document)), { aliasDuplicateObjects: false }).toString(),
);
