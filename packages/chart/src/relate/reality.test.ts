import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentsOf } from '../../test-support/chart-of.ts';
import { randomFrom } from '../../test-support/inverted.ts';
import { index } from '../lookup.ts';
import type { DriftKind } from '../model.ts';
import { evidenceOf } from './evidence.test-support.ts';
import { relate } from './relate.ts';

/** A program that writes an organisation with its truth: `node <it> <services> <folder> --seed <n>`. */
const generator = process.env.PORTOLAN_ORG_GENERATOR ?? '';

/** What a broker would report, and how that differs from the documents. */
interface Reality {
  readonly topics: Readonly<Record<string, { readonly producers: string[]; readonly consumerGroups: string[] }>>;
  readonly drift: readonly { readonly kind: keyof typeof KINDS; readonly topic: string; readonly service?: string }[];
}

const KINDS = {
  'undeclared-consumer': 'receiver-undocumented',
  'undeclared-producer': 'sender-undocumented',
  'undeclared-channel': 'channel-undocumented',
  'declared-but-absent': 'channel-absent',
} as const satisfies Record<string, DriftKind>;

interface Truth {
  readonly services: readonly { readonly id: string }[];
  readonly messages: Readonly<
    Record<
      string,
      {
        readonly producer: string;
        readonly address: string;
        readonly consumers: readonly { readonly service: string }[];
      }
    >
  >;
}

function generated(size: number, seed: number) {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-reality-'));
  try {
    execFileSync(process.execPath, [generator, String(size), folder, '--seed', String(seed)]);
    const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const truth: Truth = json('truth.json');
    const reality: Reality = json('reality.json');
    const texts = truth.services.map(({ id }) => [
      `${id}.yaml`,
      readFileSync(join(folder, 'services', id, 'asyncapi.yaml'), 'utf8'),
    ]);
    return { truth, reality, texts: Object.fromEntries(texts) as Record<string, string> };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same as a file of evidence, as somebody would write it. */
function evidenceIn({ topics }: Reality) {
  const channels = Object.entries(topics).map(([address, { producers, consumerGroups }]) => [
    address,
    { senders: producers, receivers: consumerGroups },
  ]);
  const broker = 'kafka://kafka.example.com:9092';
  return evidenceOf(
    JSON.stringify({ portolan: 'evidence/1', broker, complete: true, channels: Object.fromEntries(channels) }),
  );
}

const CASES = [
  [10, 1],
  [10, 2],
  [30, 7],
  [30, 8],
  [100, 3],
  [100, 4],
] as const;

test.skipIf(generator === '').each(CASES)(
  'PORTOLAN_ORG_GENERATOR: drift of %i services is exactly the one listed (seed %i)',
  async (size, seed) => {
    const { reality, texts } = generated(size, seed);
    const { drift = [] } = relate(await documentsOf(texts), [evidenceIn(reality)]);
    const { topics } = reality;
    const dead = Object.entries(topics).filter(([, { consumerGroups }]) => consumerGroups.length === 0);
    const wanted = [
      ...reality.drift.map(({ kind, topic, service = '' }) => `${KINDS[kind]} ${topic} ${service}`),
      ...dead.map(([topic]) => `channel-dead ${topic} `),
    ];
    const found = drift.map(({ kind, address, service = '' }) => `${kind} ${address} ${service}`);
    expect(found.sort()).toEqual(wanted.sort());
  },
);

/** The documents with half of their verbs turned round, and as little besides as somebody may have written. */
function turned(texts: Readonly<Record<string, string>>, seed: number, bare: boolean): Record<string, string> {
  const random = randomFrom(seed);
  const flip = (action: string) => (random() < 0.5 ? action : action === 'send' ? 'receive' : 'send');
  const all = Object.entries(texts).map(([path, text]) => {
    const flipped = text.replace(/action: (send|receive)/g, (_, action: string) => `action: ${flip(action)}`);
    if (!bare) return [path, flipped];
    let count = 0;
    const renamed = flipped
      .replace(/^ {2}(send|receive)(?=[A-Z])/gm, () => `  operation${count++}`)
      .replace(/^ +title: (Publish|React to) .*\n/gm, '')
      .replace(/^ +description: .*\n/gm, '')
      .replaceAll('in_', 'c_')
      .replaceAll('groupId', 'x-group');
    return [path, renamed];
  });
  return Object.fromEntries(all);
}

test.skipIf(generator === '').each(CASES)(
  'PORTOLAN_ORG_GENERATOR: with half the verbs of %i services turned round, no direction is asserted wrong (seed %i)',
  async (size, seed) => {
    const { truth, reality, texts } = generated(size, seed);
    const really = new Set(
      Object.entries(truth.messages).flatMap(([name, { producer, consumers }]) => [
        `${producer} send ${name}`,
        ...consumers.map(({ service }) => `${service} receive ${name}`),
      ]),
    );
    for (const bare of [false, true]) {
      const documents = await documentsOf(turned(texts, seed, bare));
      for (const evidence of [[], [evidenceIn(reality)]]) {
        const chart = relate(documents, evidence);
        const { messages } = index(chart);
        const certain = chart.links.filter(({ confidence }) => confidence !== 'uncertain');
        const lines = certain.map(
          ({ service, action, message = '' }) => `${service} ${action} ${messages.get(message)?.name}`,
        );
        expect(lines.filter(line => !really.has(line))).toEqual([]);
        const share = certain.length / chart.links.length;
        if (!bare || evidence.length > 0) expect(share).toBeGreaterThan(0.9);
      }
    }
  },
);
