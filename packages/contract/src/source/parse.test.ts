import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { looksLikeAsyncApi } from './sniff.ts';
import { locate } from './spans.ts';

const codes = (text: string) => parse('a.yaml', text).findings.map(({ code }) => code);
const at = (text: string, pointer: string, part?: 'key') => {
  const range = locate(parse('a.yaml', text), { pointer, ...(part && { part }) });
  return range && `${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;
};

test('any data written as YAML or JSON is read back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue().filter(isReadWell), value => {
      const expected = JSON.parse(JSON.stringify(value));
      expect(parse('a.json', JSON.stringify(value)).value).toEqual(expected);
      expect(parse('a.yaml', dump(expected)).value).toEqual(expected);
    }),
  );
});

test('scalars mean what YAML 1.2 says, and dates and yes stay text', () => {
  const text = 'a: ~\nb: 0x1F\nc: 1e3\nd: yes\ne: 2024-01-01\nf: "1"\ng: 010\nh: .inf\ni: -.5\nj:\n';
  const value = { a: null, b: 31, c: 1000, d: 'yes', e: '2024-01-01', f: '1', g: 10, h: '.inf', i: -0.5, j: null };
  expect(parse('a.yaml', text).value).toEqual(value);
});

test('a byte order mark, Windows line ends and merge keys are read', () => {
  expect(parse('a.yaml', '\uFEFFa: 1\r\nb:\r\n  - x\r\n').value).toEqual({ a: 1, b: ['x'] });
  const merged = 'base: &b {x: 1, y: 2}\nown:\n  <<: *b\n  y: 3\n';
  expect(parse('a.yaml', merged)).toMatchObject({ value: { own: { x: 1, y: 3 } }, findings: [] });
});

test('a value stands where its text stands, a collection where its key stands', () => {
  const text = 'info:\n  title: "Orders"\n  tags:\n    - name: a\n    - name: b\n';
  expect(at(text, '/info/title')).toBe('2:10-2:18');
  expect(at(text, '/info/title', 'key')).toBe('2:3-2:8');
  expect(at(text, '/info')).toBe('1:1-1:5');
  expect(at(text, '/info/tags/1')).toBe('5:7-5:14');
  expect(at(text, '/info/tags/1/name')).toBe('5:13-5:14');
  // What a trait brought in is answered by its nearest ancestor.
  expect(at(text, '/info/contact/email')).toBe('1:1-1:5');
  expect(at(text, '')).toBe('1:1-1:6');
});

test('places are right when keys look like numbers, which JavaScript would reorder', () => {
  expect(at('b: 1\n2: x\n1: y\n', '/1')).toBe('3:4-3:5');
});

test('a key that stands twice is a finding and the first one counts', () => {
  const parsed = parse('a.yaml', 'a: 1\nb: 2\na: 3\n');
  expect(parsed.value).toEqual({ a: 1, b: 2 });
  expect(parsed.findings).toMatchObject([{ code: 'SOURCE_DUPLICATE_KEY', range: { start: { line: 3, column: 1 } } }]);
});

test('broken text is one finding at its place, and the rest is read', () => {
  const { readable, value, findings, lost } = parse('a.yaml', 'a: 1\nb: [1, 2\nc: 3\n');
  expect(readable).toBe(true);
  expect(value).toEqual({ a: 1, c: 3 });
  expect(lost).toEqual(new Map([['', new Set(['b'])]]));
  expect(findings).toMatchObject([{ code: 'SOURCE_BRACKET_UNCLOSED', range: { start: { line: 2, column: 4 } } }]);
});

test('what JSON cannot say is a finding, never an exception', () => {
  expect(codes('')).toEqual(['SOURCE_EMPTY']);
  expect(codes('a: !semver 1.0.0\n')).toEqual(['SOURCE_TAG']);
  expect(codes('? [a]\n: 1\n')).toEqual(['SOURCE_KEY_NOT_TEXT']);
  expect(codes('a: 1\n---\nb: 2\n')).toEqual(['SOURCE_SEVERAL_DOCUMENTS']);
  expect(codes('a: *nobody\n')).toEqual(['SOURCE_ALIAS']);
  expect(codes('a: &me [*me]\n')).toEqual(['SOURCE_ALIAS']);
});

test('a key named __proto__ is a member like any other', () => {
  const { value } = parse('a.json', '{"__proto__": {"polluted": true}}');
  expect(Object.keys(value as object)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('aliases that multiply themselves are refused', () => {
  const lines = ['a: &a [1,1,1,1,1,1,1,1,1,1]'];
  for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh']) {
    lines.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(',')}]`);
  }
  expect(codes(lines.join('\n'))).toContain('SOURCE_ALIAS');
});

test('nesting without end is a finding', () => {
  expect(codes('['.repeat(5000))).toEqual(['SOURCE_TOO_DEEP']);
});

test('the parser agrees with the library it is built on, comments and styles included', () => {
  const text = "# top\na: |\n  two\n  lines\nb: >-\n  folded\n  text\nc: {d: [1, \"x\"], e: 'it''s'}\n";
  expect(parse('a.yaml', text).value).toEqual(load(text));
});

test('AsyncAPI documents are told from others by their text', () => {
  expect(looksLikeAsyncApi('# ours\nasyncapi: 3.0.0\n')).toBe(true);
  expect(looksLikeAsyncApi('{\n  "info": {},\n  "asyncapi": "2.6.0"\n}')).toBe(true);
  expect(looksLikeAsyncApi('{"asyncapi":"2.6.0"}')).toBe(true);
  expect(looksLikeAsyncApi('{\n  "orders": {\n    "asyncapi": "2.6.0"\n  }\n}')).toBe(false);
  expect(looksLikeAsyncApi('openapi: 3.1.0\n')).toBe(false);
  expect(looksLikeAsyncApi('services:\n  kafka:\n    asyncapi: x\n')).toBe(false);
});

/** V8 13.6, of Node 24, reads the name of a member that is a quotation mark alone as a backslash. */
function isReadWell(value: unknown): boolean {
  return !JSON.stringify(value).includes('"\\"":');
}
