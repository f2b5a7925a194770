import { expect, test } from 'vitest';
import type { SchemaSource } from '../shape.ts';
import { evaluatorOf } from './evaluate.ts';

/** `version` as it stands in a `schemaFormat`. */
const judged = (definition: unknown, value: unknown, version = '2020-12', others: readonly SchemaSource[] = []) => {
  const schemaFormat = `application/schema+json;version=${version}`;
  const source = { id: 'x', format: 'json-schema', schemaFormat, definition };
  const verdict = evaluatorOf(source, id => others.find(other => other.id === id))(value);
  if ('notChecked' in verdict) return `not checked: ${verdict.notChecked}`;
  return verdict.valid ? [] : verdict.problems.map(({ pointer, message }) => `${pointer} ${message}`);
};

/** 64 schemas of which each says twice what the next one says. */
function doublings(keyword: string, last: unknown): unknown {
  const $defs: Record<string, unknown> = { d64: last };
  for (let level = 0; level < 64; level++) {
    const next = { $ref: `#/$defs/d${level + 1}` };
    $defs[`d${level}`] = { [keyword]: [next, next] };
  }
  return { $ref: '#/$defs/d0', $defs };
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = { a: value };
  return value;
}

const NEST = { properties: { a: { $ref: '#' } } };

test('what 64 doublings say 2^64 times is only looked at once', () => {
  const tooMuch = { maxItems: 0, unevaluatedItems: false };
  expect(judged(doublings('allOf', { type: 'string' }), 'x')).toEqual([]);
  expect(judged(doublings('allOf', { type: 'string' }), 1)).toEqual([' is an integer, but must be a string']);
  expect(judged(doublings('anyOf', tooMuch), [1])).toEqual([' matches none of the alternatives']);
  const inPlace = doublings('anyOf', { properties: { a: true } }) as object;
  expect(judged({ ...inPlace, unevaluatedProperties: false }, { a: {}, b: 1 })).toEqual([
    ' has `b`, which the schema does not allow',
  ]);
});

test('what is nested too deeply is not checked, and only where the schema looks into it', () => {
  expect(judged(NEST, nested(200))).toEqual([]);
  expect(judged(NEST, nested(10_000))).toBe('not checked: it is nested too deeply to be judged');
  expect(judged({ type: 'object' }, nested(10_000))).toEqual([]);
  expect(judged({ const: nested(10_000) }, nested(10_000))).toBe('not checked: it is nested too deeply to be judged');
  expect(judged({ const: 1 }, nested(10_000))).toEqual([expect.stringMatching(/^ is \{"a":\{"a":.*…, but must be 1$/)]);
});

test('a reference to itself ends at once', () => {
  expect(judged({ $ref: '#' }, 1)).toBe('not checked: it refers to itself without end');
  expect(judged({ anyOf: [{ $ref: '#' }, { $ref: '#' }, { type: 'string' }] }, 'x')).toEqual([]);
  expect(judged({ $ref: '#', type: 'string' }, 1)).toEqual([' is an integer, but must be a string']);
});

test('what would take too long is not checked', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => index);
  const patterns = Object.fromEntries(many.map(index => [`^k${index}$`, {}]));
  const members = Object.fromEntries(many.map(index => [`k${index}`, 1]));
  expect(judged({ patternProperties: patterns }, members)).toBe(
    'not checked: judging it could take too long: its schemas multiply',
  );
  const sameHash = many.map(index => nestedIn(index, 40));
  expect(judged({ uniqueItems: true }, sameHash)).toMatch(/^not checked: judging it could take too long/);
});

function nestedIn(value: unknown, levels: number): unknown {
  return levels === 0 ? value : [nestedIn(value, levels - 1)];
}

test('a long list of allowed values and long lists of different items are no trouble', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => ({ id: index, name: `n${index}` }));
  expect(judged({ items: { enum: many } }, many.toReversed().slice(0, 500))).toEqual([]);
  expect(judged({ uniqueItems: true }, many)).toEqual([]);
  expect(judged({ uniqueItems: true }, [...many, { name: 'n7', id: 7 }])).toEqual([' has the same item twice']);
});

test('what decides nothing need not be known', () => {
  const bomb = { pattern: '^(a+)+$' };
  const long = `${'a'.repeat(40)}!`;
  expect(judged({ anyOf: [bomb, { type: 'string' }] }, long)).toEqual([]);
  expect(judged({ allOf: [bomb, { maxLength: 3 }] }, long)).toEqual([' has 41 characters, but must have at most 3']);
  expect(judged({ not: bomb }, long)).toMatch(/^not checked: trying its patterns/);
  expect(judged({ oneOf: [bomb, true] }, long)).toMatch(/^not checked: trying its patterns/);
  expect(judged({ anyOf: [{ $ref: '#/gone' }, true], unevaluatedProperties: false }, { a: 1 })).toMatch(/^not checked/);
});

test('names that objects of JavaScript have are names like others', () => {
  const named = JSON.parse('{ "__proto__": 1, "constructor": 2 }');
  const strings = JSON.parse('{ "__proto__": { "type": "string" }, "constructor": { "type": "string" } }');
  expect(judged({ required: ['toString'] }, {})).toEqual([' lacks `toString`']);
  expect(judged({ properties: strings, additionalProperties: false }, {})).toEqual([]);
  expect(judged({ properties: strings }, named)).toEqual([
    '/__proto__ is an integer, but must be a string',
    '/constructor is an integer, but must be a string',
  ]);
  expect(judged({ $ref: '#/$defs/constructor' }, 1)).toMatch(/^not checked: .* does not exist$/);
});

test('numbers that are odd', () => {
  expect(judged({ const: 0 }, -0)).toEqual([]);
  expect(judged({ exclusiveMinimum: 0 }, -0)).toEqual([' is 0, but must be more than 0']);
  expect(judged({ multipleOf: 0.01 }, 19.99)).toEqual([]);
  expect(judged({ multipleOf: 0.01 }, 19.995)).toEqual([' is 19.995, which is no multiple of 0.01']);
  expect(judged({ type: 'integer' }, 1.0)).toEqual([]);
  expect(judged({ type: 'integer', maximum: 5 }, JSON.parse('1e400'))).toEqual([' is Infinity, but must be at most 5']);
  expect(judged({ multipleOf: 3 }, JSON.parse('1e400'))).toMatch(/^not checked: .* too large/);
  expect(judged({ type: 'number' }, Number.NaN)).toMatch(/^not checked: .* NaN/);
  expect(judged({ type: 'integer', maximum: 2 ** 60, multipleOf: 5 }, 10n ** 18n)).toEqual([]);
  expect(judged({ maximum: 3 }, 10n)).toEqual([' is 10, but must be at most 3']);
});

test('lengths count characters, not the halves that some are made of', () => {
  expect(judged({ minLength: 2, maxLength: 2, pattern: '^..$' }, '💩💩')).toEqual([]);
  expect(judged({ minLength: 3 }, '💩💩')).toEqual([' has 2 characters, but must have at least 3']);
  expect(judged({ maxLength: 1 }, '💩💩')).toEqual([' has 2 characters, but must have at most 1']);
});

test('a keyword that makes no sense is not checked where a value meets it', () => {
  const schema = { properties: { a: { minimum: '3' }, b: { type: 'strng' } } };
  expect(judged(schema, {})).toEqual([]);
  expect(judged(schema, { a: 1 })).toBe('not checked: its `minimum` is "3", which has no meaning');
  expect(judged(schema, { b: 1 })).toBe('not checked: its type “strng” is none that JSON Schema knows');
  expect(judged({ minimum: 1, exclusiveMinimum: true }, 1, 'draft-07')).toMatch(/^not checked: its `exclusiveMinimum`/);
});

test('each draft has its own keywords, and those of others say nothing', () => {
  expect(judged({ const: 1 }, 2, 'draft-04')).toEqual([]);
  expect(judged({ if: false, else: false }, 2, 'draft-06')).toEqual([]);
  expect(judged({ dependentRequired: { a: ['b'] } }, { a: 1 }, 'draft-07')).toEqual([]);
  expect(judged({ dependencies: { a: ['b'] } }, { a: 1 }, 'draft-07')).toEqual([' has `a` but lacks `b`']);
  expect(judged({ $ref: '#/definitions/a', type: 'string', definitions: { a: true } }, 1, 'draft-07')).toEqual([]);
  expect(judged({ $ref: '#/$defs/a', type: 'string', $defs: { a: true } }, 1)).toEqual([
    ' is an integer, but must be a string',
  ]);
  expect(judged({ $schema: 'http://json-schema.org/draft-03/schema#', divisibleBy: 2 }, 1)).toMatch(
    /^not checked: it is written in an old draft/,
  );
});

test('documents are found by address, and those of other languages are said to be so', () => {
  const address = 'https://example.com/schemas/';
  const money = { id: `${address}money`, format: 'json-schema', definition: { $defs: { cents: { type: 'integer' } } } };
  const proto = { id: 'proto', format: 'protobuf', definition: '' };
  const schema = { $id: `${address}order`, properties: { total: { $ref: 'money#/$defs/cents' } } };
  expect(judged(schema, { total: 'x' }, '2020-12', [money])).toEqual(['/total is a string, but must be an integer']);
  expect(judged(schema, { total: 'x' })).toBe('not checked: it refers to “money#/$defs/cents”, which is not loaded');
  expect(judged({ $ref: '#/schemas/proto' }, 1, '2020-12', [proto])).toBe(
    'not checked: “proto” that it refers to is written in protobuf',
  );
});

test('a meta-schema may choose its vocabularies, and what it demands must be known', () => {
  const $schema = 'https://example.com/meta';
  const meta = (vocabularies: object) => ({
    id: $schema,
    format: 'json-schema',
    definition: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/applicator': true, ...vocabularies },
    },
  });
  const schema = { $schema, properties: { a: { type: 'string' } } };
  expect(judged(schema, { a: 1 }, '2020-12', [meta({})])).toEqual([]);
  expect(judged(schema, { a: 1 }, '2020-12', [meta({ 'https://example.com/units': false })])).toEqual([]);
  expect(judged(schema, { a: 1 }, '2020-12', [meta({ 'https://example.com/units': true })])).toMatch(
    /^not checked: its meta-schema demands the vocabulary “https:\/\/example.com\/units”/,
  );
});

test('a value can be a schema: the meta-schemas are known', () => {
  for (const version of ['draft-04', 'draft-06', 'draft-07']) {
    const $ref = `http://json-schema.org/${version}/schema#`;
    expect(judged({ $ref }, { properties: { a: { minLength: 1 } } }, version)).toEqual([]);
    expect(judged({ $ref }, { properties: { a: { minLength: -1 } } }, version)).toEqual([
      '/properties/a/minLength is -1, but must be at least 0',
    ]);
  }
  const part = { $ref: 'https://json-schema.org/draft/2020-12/meta/validation' };
  expect(judged(part, { minLength: 'x', properties: 1 })).toEqual(['/minLength is a string, but must be an integer']);
});

test('formats of machines’ numbers and of bytes', () => {
  expect(judged({ format: 'int32' }, 2 ** 31)).toEqual([' is 2147483648, which is no int32']);
  expect(judged({ format: 'int32' }, 1.5)).toEqual([' is 1.5, which is no int32']);
  expect(judged({ format: 'int64' }, 9223372036854775807n)).toEqual([]);
  expect(judged({ format: 'float' }, 1e39)).toEqual([' is 1e+39, which is no float']);
  expect(judged({ format: 'double' }, 1e39)).toEqual([]);
  expect(judged({ format: 'byte' }, 'aGVsbG8=')).toEqual([]);
  expect(judged({ format: 'byte' }, 'hello')).toEqual([' is "hello", which is no byte']);
  expect(judged({ format: 'binary' }, '\u0000ÿ')).toEqual([]);
  expect(judged({ format: 'something-of-mine' }, 'x')).toEqual([]);
});
