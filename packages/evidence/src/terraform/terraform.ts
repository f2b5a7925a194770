import type { Finding } from '@portolan/base';
import { EVIDENCE_SYNTAX } from '../findings.ts';
import { amqpTopology } from '../parts/amqp-topology.ts';
import { type Gleaning, gleaning, type Place } from '../parts/gleaning.ts';
import { type KafkaGrant, kafkaGrants } from '../parts/kafka-grants.ts';
import { subscriptions } from '../parts/subscriptions.ts';
import type { EvidenceAdapter, EvidenceFile, EvidenceResult } from '../port.ts';
import { readHcl } from './hcl/body.ts';
import type { Body } from './hcl/model.ts';
import { readTerraformJson } from './json-body.ts';
import { moduleOf } from './module.ts';
import { aws } from './providers/aws.ts';
import { azure } from './providers/azure.ts';
import { google } from './providers/google.ts';
import { kafka } from './providers/kafka.ts';
import { rabbitmq } from './providers/rabbitmq.ts';
import type { ThingReader } from './reading.ts';

const FILE = /\.tf(\.json)?$|(^|\/)(terraform|[^/]+\.auto)\.tfvars(\.json)?$/i;

/** Terraform and OpenTofu: resources of Kafka, AWS, Google Cloud, Azure and RabbitMQ, read without running anything. */
export const terraform: EvidenceAdapter = {
  id: 'terraform',
  takes: location => FILE.test(location),
  together: true,
  read: (location, text, beside = [{ location, text }]) => readingOf(beside).get(location) ?? { findings: [] },
};

const READERS: Readonly<Record<string, ThingReader>> = { ...kafka, ...aws, ...google, ...azure, ...rabbitmq };

/** A folder is read as a whole once, and asked for file by file. */
const known = new WeakMap<readonly EvidenceFile[], ReadonlyMap<string, EvidenceResult>>();

function readingOf(files: readonly EvidenceFile[]): ReadonlyMap<string, EvidenceResult> {
  const before = known.get(files);
  if (before) return before;
  const made = readModule(files);
  known.set(files, made);
  return made;
}

function readModule(files: readonly EvidenceFile[]): ReadonlyMap<string, EvidenceResult> {
  const byFile = new Map(files.map(({ location }) => [location, gleaning(location, terraform.id)]));
  const notes = shared(byFile);
  const bodies = files.map(({ location, text }) => {
    const { findings, ...body } = bodyOf(location, text);
    byFile.get(location)?.take(findings);
    return { ...body, sets: /\.tfvars(\.json)?$/i.test(location) };
  });
  const module = moduleOf(bodies);
  const grants: KafkaGrant[] = [];
  const reading = { module, notes, amqp: amqpTopology(notes), subscriptions: subscriptions(notes), grants };
  for (const thing of module.things) if (Object.hasOwn(READERS, thing.type)) READERS[thing.type]?.(thing, reading);
  kafkaGrants(grants, notes);
  reading.amqp.conclude();
  reading.subscriptions.conclude();
  return new Map([...byFile].map(([location, its]) => [location, its.result()]));
}

function bodyOf(location: string, text: string): Body & { readonly findings: readonly Finding[] } {
  if (/\.json$/i.test(location)) return readTerraformJson(location, text);
  const { attributes, blocks, flaws } = readHcl(location, text);
  const notes = gleaning(location, terraform.id);
  for (const { reason, range } of flaws) {
    notes.find(EVIDENCE_SYNTAX, { source: location, pointer: '', inside: range }, { reason });
  }
  return { attributes, blocks, findings: notes.result().findings };
}

/** Facts go to the notes of the file that they stand in. */
function shared(byFile: ReadonlyMap<string, Gleaning>): Gleaning {
  const [first] = byFile.values();
  const of = (at: Place) => (byFile.get(at.source) ?? first) as Gleaning;
  return {
    channel: (address, at, owner) => of(at).channel(address, at, owner),
    use: (who, action, address, at, more) => of(at).use(who, action, address, at, more),
    alias: (service, name, at) => of(at).alias(service, name, at),
    unread: (what, at) => of(at).unread(what, at),
    wrong: (subject, expected, at) => of(at).wrong(subject, expected, at),
    find: (kind, at, params) => of(at).find(kind, at, params),
    take: findings => first?.take(findings),
    result: () => first?.result() ?? { findings: [] },
  };
}
