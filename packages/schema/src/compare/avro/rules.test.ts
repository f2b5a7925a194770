import { describe, expect, test } from 'vitest';
import { breaking, compared, enumOf, field, fixed, logical, readByAvsc, record, source } from './cases.test-support.ts';
import { compareAvro } from './compare.ts';

const note = (...more: unknown[]) => record('Note', field('text', 'string'), ...more);
const inNamespace = (namespace: string, definition: object) => ({ ...definition, namespace });
const node = (type: unknown) => record('Node', field('value', type), field('next', ['null', 'Node']));

/** Confluent’s rules for Avro, and those of the specification, which read alike: what a reader takes. */
const taken: readonly (readonly [string, unknown, unknown])[] = [
  ...(
    [
      ['int', 'long'],
      ['int', 'float'],
      ['int', 'double'],
      ['long', 'float'],
      ['long', 'double'],
      ['float', 'double'],
      ['string', 'bytes'],
      ['bytes', 'string'],
    ] as const
  ).map(([from, to]) => [`${from} is read as ${to}`, from, to] as const),
  ['logical types are ignored', logical('long', 'timestamp-millis'), logical('long', 'timestamp-micros')],
  ['a logical type goes', logical('int', 'date'), 'int'],
  ['names match without their namespaces', inNamespace('a', note()), inNamespace('b', note())],
  [
    'an alias of the reader is the full name of the writer',
    inNamespace('a', note()),
    { ...record('Memo', field('text', 'string')), aliases: ['a.Note'] },
  ],
  ['a field is found by an alias', note(), record('Note', field('body', 'string', { aliases: ['text'] }))],
  ['a field that the writer lacks has a default', note(), note(field('stars', 'int', { default: 0 }))],
  ['a field that the reader lacks is passed over', note(field('stars', 'int')), note()],
  ['the reader’s enum has more symbols', enumOf('E', ['A']), enumOf('E', ['A', 'B'])],
  ['the reader’s enum has a default', enumOf('E', ['A', 'B']), enumOf('E', ['A'], { default: 'A' })],
  ['fixed types have one name and size', fixed('F', 4), fixed('F', 4)],
  ['every branch of the writer’s union can be read', ['int', 'long'], 'double'],
  ['one branch of the reader’s union is enough', 'int', ['null', 'string', 'long']],
  ['the branches stand in another order', ['null', 'int'], ['int', 'null']],
  ['types contain themselves', node('int'), node('long')],
];

const refused: readonly (readonly [string, unknown, unknown, string])[] = [
  ['a number becomes narrower', 'long', 'int', 'TYPE_CHANGED'],
  ['a double becomes a float', 'double', 'float', 'TYPE_CHANGED'],
  ['a number becomes a text', 'int', 'string', 'TYPE_CHANGED'],
  ['an array becomes a map', { type: 'array', items: 'int' }, { type: 'map', values: 'int' }, 'TYPE_CHANGED'],
  ['items change', { type: 'array', items: 'string' }, { type: 'array', items: 'int' }, 'TYPE_CHANGED'],
  ['values of a map change', { type: 'map', values: 'string' }, { type: 'map', values: 'int' }, 'TYPE_CHANGED'],
  ['a record has another name', note(), record('Memo', field('text', 'string')), 'NAME_CHANGED'],
  [
    'an alias is not the full name',
    inNamespace('a', note()),
    { ...record('Memo', field('text', 'string')), aliases: ['Note'] },
    'NAME_CHANGED',
  ],
  ['a field that the writer lacks has no default', note(), note(field('stars', 'int')), 'PROPERTY_REQUIRED'],
  [
    'a field stands for two',
    note(field('body', 'string')),
    record('Note', field('text', 'string', { aliases: ['body'] })),
    'PROPERTY_AMBIGUOUS',
  ],
  ['the reader’s enum lacks a symbol', enumOf('E', ['A', 'B']), enumOf('E', ['A']), 'ENUM_VALUES_MISSING'],
  ['fixed types have another size', fixed('F', 4), fixed('F', 8), 'FIXED_SIZE_CHANGED'],
  ['fixed types have another name', fixed('F', 4), fixed('G', 4), 'NAME_CHANGED'],
  ['a branch of the writer’s union cannot be read', ['int', 'string'], 'long', 'TYPE_CHANGED'],
  ['the reader’s union has no branch for it', 'boolean', ['null', 'string'], 'UNION_BRANCH_MISSING'],
  ['types contain themselves and change inside', node('string'), node('int'), 'TYPE_CHANGED'],
];

describe.each(['avro', 'confluent'] as const)('by the profile %s a reader takes it when', profile => {
  test.each(taken)('%s', (_, writer, reader) => {
    expect(breaking(writer, reader, profile)).toEqual([]);
    expect(compared(writer, reader, profile).verdict).toBe('compatible');
  });
});

describe.each(['avro', 'confluent', 'sound'] as const)('by the profile %s a reader refuses it when', profile => {
  test.each(refused)('%s', (_, writer, reader, code) => {
    const { verdict, differences, witness } = compared(writer, reader, profile);
    expect(verdict).toBe('incompatible');
    expect(differences.filter(({ breaks }) => breaks === 'yes').map(difference => difference.code)).toEqual([code]);
    expect(readByAvsc(writer, reader, witness?.encoded)).toHaveProperty('refused');
  });
});

/** What the specification lets pass, and what somebody loses by it. */
const misread: readonly (readonly [string, unknown, unknown, string, unknown])[] = [
  ['an int is rounded to a float', 'int', 'float', 'NUMBER_ROUNDED', 16_777_217],
  ['bytes are no text', 'bytes', 'string', 'BYTES_READ_AS_TEXT', '\u00ff'],
  [
    'a time is read in another unit',
    logical('long', 'timestamp-millis'),
    logical('long', 'timestamp-micros'),
    'LOGICAL_TYPE_CHANGED',
    1_767_225_600_000,
  ],
  [
    'a decimal has another scale',
    logical('bytes', 'decimal', { precision: 9, scale: 2 }),
    logical('bytes', 'decimal', { precision: 9, scale: 3 }),
    'DECIMAL_SCALE_CHANGED',
    'd',
  ],
  [
    'a decimal has more digits than the reader allows',
    logical('bytes', 'decimal', { precision: 9 }),
    logical('bytes', 'decimal', { precision: 2 }),
    'DECIMAL_PRECISION_NARROWED',
    'd',
  ],
  ['a text need not be a UUID', 'string', logical('string', 'uuid'), 'LOGICAL_TYPE_NARROWED', 'no uuid'],
  [
    'some readers compare full names',
    inNamespace('a', note()),
    inNamespace('b', note()),
    'NAMESPACE_CHANGED',
    { text: '' },
  ],
];

describe('sound is stricter than the specification:', () => {
  test.each(misread)('%s', (_, writer, reader, code, message) => {
    expect(breaking(writer, reader, 'avro')).toEqual([]);
    const { differences } = compared(writer, reader);
    expect(differences.filter(({ breaks }) => breaks === 'yes')).toMatchObject([{ code, witness: { message } }]);
  });

  test('a namespace that changes is refused by avsc', () => {
    expect(readByAvsc(inNamespace('a', note()), inNamespace('b', note()), { text: '' })).toHaveProperty('refused');
  });

  test('which branch of a union is taken differs between implementations', () => {
    expect(breaking('long', ['float', 'long'], 'confluent')).toEqual([]);
    expect(breaking('long', ['float', 'long'])).toEqual(['NUMBER_ROUNDED']);
  });

  test('what a plain number stands for nobody knows', () => {
    const { verdict, differences } = compared('long', logical('long', 'timestamp-millis'));
    expect(verdict).toBe('not-checked');
    expect(differences).toMatchObject([{ code: 'LOGICAL_TYPE_UNCLEAR', breaks: 'not-checked' }]);
  });
});

test('all differences are told, each with its place on both sides, its path and its message', () => {
  const writer = record(
    'Order',
    field('id', 'long'),
    field('lines', {
      type: 'array',
      items: record('Line', field('state', enumOf('State', ['NEW', 'LOST'])), field('price', 'double')),
    }),
    field('labels', { type: 'map', values: ['null', 'string'] }),
  );
  const reader = record(
    'Order',
    field('id', 'int'),
    field('lines', {
      type: 'array',
      items: record('Line', field('state', enumOf('State', ['NEW'])), field('cents', 'long')),
    }),
    field('labels', { type: 'map', values: 'string' }),
  );
  const { differences } = compared(writer, reader, 'avro');
  expect(
    differences.map(({ code, path, writer, reader, breaks }) => [code, path, writer?.pointer, reader?.pointer, breaks]),
  ).toEqual([
    ['TYPE_CHANGED', 'id', '/fields/0/type', '/fields/0/type', 'yes'],
    ['PROPERTY_REQUIRED', 'lines[].cents', '/fields/1/type/items', '/fields/1/type/items/fields/1', 'yes'],
    ['PROPERTY_REMOVED', 'lines[].price', '/fields/1/type/items/fields/1', '/fields/1/type/items', 'no'],
    [
      'ENUM_VALUES_MISSING',
      'lines[].state',
      '/fields/1/type/items/fields/0/type/symbols',
      '/fields/1/type/items/fields/0/type/symbols',
      'yes',
    ],
    ['TYPE_CHANGED', 'labels{}', '/fields/2/type/values/0', '/fields/2/type/values', 'yes'],
  ]);
  expect(differences[3]?.says).toBe(
    '`lines[].state` may be “LOST”, which the reader’s enum State does not know, and it has no default',
  );
  expect(differences.map(({ witness }) => witness?.message)).toEqual([
    { id: 1, lines: [], labels: {} },
    { id: 1, lines: [{ state: 'NEW', price: 1.5 }], labels: {} },
    undefined,
    { id: 1, lines: [{ state: 'LOST', price: 1.5 }], labels: {} },
    { id: 1, lines: [], labels: { key: null } },
  ]);
  expect(differences[4]?.witness?.encoded).toEqual({ id: 1, lines: [], labels: { key: null } });
});

test('the encoding of Avro names the branch of a union, and the message does not', () => {
  const { witness } = compared(['null', note()], ['null', 'int'], 'avro');
  expect(witness).toMatchObject({ message: { text: '' }, encoded: { Note: { text: '' } } });
});

test('types of other texts are followed, and places stand where the types do', () => {
  const line = (id: string, type: string) => ({ id, format: 'avro', definition: record('Line', field('price', type)) });
  const order = (id: string, lines: string) => ({
    id,
    format: 'avro',
    definition: record('Order', field('line', { $ref: `#/schemas/${lines}` })),
  });
  const lookup =
    (...sources: ReturnType<typeof line>[]) =>
    (id: string) =>
      sources.find(one => one.id === id);
  const lookups = { writer: lookup(line('a', 'double')), reader: lookup(line('b', 'float')) };
  const { differences } = compareAvro(order('old', 'a'), order('new', 'b'), lookups);
  expect(differences).toMatchObject([
    {
      path: 'line.price',
      writer: { schema: 'a', pointer: '/fields/0/type' },
      reader: { schema: 'b', pointer: '/fields/0/type' },
    },
  ]);
});

test('what cannot be judged is not checked, and says why', () => {
  expect(compared(record('A', field('b', 'Missing')), record('A', field('b', 'int')))).toMatchObject({
    verdict: 'not-checked',
    notCompared: [{ reason: expect.stringContaining('`Missing` is defined nowhere') }, { path: 'b' }],
  });
  expect(compared('int', { type: 'record', name: 'R' }).verdict).toBe('not-checked');
  const none = { writer: () => undefined, reader: () => undefined };
  const wide = record('W', ...Array.from({ length: 50 }, (_, index) => field(`f${index}`, 'int')));
  const answer = compareAvro(source('w', wide), source('r', wide), none, { budget: 20 });
  expect(answer).toMatchObject({
    verdict: 'not-checked',
    notCompared: [{ reason: expect.stringContaining('more than 20') }],
  });
});

test('hostile schemas end: deep, wide, and doubling', () => {
  let deep: unknown = 'int';
  for (let level = 0; level < 900; level++) deep = { type: 'array', items: deep };
  expect(compared(deep, deep).verdict).toBe('compatible');
  const doubling = (last: string) => {
    let inner: unknown = last;
    for (let level = 0; level < 40; level++) {
      const name = `R${level}`;
      inner = record(name, field('a', inner), field('b', level === 0 ? last : `R${level - 1}`));
    }
    return inner;
  };
  const { verdict, differences } = compared(doubling('string'), doubling('int'));
  // The message would be larger than anybody writes: it is claimed without one.
  expect([verdict, differences.length, differences[0]?.witness]).toEqual(['incompatible', 2, undefined]);
  expect(compared(record('A', field('a', 'A')), record('A', field('a', 'A'))).verdict).toBe('compatible');
});
