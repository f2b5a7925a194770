import { expect, test } from 'vitest';
import { compareJsonSchema } from '../compare.ts';
import { CONFLUENT_CODES } from './codes.ts';
import { matched } from './combined.ts';

/** The table of rules, row by row: what may follow what when the new schema reads what the old one wrote. */

const lookups = { writer: () => undefined, reader: () => undefined };

function judged(before: unknown, after: unknown, policy: 'strict' | 'lenient') {
  const schemaFormat = 'application/schema+json;version=2020-12';
  const source = (id: string, definition: unknown) => ({ id, format: 'json-schema', schemaFormat, definition });
  return compareJsonSchema(source('old', before), source('new', after), lookups, { profile: 'confluent', policy });
}

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const A = { a: { type: 'string' } };
const text = { type: 'string' };
const number = { type: 'number' };
const integer = { type: 'integer' };
const closed = { additionalProperties: false };
const texts = { additionalProperties: text };
const byPattern = { patternProperties: { '^x': text } };
const withDefault = { type: 'string', default: 'x' };

type Code = keyof typeof CONFLUENT_CODES;
type Row = [what: string, before: unknown, after: unknown, strict: Code | 'compatible', lenient?: Code | 'compatible'];

const ADDED = 'PROPERTY_ADDED_TO_OPEN_MODEL';
const PARTIAL = 'PROPERTY_ADDED_TO_PARTIAL_MODEL';
const REQUIRED = 'REQUIRED_PROPERTY_ADDED';
const GONE = 'PROPERTY_REMOVED_FROM_CLOSED_MODEL';
const UNCOVERED = 'PROPERTY_REMOVED_FROM_PARTIAL_MODEL';

const rows: Row[] = [
  // An optional member is added: the model of the old schema counts.
  ['optional, open', object(A), object({ ...A, b: text }), ADDED, 'compatible'],
  ['optional, open, anything', object(A), object({ ...A, b: {} }), 'compatible'],
  ['optional, open, true', object(A), object({ ...A, b: true }), 'compatible'],
  [
    'optional, open by unevaluated',
    object(A, { unevaluatedProperties: true }),
    object({ ...A, b: text }),
    ADDED,
    'compatible',
  ],
  ['optional, partial, within', object(A, texts), object({ ...A, b: text }, texts), 'compatible'],
  ['optional, partial, not within', object(A, texts), object({ ...A, b: number }, texts), PARTIAL],
  ['optional, partial by pattern', object(A, byPattern), object({ ...A, xb: text }, byPattern), 'compatible'],
  ['optional, partial by pattern, other', object(A, byPattern), object({ ...A, xb: number }, byPattern), PARTIAL],
  ['optional, partial, not covered', object(A, byPattern), object({ ...A, b: text }, byPattern), PARTIAL, 'compatible'],
  [
    'optional, partial by unevaluated',
    object(A, { unevaluatedProperties: text }),
    object({ ...A, b: number }, { unevaluatedProperties: text }),
    PARTIAL,
  ],
  ['optional, closed', object(A, closed), object({ ...A, b: text }, closed), 'compatible'],
  // A required member is added.
  ['required, open', object(A), object({ ...A, b: text }, { required: ['b'] }), REQUIRED],
  ['required, open, default', object(A), object({ ...A, b: withDefault }, { required: ['b'] }), ADDED, 'compatible'],
  ['required, partial', object(A, texts), object({ ...A, b: text }, { ...texts, required: ['b'] }), REQUIRED],
  [
    'required, partial, default',
    object(A, texts),
    object({ ...A, b: withDefault }, { ...texts, required: ['b'] }),
    'compatible',
  ],
  [
    'required, partial, default, not within',
    object(A, texts),
    object({ ...A, b: { type: 'number', default: 1 } }, { ...texts, required: ['b'] }),
    PARTIAL,
  ],
  ['required, closed', object(A, closed), object({ ...A, b: text }, { ...closed, required: ['b'] }), REQUIRED],
  [
    'required, closed, default',
    object(A, closed),
    object({ ...A, b: withDefault }, { ...closed, required: ['b'] }),
    'compatible',
  ],
  // A member is removed: the model of the new schema counts.
  ['removed, open', object({ ...A, b: text }), object(A), 'compatible'],
  ['removed, partial, within', object({ ...A, b: text }, texts), object(A, texts), 'compatible'],
  ['removed, partial, not within', object({ ...A, b: number }, texts), object(A, texts), UNCOVERED],
  [
    'removed, partial, not covered',
    object({ ...A, b: text }, byPattern),
    object(A, byPattern),
    UNCOVERED,
    'compatible',
  ],
  ['removed, closed', object({ ...A, b: text }, closed), object(A, closed), GONE, 'compatible'],
  ['removed, closed, was false', object({ ...A, b: false }, closed), object(A, closed), 'compatible'],
  // What is asked of members.
  ['required becomes optional', object(A, { required: ['a'] }), object(A), 'compatible'],
  ['optional becomes required', object(A), object(A, { required: ['a'] }), 'PROPERTY_REQUIRED'],
  [
    'optional becomes required with a default',
    object(A),
    object({ a: withDefault }, { required: ['a'] }),
    'compatible',
  ],
  ['required that nothing declares is passed over', object(A), object(A, { required: ['z'] }), 'compatible'],
  ['other members limited', object(A), object(A, texts), 'PROPERTIES_NOT_ALLOWED', 'compatible'],
  ['other members forbidden', object(A, texts), object(A, closed), 'PROPERTIES_NOT_ALLOWED', 'compatible'],
  ['other members allowed', object(A, closed), object(A), 'compatible'],
  [
    'unevaluated members forbidden',
    object(A),
    object(A, { unevaluatedProperties: false }),
    'PROPERTIES_NOT_ALLOWED',
    'compatible',
  ],
  ['members by pattern', object({}, byPattern), object({}, { patternProperties: { '^x': number } }), 'TYPE_CHANGED'],
  ['dependencies removed', object(A, { dependentRequired: { a: ['b'] } }), object(A), 'compatible'],
  [
    'dependencies narrowed',
    object(A, { dependentRequired: { a: ['b', 'c'] } }),
    object(A, { dependentRequired: { a: ['b'] } }),
    'compatible',
  ],
  [
    'dependencies extended',
    object(A, { dependentRequired: { a: ['b'] } }),
    object(A, { dependentRequired: { a: ['b', 'c'] } }),
    'DEPENDENCY_ADDED',
  ],
  ['dependencies added', object(A), object(A, { dependentSchemas: { a: { minProperties: 2 } } }), 'DEPENDENCY_ADDED'],
  // Limits.
  ['limit relaxed', { type: 'number', maximum: 5 }, { type: 'number', maximum: 6 }, 'compatible'],
  ['limit removed', { type: 'number', minimum: 5 }, number, 'compatible'],
  ['limit tightened', { type: 'string', maxLength: 5 }, { type: 'string', maxLength: 4 }, 'LIMIT_TIGHTENED'],
  ['limit added', { type: 'array' }, { type: 'array', minItems: 1 }, 'LIMIT_TIGHTENED'],
  ['multipleOf to a divisor', { type: 'number', multipleOf: 10 }, { type: 'number', multipleOf: 5 }, 'compatible'],
  ['multipleOf to another', { type: 'number', multipleOf: 10 }, { type: 'number', multipleOf: 4 }, 'LIMIT_TIGHTENED'],
  ['pattern removed', { type: 'string', pattern: 'a' }, text, 'compatible'],
  ['pattern added', text, { type: 'string', pattern: 'a' }, 'PATTERN_CHANGED'],
  [
    'pattern changed, though wider',
    { type: 'string', pattern: '^a$' },
    { type: 'string', pattern: 'a' },
    'PATTERN_CHANGED',
  ],
  ['unique items', { type: 'array' }, { type: 'array', uniqueItems: true }, 'UNIQUE_ITEMS_EXPECTED'],
  ['enum grown', { enum: ['a'] }, { enum: ['a', 'b'] }, 'compatible'],
  ['enum shrunk', { enum: ['a', 'b'] }, { enum: ['a'] }, 'ENUM_VALUES_MISSING'],
  ['const changed', { const: 'a' }, { const: 'b' }, 'CONST_CHANGED'],
  ['const added', text, { type: 'string', const: 'b' }, 'CONST_CHANGED'],
  ['descriptions', { ...text, title: 'a', default: 'x' }, { ...text, description: 'b' }, 'compatible'],
  // Types.
  ['integer to number', integer, number, 'compatible'],
  ['number to integer', number, integer, 'TYPE_CHANGED'],
  ['to another', text, number, 'TYPE_CHANGED'],
  ['to anything', text, {}, 'compatible'],
  ['to true', text, true, 'compatible'],
  ['to false', text, false, 'NOTHING_ALLOWED'],
  // Items.
  ['items', { type: 'array', items: integer }, { type: 'array', items: number }, 'compatible'],
  ['items of another type', { type: 'array', items: text }, { type: 'array', items: number }, 'TYPE_CHANGED'],
  ['items limited', { type: 'array' }, { type: 'array', items: text }, 'MORE_ITEMS_NOT_ALLOWED'],
  ['item added, open', { prefixItems: [text] }, { prefixItems: [text, text] }, 'ITEM_ADDED', 'compatible'],
  [
    'item added, partial',
    { prefixItems: [text], items: text },
    { prefixItems: [text, text], items: text },
    'compatible',
  ],
  [
    'item added, partial, other',
    { prefixItems: [text], items: text },
    { prefixItems: [text, number], items: text },
    'ITEM_ADDED',
  ],
  [
    'item added, closed',
    { prefixItems: [text], items: false },
    { prefixItems: [text, text], items: false },
    'compatible',
  ],
  ['item removed, open', { prefixItems: [text, text] }, { prefixItems: [text] }, 'compatible'],
  [
    'item removed, partial, other',
    { prefixItems: [text, number], items: text },
    { prefixItems: [text], items: text },
    'ITEM_REMOVED',
  ],
  [
    'item removed, closed',
    { prefixItems: [text, text], items: false },
    { prefixItems: [text], items: false },
    'ITEM_REMOVED',
    'compatible',
  ],
  // Combinations.
  ['types as alternatives', { type: ['string', 'number'] }, { type: ['number', 'string', 'null'] }, 'compatible'],
  ['one type fewer', { type: ['string', 'number'] }, { type: ['string', 'boolean'] }, 'ALTERNATIVES_CHANGED'],
  ['more alternatives', { anyOf: [text, number] }, { anyOf: [number, { type: 'null' }, text] }, 'compatible'],
  [
    'fewer alternatives',
    { oneOf: [text, number, { type: 'null' }] },
    { oneOf: [text, number] },
    'ALTERNATIVES_MISSING',
  ],
  ['fewer parts', { allOf: [object(A), object({ b: text })] }, { allOf: [object(A)] }, 'compatible'],
  [
    'more parts',
    { allOf: [object(A), object({ b: text })] },
    { allOf: [object(A), object({ b: text }), object({ c: text })] },
    'SCHEMAS_ADDED',
  ],
  ['any criterion to anyOf', { oneOf: [text, number] }, { anyOf: [text, number] }, 'compatible'],
  [
    'allOf to anyOf',
    { allOf: [text, { type: 'string', maxLength: 2 }] },
    { anyOf: [text, { type: 'string', maxLength: 2 }] },
    'compatible',
  ],
  ['single to oneOf', { anyOf: [text] }, { oneOf: [text, number] }, 'compatible'],
  ['several to oneOf', { anyOf: [text, number] }, { oneOf: [text, number] }, 'COMBINATION_CHANGED'],
  ['allOf to single', { allOf: [text, { type: 'string', maxLength: 2 }] }, { oneOf: [text] }, 'compatible'],
  ['plain to alternatives', text, { oneOf: [number, text] }, 'compatible'],
  ['plain to other alternatives', text, { anyOf: [number, { type: 'null' }] }, 'ALTERNATIVES_CHANGED'],
  ['allOf to plain', { allOf: [text, { type: 'string', maxLength: 2 }] }, text, 'compatible'],
  ['allOf to other plain', { allOf: [text, { type: 'string', maxLength: 2 }] }, number, 'ALTERNATIVES_CHANGED'],
  ['not, reversed', { not: integer }, { not: number }, 'FORBIDDEN'],
  ['not, relaxed', { not: number }, { not: integer }, 'compatible'],
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called that
  ['conditions', { if: text }, { if: text, then: { maxLength: 1 } }, 'CONDITION_CHANGED'],
  // References.
  ['through references', { $ref: '#/$defs/a', $defs: { a: text } }, text, 'compatible'],
  ['differences behind references', text, { $ref: '#/$defs/a', $defs: { a: number } }, 'TYPE_CHANGED'],
];

test.for(rows)('%s', ([, before, after, strict, lenient = strict]) => {
  for (const [policy, expected] of [
    ['strict', strict],
    ['lenient', lenient],
  ] as const) {
    const { verdict, differences } = judged(before, after, policy);
    const codes = differences.map(({ code }) => code);
    expect([policy, verdict, ...codes]).toEqual([
      policy,
      ...(expected === 'compatible' ? ['compatible'] : ['incompatible', expected]),
    ]);
  }
});

test('every code has a row', () => {
  const reached = new Set(rows.flatMap(([, , , ...codes]) => codes));
  expect(Object.keys(CONFLUENT_CODES).filter(code => !reached.has(code as Code))).toEqual([]);
});

test('schemas that contain themselves end, and are compared inside', () => {
  const tree = (label: object) => object({ label, kids: { type: 'array', items: { $ref: '#' } } }, closed);
  expect(judged(tree(integer), tree(number), 'strict').verdict).toBe('compatible');
  expect(judged(tree(number), tree(integer), 'strict').differences).toMatchObject([
    {
      code: 'TYPE_CHANGED',
      path: 'label',
      says: '`label` was number and is integer',
      reader: { pointer: '/properties/label/type' },
    },
  ]);
});

test('what the rules forbid is shown by a message where one does, and what they allow may break all the same', () => {
  const [added] = judged(object(A), object({ ...A, b: text }), 'strict').differences;
  expect(added).toMatchObject({ path: 'b', witness: { message: { b: expect.anything() } } });
  const wider = judged({ type: 'string', pattern: '^a$' }, { type: 'string', pattern: 'a' }, 'strict');
  expect(wider.verdict).toBe('incompatible');
  expect(wider.witness).toBeUndefined();
});

test('branches are paired so that as many as possible have a partner', () => {
  const likes: Record<string, string> = { a: 'xy', b: 'x', c: 'yz' };
  expect(matched(['a', 'b', 'c'], ['x', 'y', 'z'], (one, other) => likes[one]?.includes(other) ?? false)).toBe(3);
  expect(matched(['a', 'b'], ['x'], () => true)).toBe(1);
});
