import { expect, test } from 'vitest';
import { decode } from './decode.ts';
import { parse } from './parse.ts';

const utf16 = (text: string, little: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return little ? bytes : bytes.swap16();
};

test.each<[string, Uint8Array, unknown]>([
  ['UTF-8', Buffer.from('a: é\n'), { a: 'é' }],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFa: é\n'), { a: 'é' }],
  ['UTF-16, little end first', utf16('a: é\n', true), { a: 'é' }],
  ['UTF-16, big end first', utf16('a: é\n', false), { a: 'é' }],
])('bytes in %s are read', (_, bytes, value) => {
  expect(parse('a.yaml', decode(bytes))).toMatchObject({ value, findings: [] });
});

test('bytes that are no UTF-8 are told by line and column, once per line', () => {
  const bytes = Buffer.concat([Buffer.from('a: 1\nb: f'), Buffer.from([0xfc, 0x72]), Buffer.from(' \nc: 2\n')]);
  const { value, findings } = parse('a.yaml', decode(bytes));
  expect(value).toEqual({ a: 1, b: 'f\uFFFDr', c: 2 });
  expect(findings).toMatchObject([{ code: 'SOURCE_NOT_UTF8', range: { start: { line: 2, column: 5 } } }]);
});

/** What YAML 1.1 read in its own way, what people fear, and what Portolan makes of it. Each without a finding. */
test.each<[string, string, unknown]>([
  ['yes, no, on and off are text, also as keys', 'on: yes\noff: no\n', { on: 'yes', off: 'no' }],
  ['base sixty is text', 'a: 1:30\nb: 190:20:30\n', { a: '1:30', b: '190:20:30' }],
  ['a zero in front does not make a number octal', 'a: 012\nb: 0o14\n', { a: 12, b: 12 }],
  ['underscores are text', 'a: 1_000\n', { a: '1_000' }],
  ['dates are text', 'a: 2024-01-01\nb: 2024-01-01T10:00:00Z\n', { a: '2024-01-01', b: '2024-01-01T10:00:00Z' }],
  ['versions are text, unless they are numbers', 'a: 3.1.0\nb: 3.1\n', { a: '3.1.0', b: 3.1 }],
  ['the names of null', 'a: ~\nb: null\nc:\nd: "null"\n', { a: null, b: null, c: null, d: 'null' }],
  ['infinity and not a number are text, because JSON has neither', 'a: .inf\nb: .NaN\n', { a: '.inf', b: '.NaN' }],
  ['numbers as keys are text', '1: a\n2.50: b\ntrue: c\nnull: d\n', { 1: 'a', '2.50': 'b', true: 'c', null: 'd' }],
  ['merge keys', 'a: &a { x: 1, y: 2 }\nb: { <<: *a, y: 3 }\n', { a: { x: 1, y: 2 }, b: { x: 1, y: 3 } }],
  [
    'merge keys in lists',
    'a: &a { x: 1 }\nb: &b { y: 2 }\nc: { <<: [*a, *b] }\n',
    expect.objectContaining({ c: { x: 1, y: 2 } }),
  ],
  ['tags of JSON', 'a: !!str 1\nb: !!int 2\nc: !!map {}\n', { a: '1', b: 2, c: {} }],
  ['carriage returns with line feeds', 'a: 1\r\nb:\r\n  c: 2\r\n', { a: 1, b: { c: 2 } }],
  ['carriage returns alone', 'a: 1\rb:\r  c: 2\r', { a: 1, b: { c: 2 } }],
  ['tabs that indent nothing', 'a:\t1\nb: {\tc: 2\t}\t# d\n', { a: 1, b: { c: 2 } }],
  ['a tab inside a block scalar', 'a: |\n  x\n  \ty\n', { a: 'x\n\ty\n' }],
  ['one document with its marks', '%YAML 1.2\n---\na: 1\n...\n', { a: 1 }],
  ['an alias inside what it does not contain', 'a: &a { x: 1 }\nb: *a\n', { a: { x: 1 }, b: { x: 1 } }],
  ['no end of line', 'a: 1', { a: 1 }],
])('%s', (_, text, value) => {
  expect(parse('a.yaml', text)).toMatchObject({ value, findings: [] });
});

/** What is told, and what is read all the same. */
test.each<[string, string, unknown, string]>([
  ['binary data', 'a: !!binary aGk=\n', { a: 'aGk=' }, 'SOURCE_TAG 1:4'],
  ['a date by its tag', 'a: !!timestamp 2024-01-01\n', { a: '2024-01-01' }, 'SOURCE_TAG 1:4'],
  ['a tag of one’s own', 'a: !env NAME\n', { a: 'NAME' }, 'SOURCE_TAG 1:4'],
  ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', { a: 1, b: 2 }, 'SOURCE_DUPLICATE_KEY 3:1'],
  ['a key that stands twice in JSON', '{"a": 1, "a": 2}', { a: 1 }, 'SOURCE_DUPLICATE_KEY 1:10'],
  ['a list as a key', '? [a]\n: 1\nb: 2\n', { b: 2 }, 'SOURCE_KEY_NOT_TEXT 1:3'],
  ['several documents', 'a: 1\n---\nb: 2\n', { a: 1 }, 'SOURCE_SEVERAL_DOCUMENTS 1:1'],
  ['an alias of nothing', 'a: *b\n', { a: null }, 'SOURCE_ALIAS 1:4'],
  ['an alias of what it stands in', 'a: &a [*a]\n', { a: [null] }, 'SOURCE_ALIAS 1:8'],
  ['a byte of zero', 'a: 1\u0000\nb: 2\n', { a: 1, b: 2 }, 'SOURCE_CONTROL_CHARACTER 1:5'],
  ['the second of lines with carriage returns alone', 'a: 1\rb: @\r', { a: 1 }, 'SOURCE_CHARACTER_RESERVED 2:4'],
  ['depth', `a: ${'['.repeat(2000)}\nb: 1\n`, { b: 1 }, 'SOURCE_TOO_DEEP 1:1003'],
])('%s is told', (_, text, value, told) => {
  const { value: read, findings } = parse('a.yaml', text);
  expect(read).toEqual(value);
  expect(findings.map(({ code, range }) => `${code} ${range?.start.line}:${range?.start.column}`)).toEqual([told]);
});

test('a text of a million characters is told, and read', () => {
  const { value, findings } = parse('a.yaml', `a: ${'x'.repeat(1_000_001)}\n`);
  expect((value as { a: string }).a).toHaveLength(1_000_001);
  expect(findings.map(({ code }) => code)).toEqual(['SOURCE_TEXT_TOO_LONG']);
});
