import { expect, test } from 'vitest';
import { outline } from '../outline/outline.ts';
import type { SchemaSource } from '../shape.ts';
import { validate } from '../validate/validate.ts';
import { readAvro } from './read.ts';

const source = (definition: unknown, id = 'it', imports?: SchemaSource['imports']): SchemaSource => ({
  id,
  format: 'avro',
  definition,
  ...(imports && { imports }),
});
const told = (from: SchemaSource, others: readonly SchemaSource[] = []) =>
  readAvro(from, id => others.find(other => other.id === id))
    .flaws()
    .map(({ kind, pointer, message }) => `${kind} ${pointer} ${message}`);
const record = (fields: unknown, more: object = {}) => ({
  type: 'record',
  name: 'Order',
  namespace: 'shop',
  fields,
  ...more,
});
const field = (type: unknown, more: object = {}) => source(record([{ name: 'f', type, ...more }]));

test('names of types, fields and symbols', () => {
  expect(told(source({ type: 'record', name: '2d2', fields: [{ name: 'a-b', type: 'int' }] }))).toEqual([
    'invalid /name "2d2" is no name',
    'invalid /fields/0/name the field name "a-b" is no name',
  ]);
  expect(
    told(source({ type: 'enum', name: 'E', namespace: 'a..b', symbols: ['A', 'A', 'b c', 7], default: 'Z' })),
  ).toEqual([
    'invalid /namespace the namespace "a..b" is no list of names joined by dots',
    'invalid /symbols/1 the symbol `A` is listed twice',
    'invalid /symbols/2 the symbol "b c" is no name',
    'invalid /symbols/3 the symbol 7 is no text',
    'invalid /default the default "Z" of the enum `a..b.E` is none of its symbols',
  ]);
  expect(
    told(
      source(
        record([
          { name: 'a', type: 'int' },
          { name: 'a', type: 'int' },
        ]),
      ),
    ),
  ).toEqual(['invalid /fields/1/name the record has a second field `a`']);
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect(
      told(
        source(
          record([
            { name, type: { type: 'record', name, fields: [] } },
            { name: 'b', type: name },
          ]),
        ),
      ),
    ).toEqual([]);
});

test('a name is defined once, before it is used, and means what its namespace says', () => {
  const inner = { type: 'fixed', name: 'Id', size: 8 };
  expect(
    told(
      source(
        record([
          { name: 'a', type: inner },
          { name: 'b', type: inner },
        ]),
      ),
    ),
  ).toEqual(['invalid /fields/1/type/name the type `shop.Id` is defined a second time']);
  expect(
    told(
      source(
        record([
          { name: 'a', type: 'Id' },
          { name: 'b', type: inner },
        ]),
      ),
    ),
  ).toEqual(['invalid /fields/0/type the type `Id` is used before it is defined']);
  expect(told(source(record([{ name: 'a', type: 'shop.Order' }])))).toEqual([]);
  const outside = { ...inner, namespace: '' };
  expect(
    told(
      source(
        record([
          { name: 'a', type: outside },
          { name: 'b', type: 'Id' },
        ]),
      ),
    ),
  ).toEqual(['portability /fields/1/type `Id` means `shop.Id` here, and only a `Id` without a namespace is defined']);
});

test('a type that is not there comes with what may have been meant', () => {
  const help = (type: string) => readAvro(field(type), () => undefined).flaws()[0]?.help;
  expect(help('integer')).toContain('Did you mean `int`?');
  expect(help('Ordr')).toContain('Did you mean `shop.Order`?');
  expect(help('date')).toBe('Write `{"type": "int", "logicalType": "date"}`.');
  expect(help('enum')).toContain('Give it an object of its own');
});

test('unions hold each type once and no unions', () => {
  expect(
    told(field(['null', 'string', 'string', ['int'], { type: 'map', values: 'int' }, { type: 'map', values: 'long' }])),
  ).toEqual([
    'invalid /fields/0/type/2 the union has two branches of the type `string`',
    'invalid /fields/0/type/3 a union stands directly in a union',
    'invalid /fields/0/type/5 the union has two branches of the type `map`',
  ]);
});

test('defaults are values of their type', () => {
  expect(told(field('int', { default: 'one' }))[0]).toBe(
    'invalid /fields/0/default the default of the field `f` is a string, but must be an int',
  );
  expect(told(field('bytes', { default: '\u00ff' }))).toEqual([]);
  expect(told(field('bytes', { default: '€' }))[0]).toContain('holds “€”, which stands for no byte');
  expect(told(field({ type: 'array', items: 'long' }, { default: [1, 'x'] }))[0]).toContain(
    '`/1` is a string, but must be a long',
  );
  expect(told(field(['null', 'string'], { default: null }))).toEqual([]);
  expect(told(field(['null', 'string'], { default: { string: 'x' } }))[0]).toContain(
    'is an object, but must be a string',
  );
  expect(told(field(['string', 'null'], { default: null }))).toEqual([
    'portability /fields/0/default the default of the field `f` is none of the first branch of its union, `string`',
  ]);
});

test('a logical type that readers ignore is told where it shows', () => {
  expect(told(field('long', { logicalType: 'timestamp-millis' }))).toEqual([
    'ignored /fields/0/logicalType the `logicalType` of the field `f` stands beside its type and not in it',
  ]);
  expect(told(field({ type: 'bytes', logicalType: 'decimal', precision: 4, scale: 5 }))).toEqual([
    'ignored /fields/0/type/scale the scale 5 is more than the precision 4',
  ]);
  expect(told(field({ type: 'fixed', name: 'D', size: 4, logicalType: 'decimal', precision: 10 }))).toEqual([
    'ignored /fields/0/type/precision the precision 10 is more than the 9 digits that 4 bytes hold',
  ]);
  expect(told(field({ type: 'int', logicalType: 'com.example.colour' }))).toEqual([]);
});

const money = source(
  { type: 'record', name: 'Money', namespace: 'shop', fields: [{ name: 'cents', type: 'long' }] },
  'money',
);

test('types of other texts: by reference, by name, and told when two of one name differ', () => {
  const byReference = field({ $ref: '#/schemas/money' });
  const byName = source(record([{ name: 'f', type: 'Money' }]), 'it', { 'shop.Money': ['money'] });
  for (const from of [byReference, byName]) {
    expect(told(from, [money])).toEqual([]);
    const lookup = (id: string) => (id === 'money' ? money : undefined);
    expect(validate(from, lookup, { f: { cents: 'x' } })).toMatchObject({ problems: [{ pointer: '/f/cents' }] });
    expect(outline(from, lookup).properties?.[0]?.shape.name).toBe('Money');
  }
  const other = source({ ...(money.definition as object), fields: [] }, 'other');
  const both = source(record([{ name: 'f', type: 'Money' }]), 'it', { 'shop.Money': ['money', 'other'] });
  expect(told(both, [money, other])).toEqual([
    'invalid /fields/0/type the type `shop.Money` is defined differently in `money` and in `other`',
  ]);
  const third = source(
    record([
      { name: 'a', type: { $ref: '#/schemas/money' } },
      { name: 'b', type: { $ref: '#/schemas/other' } },
    ]),
  );
  expect(told(third, [money, other])).toEqual([
    'invalid /fields/1/type the type `shop.Money` is defined differently in `money` and in `other`',
  ]);
});

test('what is no Avro says what it is', () => {
  expect(told(source({ protocol: 'Shop', types: [] }))[0]).toContain('this is an Avro protocol');
  expect(readAvro(source({ properties: {} }), () => undefined).flaws()[0]?.help).toContain('It looks like JSON Schema');
  expect(told(source('{"type": "int"'))[0]).toContain('the text is no JSON');
  expect(told(source('{"type": "int"}'))).toEqual([]);
});

test('hostile schemas cost what their length costs', () => {
  let deep: unknown = 'int';
  for (let level = 0; level < 900; level++) deep = { type: 'array', items: deep };
  expect(told(source(deep))).toEqual([]);
  const wide = record(
    Array.from({ length: 5_000 }, (_, index) => ({ name: `f${index}`, type: ['null', `T${index}`] })),
  );
  expect(told(source(wide)).length).toBeGreaterThan(1_000);
  const files = Array.from({ length: 3_000 }, (_, index) =>
    source({ type: 'array', items: { $ref: `#/schemas/s${(index + 1) % 3_000}` } }, `s${index}`),
  );
  const byId = new Map(files.map(file => [file.id, file]));
  expect(readAvro(files[0] as SchemaSource, id => byId.get(id)).flaws()).toEqual([]);
  const level = (index: number): SchemaSource => {
    const next = { $ref: `#/schemas/l${index + 1}` };
    return source(
      [
        { type: 'array', items: next },
        { type: 'map', values: next },
      ],
      `l${index}`,
    );
  };
  const doubling = { type: 'record', name: 'D', fields: [{ name: 'a', type: { $ref: '#/schemas/l0' } }] };
  const twice = [source(doubling, 'd1'), source(doubling, 'd2')];
  const uses = source(record([{ name: 'f', type: 'D' }], { namespace: '' }), 'it', { D: ['d1', 'd2'] });
  expect(readAvro(uses, id => twice.find(one => one.id === id) ?? level(Number(id.slice(1)))).flaws()).toEqual([]);
  const loop = source({ $ref: '#/schemas/loop' }, 'loop');
  expect(validate(loop, () => loop, 1)).toEqual({ notChecked: '“loop” is nothing but a reference to itself' });
});
