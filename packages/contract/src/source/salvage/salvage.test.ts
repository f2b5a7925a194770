import { expect, test } from 'vitest';
import { parse } from '../parse.ts';

/** `CODE line:column` of each finding, and what could be read. */
function read(text: string, location = 'a.yaml') {
  const { value, findings } = parse(location, text);
  const told = findings.map(({ code, range }) => `${code} ${range?.start.line}:${range?.start.column}`);
  return [value, ...told];
}

test.each<[string, string, unknown, string]>([
  ['a quote that is never closed', 'a: "x\nb: 1\n', { b: 1 }, 'SOURCE_QUOTE_UNCLOSED 1:4'],
  ['a quoted key that is never closed', '"a: 1\nb: 2', { b: 2 }, 'SOURCE_QUOTE_UNCLOSED 1:1'],
  ['a quote inside a quoted text', "a: 'it's'\nb: 1", { b: 1 }, 'SOURCE_QUOTE_ENDS_EARLY 1:8'],
  ['an escape that is none', 'a: "\\d"\nb: 1', { b: 1 }, 'SOURCE_ESCAPE_UNKNOWN 1:5'],
  ['an at sign', 'a: @x\nb: 1', { b: 1 }, 'SOURCE_CHARACTER_RESERVED 1:4'],
  ['a backtick', 'a: `x`\nb: 1', { b: 1 }, 'SOURCE_CHARACTER_RESERVED 1:4'],
  ['a percent sign', 'a: %x\nb: 1', { b: 1 }, 'SOURCE_CHARACTER_RESERVED 1:4'],
  ['an asterisk that names nothing', 'a: *\nb: 1', { b: 1 }, 'SOURCE_CHARACTER_RESERVED 1:4'],
  ['no blank after the colon', 'a:x\nb: 1', { b: 1 }, 'SOURCE_COLON_BLANK 1:2'],
  ['no colon', 'a\nb: 1', { b: 1 }, 'SOURCE_COLON_MISSING 1:1'],
  ['a colon in a sentence', 'a: b: c\nd: 1', { d: 1 }, 'SOURCE_COLON_IN_TEXT 1:5'],
  ['a bracket that is never closed', 'a: {b\nc: 1', { c: 1 }, 'SOURCE_BRACKET_UNCLOSED 1:4'],
  ['a text that begins with a bracket', 'a: {b}/c\nd: 1', { d: 1 }, 'SOURCE_BRACKET_ENDS_EARLY 1:7'],
  ['a comma too many', 'a: [1,,2]\nb: 1', { a: [1, 2], b: 1 }, 'SOURCE_COMMA_EXTRA 1:7'],
  ['a list on the line of its key', 'a: - b\nc: 1', { c: 1 }, 'SOURCE_SYNTAX 1:4'],
  ['words behind a block scalar', 'a: |x\nb: 1', { b: 1 }, 'SOURCE_SYNTAX 1:5'],
  ['an item among members', 'a: 1\nb: 2\n- c', { a: 1, b: 2 }, 'SOURCE_SYNTAX 3:1'],
  ['too much indentation', 'a: 1\n   b: 2\nc: 1', { a: 1, c: 1 }, 'SOURCE_INDENTATION 2:4'],
  ['too little indentation', 'a:\n  b: 1\n  c: 2\n d: 3\ne: 1', { a: { b: 1, c: 2 }, e: 1 }, 'SOURCE_INDENTATION 4:2'],
  ['a tab among blanks', 'a:\n  b: 1\n\tc: 2\nd: 1', { a: { b: 1 }, d: 1 }, 'SOURCE_TAB 3:1'],
  ['tabs throughout', 'a:\n\tb:\n\t\tc: 1\nd: 2', { a: { b: { c: 1 } }, d: 2 }, 'SOURCE_TAB 2:1'],
  ['a control character', 'a: 1\n\u0000b: 2', { a: 1, b: 2 }, 'SOURCE_CONTROL_CHARACTER 2:1'],
])('%s', (_, text, value, told) => {
  expect(read(text)).toEqual([value, told]);
});

test.each<[string, string, unknown, string[]]>([
  ['commas at the end', '{"a": 1, "b": [1, 2,],}', { a: 1, b: [1, 2] }, ['COMMA_EXTRA 1:20', 'COMMA_EXTRA 1:22']],
  ['a comma missing', '{"a": 1\n"b": {"c": 2}}', { a: 1, b: { c: 2 } }, ['COMMA_MISSING 2:1']],
  ['a comma missing in a list', '{"a": [1 2]}', { a: [1, 2] }, ['COMMA_MISSING 1:10']],
  ['comments', '{"a": //x\n1, /* y */ "c": 2}', { a: 1, c: 2 }, ['COMMENT_IN_JSON 1:7', 'COMMENT_IN_JSON 2:4']],
  ['a quote never closed', '{"a": "x,\n"b": 2}', { b: 2 }, ['QUOTE_UNCLOSED 1:7']],
  ['no colon', '{"a" 1, "b": 2}', { b: 2 }, ['COLON_MISSING 1:4']],
  ['no value', '{"a": , "b": 2}', { b: 2 }, ['SYNTAX 1:2']],
  ['a bracket mistyped', '{"a": [1, 2}, "b": 2}', { a: [1, 2], b: 2 }, ['BRACKET_UNCLOSED 1:7']],
  ['a bracket too many', '{"a": 1}}', { a: 1 }, ['SYNTAX 1:9']],
  ['a text that was cut off', '{"a": {"b": [1, {"c": "d"', { a: { b: [1, { c: 'd' }] } }, ['BRACKET_UNCLOSED 1:17']],
])('in JSON: %s', (_, text, value, told) => {
  expect(read(text, 'a.json')).toEqual([value, ...told.map(code => `SOURCE_${code}`)]);
});

test('each mistake is told at its own place, and costs its own line only', () => {
  const text = `a:
  b:
    c: "x
    d: 1
  e: @y
f:
  - g: 'it's'
    h: 2
  - i: 3
`;
  expect(read(text)).toEqual([
    { a: { b: { d: 1 } }, f: [{ h: 2 }, { i: 3 }] },
    'SOURCE_QUOTE_UNCLOSED 3:8',
    'SOURCE_CHARACTER_RESERVED 5:6',
    'SOURCE_QUOTE_ENDS_EARLY 7:12',
  ]);
});

test('a line that slipped to the left costs nothing of what it cut in two', () => {
  expect(read('a:\n  x:\n    y: 1\nfoo bar\n    z: 2\n  w: 3\nb: 4')).toEqual([
    { a: { x: { y: 1, z: 2 }, w: 3 }, b: 4 },
    'SOURCE_COLON_MISSING 4:1',
  ]);
  expect(read('a:\n  x:\n    y: 1\nfoo: bar\n    z: 2\n  w: 3\nb: 4')).toEqual([
    { a: { x: { y: 1, z: 2 }, w: 3 }, b: 4 },
    'SOURCE_INDENTATION 4:1',
  ]);
});

test('an alias of something that was cut out is no second mistake', () => {
  expect(read('a: &n "x\nb: *n\nc: 1')).toEqual([{ b: null, c: 1 }, 'SOURCE_QUOTE_UNCLOSED 1:7']);
});

test('what is gone is known by its place', () => {
  const { lost } = parse('a.yaml', 'a:\n  - b: "x\n    c: 1\n  - @d\ne:\n  f: @g\n');
  expect(lost).toEqual(
    new Map<string, unknown>([
      ['/a/0', new Set(['b'])],
      ['/a', 'unknown'],
      ['', new Set(['e'])],
    ]),
  );
});

test('after twenty mistakes the others are cut out without a word', () => {
  const lines = Array.from({ length: 200 }, (_, n) => `a${n}: "x\nb${n}: 1\n`);
  const [value, ...told] = read(lines.join(''));
  expect(Object.keys(value as object)).toHaveLength(200);
  expect(told).toHaveLength(20);
});

test('a text of nothing but damage says so and is not read', () => {
  const { readable, findings } = parse('a.yaml', '@');
  expect(readable).toBe(false);
  expect(findings.map(({ code }) => code)).toEqual(['SOURCE_CHARACTER_RESERVED']);
});

test.each([
  ['deep', `a:\n${Array.from({ length: 900 }, (_, n) => `${' '.repeat(n + 1)}b:`).join('\n')} "x`],
  ['open', `{${'"a": {'.repeat(900)}`],
  ['brackets', '[{'.repeat(50_000)],
  ['quotes', '"\n'.repeat(50_000)],
  ['commas', `[${','.repeat(20_000)}`],
  ['hyphens', '- '.repeat(20_000)],
  ['one long line', `a: "${'x: '.repeat(200_000)}`],
  ['tabs', '\ta: "\n'.repeat(20_000)],
])('damage of one kind without end is cut short: %s', (_, text) => {
  const { findings } = parse('a.yaml', text);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.length).toBeLessThanOrEqual(21);
});
