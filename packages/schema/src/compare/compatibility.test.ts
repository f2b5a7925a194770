import { expect, test } from 'vitest';
import type { SchemaSource } from '../shape.ts';
import { compatibility, type Mode } from './compatibility.ts';

const version = (id: string, ...required: string[]): SchemaSource => ({
  id,
  format: 'json-schema',
  definition: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required },
});

const [both, one, none] = [version('both', 'a', 'b'), version('one', 'a'), version('none')];

/** Versions ask less and less, or more and more. */
test.for<[mode: Mode, versions: SchemaSource[], candidate: SchemaSource, expected: string, checks: string[]]>([
  ['NONE', [none], both, 'compatible', []],
  ['BACKWARD', [], both, 'compatible', []],
  ['BACKWARD', [none, both], one, 'compatible', ['backward both']],
  ['BACKWARD_TRANSITIVE', [none, both], one, 'incompatible', ['backward both', 'backward none']],
  ['FORWARD', [both, none], one, 'compatible', ['forward none']],
  ['FORWARD_TRANSITIVE', [both, none], one, 'incompatible', ['forward none', 'forward both']],
  ['FULL', [one], both, 'incompatible', ['backward one', 'forward one']],
  ['FULL', [none, one], { ...one, id: 'again' }, 'compatible', ['backward one', 'forward one']],
  [
    'FULL_TRANSITIVE',
    [none, one],
    { ...one, id: 'again' },
    'incompatible',
    ['backward one', 'forward one', 'backward none', 'forward none'],
  ],
])('%s', ([mode, versions, candidate, expected, checks]) => {
  const { verdict, checks: made } = compatibility(versions, candidate, mode);
  expect(verdict).toBe(expected);
  expect(made.map(check => `${check.direction} ${check.version.id}`)).toEqual(checks);
});

test('each version has its own differences, with messages', () => {
  const { checks } = compatibility([none], one, 'BACKWARD');
  expect(checks).toMatchObject([
    { comparison: { differences: [{ code: 'PROPERTY_REQUIRED', path: 'a', witness: { message: {} } }] } },
  ]);
});

test('another language is not checked, and incompatible where a registry says so', () => {
  const avro: SchemaSource = { id: 'avro', format: 'avro', definition: 'string' };
  expect(compatibility([avro], one, 'BACKWARD').verdict).toBe('not-checked');
  const strict = compatibility([avro], one, 'BACKWARD', { profile: 'confluent' });
  expect(strict).toMatchObject({
    verdict: 'incompatible',
    checks: [{ comparison: { differences: [{ code: 'LANGUAGE_CHANGED' }] } }],
  });
});

test('each version looks up what it refers to by itself', () => {
  const order = (id: string): SchemaSource => ({
    id,
    format: 'json-schema',
    definition: { $ref: 'https://example.com/money' },
  });
  const lookupOf =
    ({ id }: SchemaSource) =>
    () => ({
      id: 'money',
      format: 'json-schema',
      definition: { type: id === 'old' ? 'number' : 'integer' },
    });
  expect(compatibility([order('old')], order('new'), 'BACKWARD', { lookupOf }).verdict).toBe('incompatible');
  expect(compatibility([order('old')], order('new'), 'FORWARD', { lookupOf }).verdict).toBe('compatible');
});
