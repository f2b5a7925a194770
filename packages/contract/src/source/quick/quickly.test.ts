import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { dump, parseEvents } from 'js-yaml';
import { expect, test } from 'vitest';
import { compose } from '../compose.ts';
import { quickly } from './quickly.ts';

/** What the thorough way reads, and whether it found nothing wrong. */
function thoroughly(text: string) {
  const found: string[] = [];
  const composed = compose(text, parseEvents(text, { maxDepth: 1_000 }), kind => found.push(kind.code));
  return { composed, found };
}

/** True when it was read quickly, and then as the thorough way does. */
function agrees(text: string): boolean {
  const quick = quickly(text);
  if (quick === undefined) return false;
  const { composed, found } = thoroughly(text);
  expect(found).toEqual([]);
  expect(quick).toEqual(composed);
  return true;
}

const corpus = join(import.meta.dirname, '../../../../../corpus');
const documents = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.(ya?ml|json)$/.test(path))
  .map(path => [path, readFileSync(join(corpus, path), 'utf8')] as const);

test('documents of the specification are read as the thorough way reads them', () => {
  const quick = documents.filter(([, text]) => agrees(text));
  console.info(`${quick.length} of ${documents.length} documents were read the quick way`);
  expect(quick.length).toBeGreaterThan(documents.length / 4);
});

test('so is any data, written as JSON or as YAML', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      agrees(JSON.stringify(value, undefined, indent));
      agrees(dump(value));
      agrees(dump({ a: value, b: [value, { c: value }] }, { seqNoIndent: true }));
      agrees(dump([value, { c: value }], { flowLevel: 2 }));
    }),
    { numRuns: 300 },
  );
});

test('so are damaged documents, or they are left to the thorough way', () => {
  const texts = documents.map(([, text]) => text).filter(text => text.length < 20_000);
  const piece = fc.constantFrom(
    ' ',
    '\n',
    ':',
    ': ',
    '- ',
    '#',
    ' #',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '*',
    '&a',
    '|',
    '\n  ',
    '\n\n',
    '\\',
    '?',
    '<<',
    'a',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(3),
      piece,
      (text, where, cut, put) => {
        const at = Math.floor(where * text.length);
        const damaged = text.slice(0, at) + put + text.slice(at + cut);
        agrees(damaged);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('so are small texts of everything that means something in YAML', () => {
  const tokens = [
    ...[
      'a',
      'b: ',
      'c:',
      '- ',
      '-',
      '\n',
      '\n  ',
      '\n    ',
      '\n\n',
      ' ',
      '"d"',
      "'e'",
      "''",
      'é',
      '\\',
      '1',
      '-2',
      'true',
      '~',
    ],
    ...[
      '{',
      '}',
      '[',
      ']',
      ', ',
      ',',
      ': ',
      ':',
      '#',
      ' # f',
      '\n# c\n',
      '|\n',
      '>\n',
      '|-\n',
      '>+\n',
      '?',
      '---\n',
      '\n   g',
    ],
    ...['$ref: x', 'x: |\n  t\n', 'k: v\n', 'l:\n', '- m: 1\n', '  - n\n', '  o: p\n', '    q: [1, "a"]\n'],
  ];
  let quick = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 12 }), parts => {
      if (agrees(parts.join(''))) quick++;
    }),
    { numRuns: 20_000 },
  );
  expect(quick).toBeGreaterThan(200);
});

test.each([
  'a: *b\n',
  'a: &b 1\n',
  'a: !!str 1\n',
  'a: "one\n  two"\n',
  'a: 1\na: 2\n',
  'a:\tb\n',
  'a: 1\r\n',
  '--- a: 1\n',
  'a: 1\n---\nb: 1\n',
  '[1, 2,]',
  '<<: {a: 1}\n',
])('%j is left to the thorough way', text => {
  expect(quickly(text)).toBeUndefined();
});
