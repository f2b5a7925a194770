import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentsOf as read } from '../../../test-support/chart-of.ts';
import { documentsOf, organisations, truthOf } from '../../../test-support/organisation.ts';
import { withoutNames } from '../../address.ts';
import { index } from '../../lookup.ts';
import type { Chart, ChartedDocument, MessageKey } from '../../model.ts';
import { relate } from '../../relate/relate.ts';
import { definitionsIn } from '../definitions.ts';
import { impact } from './impact.ts';
import type { Affected } from './model.ts';
import { aimAt } from './target.ts';

/** Services that removing a field breaks, by what becomes of them. */
function verdictsOf(chart: Chart, documents: readonly ChartedDocument[], message: MessageKey, field?: string) {
  const aimed = aimAt(chart, definitionsIn(chart, documents), `message:${message}`, field);
  if (aimed.aimed !== 'at') throw new Error(`${message}.${field}: ${aimed.aimed}`);
  return impact(chart, documents, { ...aimed, change: { kind: 'remove' } }).affected;
}

test('whatever an organisation does, removing a field breaks those that read it and no other', async () => {
  await fc.assert(
    fc.asyncProperty(organisations, async organisation => {
      const documents = await read(documentsOf(organisation));
      const chart = relate(documents);
      const { services, channels, brokers } = index(chart);
      const seen = chart.messages.flatMap(({ id, name }) => {
        const paths = new Set(
          definitionsIn(chart, documents)
            .of(id)
            .flatMap(({ places }) => [...(places?.keys() ?? [])])
            .filter(path => ['id', 'amount.currency', 'items[].sku', 'notes{}'].includes(path)),
        );
        return [...paths].flatMap(path =>
          verdictsOf(chart, documents, id, path)
            .filter(readsIt)
            .map(({ serviceName, channel }) => {
              const node = channels.get(channel);
              const host = brokers.get(node?.brokers[0] ?? '')?.host.replace('.example.com:9092', '');
              return `${serviceName.replace('Service ', '')} ${withoutNames(node?.address ?? '')} ${host} ${name} ${path}`;
            }),
        );
      });
      const wanted = truthOf(organisation).flatMap(line => {
        const [service, action, address, host, message, fields = ''] = line.split(' ');
        if (action === 'send') return [];
        return fields
          .split(',')
          .flatMap(path => (path === '' ? [] : `${service} ${address} ${host} ${message} ${path}`));
      });
      expect(services.size).toBeGreaterThan(0);
      expect(seen.sort()).toEqual(wanted.sort());
    }),
    { numRuns: 60 },
  );
});

/** Whether it breaks, or would if its direction were not in doubt: that some receive and nobody sends is suspicious. */
function readsIt({ verdict, why }: Affected): boolean {
  return verdict === 'breaks' || why.endsWith('may send it rather than receive it: its direction is uncertain');
}

const examples = join(import.meta.dirname, '../../../../../examples');

interface ExampleTruth {
  readonly title: string;
  readonly document: string;
  readonly receives: readonly { readonly channel: string; readonly message: string; readonly uncertain?: true }[];
}

test('the examples: without a message, exactly those break that their truth.json says receive it', async () => {
  const truth: Record<string, Record<string, ExampleTruth>> = JSON.parse(
    readFileSync(join(examples, 'truth.json'), 'utf8'),
  );
  for (const [organisation, services] of Object.entries(truth)) {
    const texts = Object.values(services).map(({ document }) => textOf(document, organisation));
    const shared = (location: string) => textOf(`${organisation}/${location}`, organisation)[1];
    const documents = await read(Object.fromEntries(texts), organisation, shared);
    const chart = relate(documents);
    const found = chart.messages.flatMap(({ id, name }) =>
      verdictsOf(chart, documents, id)
        .filter(({ confidence }) => confidence !== 'uncertain')
        .map(row => `${row.serviceName} ${name} ${withoutNames(row.channelName)} ${row.verdict}`),
    );
    const wanted = Object.values(services).flatMap(({ title, receives }) =>
      receives
        .filter(({ uncertain }) => !uncertain)
        .map(({ message, channel }) => `${title} ${message} ${withoutNames(channel)} breaks`),
    );
    expect(found.sort()).toEqual(wanted.sort());
  }
});

function textOf(document: string, organisation: string): [path: string, text: string] {
  const file = join(examples, document);
  return [document.slice(organisation.length + 1), existsSync(file) ? readFileSync(file, 'utf8') : ''];
}

/** A program that writes an organisation with its truth: `node <it> <services> <folder> --seed <n>`. */
const generator = process.env.PORTOLAN_ORG_GENERATOR ?? '';

interface GeneratedTruth {
  readonly services: readonly { readonly id: string }[];
  readonly messages: Readonly<
    Record<
      string,
      {
        readonly producer: string;
        readonly fields: readonly string[];
        readonly consumers: readonly { readonly service: string; readonly fields: readonly string[] }[];
      }
    >
  >;
}

test.skipIf(generator === '').each([
  [10, 1],
  [10, 2],
  [100, 7],
  [100, 8],
])(
  'PORTOLAN_ORG_GENERATOR: of %i services, removing any field breaks exactly its readers (seed %i)',
  async (size, seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-organisation-'));
    try {
      execFileSync(process.execPath, [generator, String(size), folder, '--seed', String(seed)]);
      const truth: GeneratedTruth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
      const paths = truth.services.map(({ id }) => `services/${id}/asyncapi.yaml`);
      const documents = await read(
        Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')])),
      );
      const chart = relate(documents);
      for (const { id, name } of chart.messages) {
        const { fields = [], consumers = [] } = truth.messages[name] ?? {};
        expect(fields.length).toBeGreaterThan(0);
        for (const field of fields) {
          const affected = verdictsOf(chart, documents, id, field);
          const of = (verdict: string) => affected.filter(row => row.verdict === verdict).map(row => row.serviceName);
          const readers = consumers.filter(consumer => consumer.fields.includes(field)).map(({ service }) => service);
          const others = consumers.filter(consumer => !consumer.fields.includes(field)).map(({ service }) => service);
          expect([name, field, of('breaks'), of('does-not-break'), of('unknown')]).toEqual([
            name,
            field,
            readers.sort(),
            others.sort(),
            [],
          ]);
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
