import { expect, test } from 'vitest';
import { readExample } from '../test-support.ts';
import { mergePatch } from './trait.ts';

test('merge patch: objects merge, lists replace, null removes (RFC 7386, appendix A)', () => {
  expect(mergePatch({ a: { b: 'c' }, list: [1, 2] }, { a: { d: 'e' }, list: [3] })).toEqual({
    a: { b: 'c', d: 'e' },
    list: [3],
  });
  expect(mergePatch({ a: 'b', c: 1 }, { a: null })).toEqual({ c: 1 });
  expect(mergePatch({ a: [{ b: 'c' }] }, { a: [1] })).toEqual({ a: [1] });
});

const message = (version: string, traits: string) =>
  version.startsWith('3')
    ? `asyncapi: ${version}
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed: { summary: own, traits: ${traits}, payload: { type: string } }
`
    : `asyncapi: ${version}
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    subscribe:
      message: { name: placed, summary: own, traits: ${traits}, payload: { type: string } }
`;
const traits = '[{ summary: first, description: first }, { summary: second, title: second }]';

test('3.x: the target has the last word', async () => {
  const { contract } = await readExample(message('3.1.0', traits));
  expect(contract?.messages[0]).toMatchObject({ summary: 'own', description: 'first', title: 'second' });
});

test('2.x: the last trait has the last word', async () => {
  const { contract } = await readExample(message('2.6.0', traits));
  expect(contract?.messages[0]).toMatchObject({ summary: 'second', description: 'first', title: 'second' });
});

test('a trait in another file keeps its own references', async () => {
  const { contract, findings } = await readExample({
    'orders/asyncapi.yaml': message('3.1.0', "[{ $ref: '../shared/traits.yaml#/traced' }]"),
    'shared/traits.yaml':
      "traced: { headers: { $ref: '#/headers' } }\nheaders: { type: object, properties: { trace: { type: string } } }\n",
  });
  expect(findings).toEqual([]);
  expect(contract?.schemas.find(({ id }) => id === 'headers')?.origin.source).toBe('shared/traits.yaml');
});
