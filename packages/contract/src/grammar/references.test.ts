import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cursor } from '../resolve/cursor.ts';
import { checkExample, checkValues, resolverOf } from './testing.ts';

const head = 'asyncapi: 3.1.0\ninfo: {title: Orders, version: 1.0.0}\n';
const codes = (document: string) => checkExample(document).map(({ code }) => code);

test('a mistake in a thing that is referred to many times is told once, where it stands', () => {
  const messages = Array.from({ length: 9 }, (_, index) => `m${index}: {$ref: '#/components/messages/placed'}`).join(
    ', ',
  );
  const found = checkExample(
    `${head}channels: {orders: {messages: {${messages}}}}\ncomponents: {messages: {placed: {nmae: placed}}}`,
  );
  expect(found.map(({ origin }) => origin.pointer)).toEqual(['/components/messages/placed/nmae']);
});

test('definitions that all refer to all others are followed once per reference', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 64 }, (_, i) => [`p${i}`, { $ref: `#/components/schemas/s${i}` }]),
  );
  const schemas = Object.fromEntries(
    Array.from({ length: 64 }, (_, i) => [`s${i}`, { type: 'object', properties: structuredClone(properties) }]),
  );
  const values = {
    'a.yaml': { asyncapi: '3.1.0', info: { title: 'Orders', version: '1.0.0' }, components: { schemas } },
  };
  let followed = 0;
  const resolver = resolverOf(values);
  const counting = {
    has: resolver.has,
    follow: (at: Cursor) => {
      followed++;
      return resolver.follow(at);
    },
  };
  expect(checkValues(values, counting)).toEqual([]);
  expect(followed).toBe(64 * 64);
});

test('what stands in another file is checked there, once', () => {
  const found = checkExample({
    'asyncapi.yaml': `${head}channels: {a: {messages: {m: {$ref: placed.yaml}}}, b: {messages: {m: {$ref: placed.yaml}}}}`,
    'placed.yaml': 'nmae: placed',
  });
  expect(found.map(({ origin }) => origin)).toEqual([{ source: 'placed.yaml', pointer: '/nmae', part: 'key' }]);
});

test('values that YAML aliases share are checked once, and even a value that holds itself is no trouble', () => {
  const schema: Record<string, unknown> = { type: 'nothing' };
  schema.properties = { self: schema, again: schema };
  const document = {
    asyncapi: '3.1.0',
    info: { title: 'Orders', version: '1.0.0' },
    components: { schemas: { schema } },
  };
  expect(checkValues({ 'a.yaml': document }).map(({ origin }) => origin.pointer)).toEqual([
    '/components/schemas/schema/type',
  ]);
});

test('a thing of another kind is refused when it cannot be read as the wanted one', () => {
  const components =
    'components: {schemas: {order: {type: object}}, messageTraits: {common: {name: a}}, messages: {placed: {payload: true}}}';
  const refer = (to: string) =>
    `${head}channels: {orders: {messages: {m: {$ref: '#/components/${to}'}}}}\n${components}`;
  expect(codes(refer('schemas/order'))).toEqual(['GRAMMAR_REFERENCE_WRONG_KIND']);
  expect(codes(refer('messageTraits/common'))).toEqual([]);
  expect(codes(refer('messages/placed'))).toEqual([]);
});

test('each reference to a wrong thing is a mistake of its own', () => {
  const wrong = "{$ref: '#/components/schemas/order'}";
  const found = checkExample(
    `${head}channels: {orders: {messages: {a: ${wrong}, b: ${wrong}}}}\ncomponents: {schemas: {order: {type: object}}}`,
  );
  expect(found.map(({ origin }) => origin.pointer)).toEqual([
    '/channels/orders/messages/a/$ref',
    '/channels/orders/messages/b/$ref',
  ]);
  expect(found[0]?.message).toBe('`a` in `messages` must be a Message, but `#/components/schemas/order` is a Schema.');
});

test('a message is no schema, though a schema takes any member', () => {
  const refer = `${head}components: {messages: {a: {name: a}, b: {payload: {$ref: '#/components/messages/a'}}}}`;
  expect(codes(refer)).toEqual(['GRAMMAR_REFERENCE_WRONG_KIND']);
});

test('headers may refer to the schema of an object only', () => {
  const refer = (type: string) =>
    `${head}components: {messages: {a: {headers: {$ref: '#/components/schemas/s'}}}, schemas: {s: {type: ${type}}}}`;
  expect(codes(refer('object'))).toEqual([]);
  expect(codes(refer('string'))).toEqual(['GRAMMAR_REFERENCE_WRONG_KIND']);
});

test('a mistake in a schema is not told again by those that refer to it', () => {
  const refer = `${head}components: {messages: {a: {headers: {$ref: '#/components/schemas/s'}}}, schemas: {s: {type: object, minProperties: -1}}}`;
  expect(codes(refer)).toEqual(['GRAMMAR_VALUE_NOT_ALLOWED']);
});

test('a reference that is no text, and one where only references are', () => {
  expect(codes(`${head}channels: {a: {$ref: 1}}`)).toEqual(['GRAMMAR_WRONG_TYPE']);
  expect(codes(`${head}channels: {a: {servers: [production]}}`)).toEqual(['GRAMMAR_REFERENCE_EXPECTED']);
});

test('beside a reference, members are ignored, but extensions are notes', () => {
  const refer = (more: string) =>
    `${head}channels: {a: {$ref: '#/components/channels/a', ${more}}}\ncomponents: {channels: {a: {}}}`;
  expect(codes(refer('x-note: seen'))).toEqual([]);
  expect(checkExample(refer('title: A, summary: B'))[0]?.message).toBe(
    '`title` and `summary` beside `$ref` are ignored.',
  );
});

test('servers of 2.0 to 2.2 are written where they stand', () => {
  const at = (version: string) =>
    codes(
      `asyncapi: ${version}\ninfo: {title: Orders, version: 1.0.0}\nchannels: {}\nservers: {a: {$ref: '#/x-servers/a'}}\nx-servers: {a: {url: a, protocol: kafka}}`,
    );
  expect(at('2.2.0')).toEqual(['GRAMMAR_REFERENCE_NOT_ALLOWED']);
  expect(at('2.3.0')).toEqual([]);
});

test('a broken reference is somebody else’s to report', () => {
  expect(codes(`${head}channels: {a: {$ref: '#/components/channels/none'}}`)).toEqual([]);
});

test('takes any value without throwing', () => {
  const version = fc.constantFrom('2.0.0', '2.6.0', '3.0.0', '3.1.0');
  const member = fc.constantFrom('info', 'channels', 'operations', 'servers', 'components', 'tags', 'x-any');
  const key = fc.constantFrom(
    'schemas',
    'messages',
    'bindings',
    'kafka',
    'payload',
    '$ref',
    '__proto__',
    'traits',
    'publish',
    'a',
  );
  const value = fc.letrec<{ any: unknown }>(tie => ({
    any: fc.oneof(
      { maxDepth: 6 },
      fc.jsonValue({ maxDepth: 1 }),
      fc.dictionary(key, tie('any')),
      fc.array(tie('any'), { maxLength: 3 }),
    ),
  })).any;
  fc.assert(
    fc.property(version, fc.dictionary(member, value), value, (asyncapi, members, target) => {
      const document = { ...members, asyncapi };
      for (const { message, origin } of checkValues(
        { d: document },
        { has: () => true, follow: at => ({ ...at, value: target, pointer: '/x' }) },
      )) {
        expect(message).not.toContain('undefined');
        expect(origin.pointer).toMatch(/^(\/|$)/);
      }
    }),
    { numRuns: 150 },
  );
});

test.each([undefined, null, 1, 'text', true, [], [[]]])('a document that is %j', value => {
  expect(() => checkValues({ d: value })).not.toThrow();
});
