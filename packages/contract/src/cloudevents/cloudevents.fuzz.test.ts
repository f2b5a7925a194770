import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../read.ts';

const KEYS = [
  'envelopemetadata',
  'attributes',
  'type',
  'value',
  'required',
  'protocol',
  'protocoloptions',
  'endpoints',
  'uri',
  'bootstrap.servers',
  'usage',
  'messagegroups',
  'messages',
  'basemessage',
  'dataschema',
  'dataschemaformat',
  'headers',
  'dataschemauri',
  'schema',
  'schemas',
  'versions',
  'format',
  'labels',
  'a',
  '__proto__',
  'constructor',
  '$ref',
  'mode',
]; // prettier-ignore
const SCALARS = [
  null,
  true,
  7,
  '',
  'producer',
  'KAFKA',
  'CloudEvents/1.0',
  '/messagegroups/a',
  '/messagegroups/a/messages/a',
  '/schemagroups/a/schemas/a',
  '#/definitions/a',
  'Avro/1.11',
  'JsonSchema/draft-07',
  '{',
  'https://a/{b}',
  '//',
  '/a:b',
];

const { tree } = fc.letrec(tie => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...SCALARS),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('tree')), { maxLength: 5 }).map(Object.fromEntries),
  ),
}));
const named = (of: fc.Arbitrary<unknown>) => fc.oneof(tree, fc.dictionary(fc.constantFrom('a', 'b'), of));
const some = (...keys: string[]) => fc.dictionary(fc.constantFrom(...keys), tree);
const message = some(
  'envelope',
  'envelopemetadata',
  'dataschema',
  'dataschemauri',
  'dataschemaformat',
  'basemessage',
  'protocol',
  'protocoloptions',
  'labels',
);
const hostile = fc.record({
  messagegroups: named(fc.record({ messages: named(message), envelopeoptions: tree })),
  endpoints: named(
    some('usage', 'protocol', 'protocoloptions', 'endpoints', 'messagegroups', 'messages', 'config', 'channel'),
  ),
  schemagroups: named(fc.record({ schemas: named(some('format', 'versions', 'schema', 'meta', 'defaultversionid')) })),
  labels: tree,
  specversion: tree,
});

test('no type anywhere makes the reader throw or lose its place', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async value => {
      const { contract, findings } = await readText('a.xreg.json', JSON.stringify(value), () => undefined);
      for (const { code, range } of findings) expect(range, code).toBeDefined();
      if (contract) expect(JSON.parse(JSON.stringify(contract))).toBeTruthy();
      else expect(findings.length).toBeGreaterThan(0);
    }),
    { numRuns: Number(process.env.PORTOLAN_FUZZ_RUNS ?? 200) },
  );
});

test('messages that are based on each other end', async () => {
  const a = { basemessage: '/messagegroups/g/messages/b', description: 'A.' };
  const b = { basemessage: '/messagegroups/g/messages/a' };
  const text = JSON.stringify({ messagegroups: { g: { messages: { a, b } } } });
  const { contract } = await readText('a.json', text, () => undefined);
  expect(contract?.messages).toMatchObject([{ description: 'A.' }, { description: 'A.' }]);
});
