import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from './read.ts';
import { decode } from './source/decode.ts';
import { parse } from './source/parse.ts';

/** PORTOLAN_FUZZ_RUNS=100000 npm test -- packages/contract/src/fuzz.test.ts */
const RUNS = Number(process.env.PORTOLAN_FUZZ_RUNS ?? 2_000);

const root = join(import.meta.dirname, '../../..');
const documents = globSync('{corpus,examples}/**/*.{yml,yaml,json}', { cwd: root })
  .map(file => readFileSync(join(root, file), 'utf8'))
  .filter(text => text.length < 30_000);

/** What people and accidents leave behind in a document. */
const JUNK = [
  'null',
  '[]',
  '{}',
  '7',
  'true',
  '""',
  '{',
  '}',
  "'",
  '"',
  ':',
  '\t',
  '\u0000',
  '\uD800',
  '- - -',
  '? a',
  '|',
  '>',
  '---',
  '...',
  '%YAML',
  '0x',
  '1e999',
  '.nan',
  '!!binary x',
  '&a *a',
  '<<: *a',
  '__proto__: 1',
  'constructor: x',
  '{$ref: "#"}',
  '{$ref: "#/"}',
  '{$ref: 5}',
  '{$ref: "a.yaml#/b"}',
  '{$ref: "#/components/schemas/"}',
];
const KEYS = [
  '$ref',
  'type',
  'allOf',
  'properties',
  'items',
  'oneOf',
  'payload',
  'traits',
  'messages',
  'address',
  '__proto__',
];

type Change = (lines: string[], at: number) => void;
const change = fc.oneof(
  fc.constant<Change>((lines, at) => void lines.splice(at, 1)),
  fc.constant<Change>((lines, at) => void lines.splice(at, 0, lines[lines.length - 1 - at] ?? '')),
  fc
    .constantFrom(...JUNK)
    .map<Change>(junk => (lines, at) => void lines.splice(at, 1, (lines[at] ?? '').replace(/:.*/, `: ${junk}`))),
  fc.tuple(fc.constantFrom(...JUNK), fc.nat(40)).map<Change>(([junk, cut]) => (lines, at) => {
    lines[at] = `${lines[at]?.slice(0, cut)}${junk}${lines[at]?.slice(cut)}`;
  }),
  fc
    .constantFrom(...KEYS)
    .map<Change>(key => (lines, at) => void lines.splice(at, 1, (lines[at] ?? '').replace(/[\w$-]+:/, `${key}:`))),
  fc
    .nat(6)
    .map<Change>(depth => (lines, at) => void lines.splice(at, 1, '  '.repeat(depth) + (lines[at] ?? '').trim())),
);

const damaged = fc
  .tuple(
    fc.constantFrom(...documents),
    fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), change), { minLength: 1, maxLength: 5 }),
  )
  .map(([text, changes]) => {
    const lines = text.split('\n');
    for (const [where, apply] of changes) apply(lines, Math.floor(where * lines.length));
    return lines.join('\n');
  });

/** Bytes that a disk, a network or another encoding leaves behind; half of the documents as JSON. */
const scrambled = fc
  .record({
    text: fc.constantFrom(...documents),
    json: fc.boolean(),
    places: fc.array(
      fc.record({
        where: fc.double({ min: 0, max: 1, noNaN: true }),
        gone: fc.nat(20),
        come: fc.uint8Array({ maxLength: 8 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    end: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ text, json, places, end }) => {
    const value = json ? parse('a.yaml', text).value : undefined;
    let bytes = Buffer.from(value === undefined ? text : JSON.stringify(value, undefined, 2));
    for (const { where, gone, come } of places) {
      const at = Math.floor(where * bytes.length);
      bytes = Buffer.concat([bytes.subarray(0, at), come, bytes.subarray(at + gone)]);
    }
    const cut = end === null ? bytes : bytes.subarray(0, Math.floor(end * bytes.length));
    return { location: json ? 'asyncapi.json' : 'asyncapi.yaml', text: decode(cut) };
  });

async function holds(location: string, text: string): Promise<void> {
  const { contract, findings } = await readText(location, text, () => undefined);
  for (const { code, range } of findings) expect(range, code).toBeDefined();
  if (contract) expect(JSON.parse(JSON.stringify(contract))).toBeTruthy();
  else expect(findings.length).toBeGreaterThan(0);
}

test('no damage makes the reader throw, lose its place, or say what cannot be sent on', {
  timeout: 3_600_000,
}, async () => {
  expect(documents.length).toBeGreaterThan(40);
  await fc.assert(
    fc.asyncProperty(damaged, text => holds('asyncapi.yaml', text)),
    { numRuns: RUNS },
  );
});

test('no bytes do either', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(scrambled, ({ location, text }) => holds(location, text)),
    { numRuns: RUNS },
  );
});
