import { pointerOf, type Range } from '@portolan/base';
import { locate, type Parsed, parse } from '@portolan/contract/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corpusTexts } from '../corpus.test-support.ts';
import { rangeOf } from '../positions.ts';
import type { Node } from './node.ts';
import { sketchOf } from './sketch.ts';

/** A node as plain data; block texts and those over several lines only as `…`, for their white space is not kept. */
function dataOf(node: Node | undefined, text: string): unknown {
  if (node === undefined) return null;
  if (node.is === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key, dataOf(value, text)]));
  if (node.is === 'list') return node.items.map(({ value }) => dataOf(value, text));
  if (node.is === 'alias') return `*${node.name}`;
  const lines = text.slice(node.start, node.end).includes('\n');
  return node.style === 'block' || lines ? '…' : node.value;
}

const shapeOf = (text: string) => dataOf(sketchOf(text).root, text);

test('a sketch of a text without mistakes is what the reader sees, at the same places', async () => {
  const texts = await corpusTexts();
  expect(texts.length).toBeGreaterThan(30);
  for (const { location, text } of texts) {
    const parsed = parse(location, text);
    if (parsed.findings.length > 0 || /^\s*<<:|[*&]\w/m.test(text)) continue;
    compare(sketchOf(text).root, parsed.value, parsed, location);
  }
});

function compare(node: Node | undefined, value: unknown, parsed: Parsed, at: string, pointer = ''): void {
  const { text } = parsed;
  if (value === null || typeof value !== 'object') {
    const long = node?.is === 'scalar' && (node.style === 'block' || text.slice(node.start, node.end).includes('\n'));
    if (!long) expect([at, pointer, node?.is === 'scalar' ? node.value : (node ?? null)]).toEqual([at, pointer, value]);
    return;
  }
  const parts = node?.is === 'map' ? node.entries : node?.is === 'list' ? node.items : [];
  const names = node?.is === 'map' ? node.entries.map(({ key }) => key) : parts.map((_, index) => String(index));
  expect([at, pointer, [...names].sort()]).toEqual([at, pointer, Object.keys(value).sort()]);
  for (const [index, part] of parts.entries()) {
    const name = names[index] as string;
    const inner = pointerOf(pointer, name);
    if ('keyStart' in part) {
      const place = rangeOf(parsed, part.keyStart, part.keyEnd);
      expect([at, inner, place]).toEqual([at, inner, fromOne(locate(parsed, { pointer: inner, part: 'key' }))]);
    }
    if (part.value?.is === 'scalar' && part.value.style !== 'block' && part.value.end > part.value.start) {
      const place = rangeOf(parsed, part.value.start, part.value.end);
      expect([at, inner, place]).toEqual([at, inner, fromOne(locate(parsed, { pointer: inner }))]);
    }
    compare(part.value, (value as Record<string, unknown>)[name], parsed, at, inner);
  }
}

/** Lines and columns from 0, as editors count them. */
function fromOne(range: Range | undefined) {
  const position = ({ line, column }: Range['start']) => ({ line: line - 1, character: column - 1 });
  return range && { start: position(range.start), end: position(range.end) };
}

test.each([
  ['a key being typed among others', 'a:\n  b: 1\n  c\n  d: 2\n', { a: { b: 1, c: null, d: 2 } }],
  ['a key being typed before others', 'a:\n  b\n  c: 1\n', { a: { b: null, c: 1 } }],
  ['a quote that is not closed', 'a:\n  b: "x\n  c: 1\n', { a: { b: 'x', c: 1 } }],
  ['a bracket that is not closed', 'a:\n  b: [x, y\nc: 1\n', { a: { b: ['x', 'y'] }, c: 1 }],
  ['a brace that is not closed', 'a:\n  b: { c: 1, d\ne: 2\n', { a: { b: { c: 1, d: null } }, e: 2 }],
  ['a dash alone', 'a:\n  - b\n  -\nc: 1\n', { a: ['b', null], c: 1 }],
  ['a list as far out as its key', 'a:\n- b: 1\n  c: 2\nd: 3\n', { a: [{ b: 1, c: 2 }], d: 3 }],
  ['lines too far in', 'a: 1\n   b: 2\nc: 3\n', { a: { b: 2 }, c: 3 }],
  ['lines between two levels', 'a:\n    b: 1\n  c: 2\nd: 3\n', { a: { b: 1, c: 2 }, d: 3 }],
  ['JSON with a member that lacks its value', '{"a": {"b": , "c": 1}, "d": 2}', { a: { b: null, c: 1 }, d: 2 }],
  ['JSON with a member that lacks its value and comma', '{\n "a":\n "b": 1\n}', { a: null, b: 1 }],
  ['JSON with a key being typed', '{\n "a": {\n  "b\n },\n "c": 1\n}', { a: { b: null }, c: 1 }],
  ['nothing', '', null],
  ['only a comment', '# a: 1', null],
])('%s', (_, text, data) => {
  expect(shapeOf(text)).toEqual(data);
});

test('an alias names an anchor, and the anchor is known', () => {
  const { anchors, root } = sketchOf('a: &x\n  b: 1\nc: *x\n');
  expect(anchors.get('x')).toMatchObject({ is: 'map' });
  expect(root).toMatchObject({ entries: [{ key: 'a' }, { key: 'c', value: { is: 'alias', name: 'x' } }] });
});

test('no text is too damaged', () => {
  const piece = fc.constantFrom(
    'a',
    ': ',
    ':',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    ',',
    '#',
    '|',
    '&x ',
    '*x',
    '\t',
    '? ',
    '---\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const text = pieces.join('');
      expect(sketchOf(text).text).toBe(text);
    }),
    { numRuns: 3000 },
  );
});
