import { isObject } from '@portolan/base';
import { expect, test } from 'vitest';
import { parse } from '../source/parse.ts';
import { expects, fieldsIn, type Seen } from './expects.ts';

/** Plain values as something seen. */
function seenIn(value: unknown): Seen | undefined {
  if (value === undefined) return undefined;
  const type = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  return {
    type: type as Seen['type'],
    text: typeof value === 'string' ? value : undefined,
    member: key => {
      const has = (isObject(value) || Array.isArray(value)) && Object.hasOwn(value, key);
      return has ? seenIn((value as Record<string, unknown>)[key]) : undefined;
    },
  };
}

/** The names of the fields that may stand at a place of a document. */
function names(text: string, ...keys: string[]): string[] {
  const { value } = parse('asyncapi.yaml', text);
  const asyncapi = String((value as { asyncapi: string }).asyncapi);
  const { kinds, version } = expects(asyncapi, keys, seenIn(value));
  return kinds.flatMap(kind => (kind.is === 'object' ? fieldsIn(kind, version).map(([name]) => name) : []));
}

test('the fields of an object at a place, as its version has them', () => {
  expect(names('asyncapi: 3.1.0')).toEqual([
    'asyncapi',
    'id',
    'info',
    'servers',
    'defaultContentType',
    'channels',
    'operations',
    'components',
  ]);
  expect(names('asyncapi: 2.3.0', 'channels', 'orders', 'publish')).not.toContain('security');
  expect(names('asyncapi: 2.4.0', 'channels', 'orders', 'publish')).toContain('security');
});

test('fields of a binding are counted by its own version', () => {
  const at = ['channels', 'orders', 'bindings', 'kafka'];
  const document = (version: string) =>
    `asyncapi: 3.1.0\nchannels: {orders: {bindings: {kafka: {bindingVersion: ${version}}}}}`;
  expect(names(document('0.5.0'), ...at)).toContain('topicConfiguration');
  expect(names(document('0.3.0'), ...at)).not.toContain('topicConfiguration');
  expect(names('asyncapi: 3.1.0', ...at)).toContain('topicConfiguration');
});

test('what the text leaves open is several kinds', () => {
  const at = ['components', 'messages', 'placed', 'payload'];
  expect(names('asyncapi: 3.1.0', ...at)).toEqual(expect.arrayContaining(['schemaFormat', 'properties']));
  const payload = (members: string) => `asyncapi: 3.1.0\ncomponents: {messages: {placed: {payload: {${members}}}}}`;
  expect(names(payload('schemaFormat: a'), ...at)).toEqual(['schemaFormat', 'schema']);
  expect(names(payload('type: object'), ...at)).not.toContain('schemaFormat');
});

test('the language of a schema stands beside it', () => {
  const payload = (format: string) =>
    `asyncapi: 3.1.0\ncomponents: {messages: {placed: {payload: {schemaFormat: ${format}, schema: {}}}}}`;
  const at = ['components', 'messages', 'placed', 'payload', 'schema'];
  expect(names(payload('application/schema+json;version=draft-07'), ...at)).toContain('properties');
  expect(names(payload('application/vnd.apache.avro;version=1.9.0'), ...at)).toEqual([]);
});

test('where a reference may or must stand, its kind is known', () => {
  const { kinds, references } = expects('3.1.0', ['operations', 'send', 'channel'], undefined);
  expect(kinds).toEqual([]);
  expect(references).toEqual([{ is: 'named', name: 'Channel' }]);
});

test('a choice is settled by its member', () => {
  const scheme = (type: string) => `asyncapi: 3.1.0\ncomponents: {securitySchemes: {a: {type: ${type}}}}`;
  expect(names(scheme('http'), 'components', 'securitySchemes', 'a')).toContain('bearerFormat');
  const open = expects('3.1.0', ['components', 'securitySchemes', 'a'], undefined);
  expect(open.kinds).toMatchObject([{ is: 'choice', by: 'type' }]);
});

test('a place that the grammar does not know has no kinds', () => {
  expect(expects('3.1.0', ['chanels', 'orders'], undefined)).toMatchObject({ kinds: [], references: [] });
  expect(expects('3.1.0', ['channels', 'a', 'servers', 'x'], undefined)).toMatchObject({ kinds: [] });
});
