import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../read.ts';

const KEYS = [
  'openapi',
  'info',
  'webhooks',
  'callbacks',
  'paths',
  '/a',
  'post',
  'parameters',
  'requestBody',
  'content',
  'schema',
  'application/json',
  'examples',
  'value',
  'responses',
  '200',
  'headers',
  'servers',
  'url',
  'tags',
  'security',
  'in',
  'name',
  'components',
  'schemas',
  '$ref',
  'x-a',
  '__proto__',
  'constructor',
  'variables',
  'properties',
  'allOf',
]; // prettier-ignore
const SCALARS = [
  null,
  true,
  0,
  -1,
  '',
  'header',
  'query',
  '3.1.0',
  '3.0.0',
  'https://{a}/b',
  '{$url}',
  '#',
  '#/webhooks/post',
  '#/components/schemas/post',
  'a.yaml',
];

const { tree } = fc.letrec(tie => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...SCALARS),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('tree')), { maxLength: 5 }).map(Object.fromEntries),
  ),
}));

const operation = fc.dictionary(
  fc.constantFrom('parameters', 'requestBody', 'responses', 'callbacks', 'security', 'tags'),
  tree,
);
const hostile = fc.record({
  openapi: fc.constantFrom<unknown>('3.1.0', '3.0.3', '3.2.0', 3.1, null),
  info: tree,
  servers: tree,
  tags: tree,
  webhooks: fc.oneof(tree, fc.dictionary(fc.constantFrom('a', 'b'), fc.record({ post: operation, parameters: tree }))),
  paths: fc.oneof(tree, fc.record({ '/a': fc.record({ post: operation }) })),
  components: tree,
});

test('no type anywhere makes the reader throw or lose its place', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async value => {
      const { contract, findings } = await readText('openapi.json', JSON.stringify(value), () => undefined);
      for (const { code, range } of findings) expect(range, code).toBeDefined();
      if (contract) expect(JSON.parse(JSON.stringify(contract))).toBeTruthy();
      else expect(findings.length).toBeGreaterThan(0);
    }),
    { numRuns: Number(process.env.PORTOLAN_FUZZ_RUNS ?? 200) },
  );
});

test('callbacks that lead into each other end', async () => {
  const { contract } = await readText(
    'openapi.yaml',
    `openapi: 3.1.0
info: { title: A, version: '1' }
webhooks:
  a: { post: { callbacks: { again: { '{$url}': { $ref: '#/webhooks/a' } } } } }
`,
    () => undefined,
  );
  expect(contract?.channels.map(({ id }) => id)).toEqual(['a', 'again']);
});
