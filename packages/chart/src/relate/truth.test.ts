import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartOf, documentsOf as read } from '../../test-support/chart-of.ts';
import { documentsOf, organisations, truthOf } from '../../test-support/organisation.ts';
import { withoutNames } from '../address.ts';
import { index } from '../lookup.ts';
import type { Chart, Link } from '../model.ts';
import { relate } from './relate.ts';

test('whatever an organisation does, its documents show: 2.x and 3.x, two brokers, any names of parameters', async () => {
  await fc.assert(
    fc.asyncProperty(organisations, async organisation => {
      const chart = await chartOf(documentsOf(organisation));
      expect(chart.links.map(link => seen(chart, link)).sort()).toEqual(truthOf(organisation));
    }),
    { numRuns: 150 },
  );
});

/** A link as the truth writes it. */
function seen(chart: Chart, { service, action, channel, message, fields }: Link): string {
  const { services, channels, messages, brokers } = index(chart);
  const node = channels.get(channel);
  const host = brokers.get(node?.brokers[0] ?? '')?.host.replace('.example.com:9092', '');
  const who = services.get(service)?.name.replace('Service ', '');
  const name = messages.get(message ?? '')?.name;
  return `${who} ${action} ${withoutNames(node?.address ?? '')} ${host} ${name}${fields ? ` ${fields.join()}` : ''}`;
}

const examples = join(import.meta.dirname, '../../../../examples');

interface ExampleTruth {
  readonly title: string;
  readonly document: string;
  readonly owner: string;
  readonly domain: string;
  readonly sends: readonly ExampleUse[];
  readonly receives: readonly ExampleUse[];
}

interface ExampleUse {
  readonly channel: string;
  readonly message: string;
  readonly reply?: true;
  /** The verb in the document says the opposite. */
  readonly reversed?: true;
}

test('the chart of the examples is the one their truth.json tells', async () => {
  const truth: Record<string, Record<string, ExampleTruth>> = JSON.parse(
    readFileSync(join(examples, 'truth.json'), 'utf8'),
  );
  for (const [organisation, services] of Object.entries(truth)) {
    const texts = Object.values(services).map(({ document }) => textOf(document, organisation));
    const shared = (location: string) => textOf(`${organisation}/${location}`, organisation)[1];
    const chart = relate(await read(Object.fromEntries(texts), organisation, shared));
    const { services: nodes, serviceOfDocument, linksOfService, channels, messages } = index(chart);
    expect(nodes.size).toBe(Object.keys(services).length);
    const reversed = new Set(
      chart.findings.filter(({ code }) => code === 'DIRECTION_REVERSED').map(({ message }) => message.split('`')[1]),
    );
    for (const { title, document, owner, domain, sends, receives } of Object.values(services)) {
      const node = serviceOfDocument.get(document);
      expect(node).toMatchObject({ name: title, owner, domain });
      const lines = (linksOfService.get(node?.id ?? '') ?? []).map(link =>
        useLine(
          { channel: channels.get(link.channel)?.address ?? '', message: messages.get(link.message ?? '')?.name ?? '' },
          reversed.has(link.evidence[0]?.operation ?? '') ? `${link.action} reversed` : link.action,
          link.evidence.some(evidence => evidence.reply),
        ),
      );
      const wanted = [...sends.map(use => lineOf(use, 'send')), ...receives.map(use => lineOf(use, 'receive'))];
      expect(lines.sort()).toEqual(wanted.sort());
    }
  }
});

function textOf(document: string, organisation: string): [path: string, text: string] {
  const file = join(examples, document);
  return [document.slice(organisation.length + 1), existsSync(file) ? readFileSync(file, 'utf8') : ''];
}

/** Where a verb says the opposite, the chart has to say so. */
function lineOf(use: ExampleUse, action: string): string {
  return useLine(use, use.reversed ? `${action} reversed` : action, use.reply === true);
}

function useLine({ channel, message }: ExampleUse, action: string, reply: boolean): string {
  return `${action} ${withoutNames(channel)} ${message}${reply ? ' reply' : ''}`;
}

/** A program that writes an organisation with its truth: `node <it> <services> <folder> --seed <n>`. */
const generator = process.env.PORTOLAN_ORG_GENERATOR ?? '';

interface GeneratedTruth {
  readonly services: readonly {
    readonly id: string;
    readonly owner: string;
    readonly domain: string;
    readonly sends: readonly string[];
    readonly receives: readonly {
      readonly message: string;
      readonly from: string;
      readonly fields: readonly string[];
    }[];
  }[];
}

test.skipIf(generator === '').each([
  [10, 1],
  [10, 2],
  [100, 7],
  [100, 8],
  [100, 9],
])('PORTOLAN_ORG_GENERATOR: senders, receivers and fields of %i services are exact (seed %i)', async (size, seed) => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-organisation-'));
  try {
    execFileSync(process.execPath, [generator, String(size), folder, '--seed', String(seed)]);
    const truth: GeneratedTruth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
    const paths = truth.services.map(({ id }) => `services/${id}/asyncapi.yaml`);
    const chart = await chartOf(
      Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')])),
    );
    expect(chart.services).toHaveLength(size);
    const { services, messages } = index(chart);
    const found = chart.links.map(({ service, action, message, fields = [] }) => {
      const { id, owner, domain } = services.get(service) ?? {};
      return [id, owner, domain, action, messages.get(message ?? '')?.name, ...fields].join(' ');
    });
    const wanted = truth.services.flatMap(({ id, owner, domain, sends, receives }) => [
      ...sends.map(name => [id, owner, domain, 'send', name].join(' ')),
      ...receives.map(({ message, fields }) => [id, owner, domain, 'receive', message, ...fields.toSorted()].join(' ')),
    ]);
    expect(found.sort()).toEqual(wanted.sort());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
