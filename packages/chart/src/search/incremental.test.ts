import { readText } from '@portolan/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartedDocument } from '../model.ts';
import { relate } from '../relate/relate.ts';
import { createSearch } from './search.ts';

/** Sequences of changes that are tried. PORTOLAN_SEARCH_RUNS=2000 was run on 2026-11-21: no difference. */
const RUNS = Number(process.env.PORTOLAN_SEARCH_RUNS ?? 40);

const NAMES = ['Orders', 'Payments', 'OrderDesk'];
const WORDS = ['order', 'placed', 'paid', 'email', 'refund', 'orderId'];

/** One state of a document: what a service is called, whose it is, and the message it sends or receives. */
const state = fc.record({
  title: fc.constantFrom(...NAMES),
  owner: fc.option(fc.constantFrom('shop', 'till'), { nil: undefined }),
  protocol: fc.constantFrom('kafka', 'mqtt'),
  action: fc.constantFrom('send', 'receive'),
  address: fc.constantFrom('orders.placed', 'payments.paid', 'refunds'),
  message: fc.constantFrom('OrderPlaced', 'PaymentPaid', 'Refund'),
  fields: fc.subarray(WORDS),
  about: fc.subarray(WORDS),
});

const QUERIES = [
  'order',
  'ordr',
  'email OrderPlaced',
  'owner:shop',
  'field:email -protocol:mqtt',
  '"order placed"',
  'refund -paid',
  'kind:field',
  'pament plced',
];

async function document(
  n: number,
  it: typeof state extends fc.Arbitrary<infer T> ? T : never,
): Promise<ChartedDocument> {
  const path = `${n}.json`;
  const { contract } = await readText(
    path,
    JSON.stringify({
      asyncapi: '3.1.0',
      info: { title: it.title, version: '1', description: it.about.join(' '), 'x-owner': it.owner },
      servers: { it: { host: `${it.protocol}.example.com`, protocol: it.protocol } },
      channels: { it: { address: it.address, messages: { [it.message]: { $ref: '#/components/messages/it' } } } },
      operations: { it: { action: it.action, channel: { $ref: '#/channels/it' } } },
      components: {
        messages: { it: { name: it.message, payload: { $ref: '#/components/schemas/Body' } } },
        schemas: {
          Body: { type: 'object', properties: Object.fromEntries(it.fields.map(name => [name, { type: 'string' }])) },
        },
      },
    }),
    async () => undefined,
  );
  if (!contract) throw new Error('The document of the test cannot be read.');
  return { id: `shop/${path}`, source: 'shop', path, contract };
}

test('a search that follows changes answers what one that is made anew answers', async () => {
  const change = fc.record({ at: fc.nat(3), state: fc.option(state, { nil: undefined, freq: 4 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async changes => {
      const present = new Map<number, ChartedDocument>();
      const following = createSearch(relate([]), []);
      for (const { at, state: next } of changes) {
        if (next) present.set(at, await document(at, next));
        else present.delete(at);
        const documents = [...present.values()];
        following.update(relate(documents), documents);
      }
      const documents = [...present.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      const anew = createSearch(relate(documents), documents);
      for (const query of QUERIES) {
        expect(following.search(query)).toEqual(anew.search(query));
        expect(following.search(query, 3)).toEqual(anew.search(query, 3));
      }
      for (const typed of ['ow', 'owner:', 'field:o', 'order -prot', 'shop']) {
        expect(following.suggest(typed)).toEqual(anew.suggest(typed));
      }
    }),
    { numRuns: RUNS },
  );
}, 600_000);
