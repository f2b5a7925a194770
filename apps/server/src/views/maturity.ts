import type { ChannelNode, ServiceNode, TeamNode } from '@portolan/chart';
import type { LadderRung, Maturity, MaturityMark } from '../port.ts';
import type { Known, Owned } from './known.ts';

/** The ladder from the bottom, with the protocol families that stand on each rung. */
const RUNGS: Readonly<Record<LadderRung, readonly string[]>> = {
  documented: [],
  webhooks: ['http'],
  streams: ['ws', 'sse', 'websub', 'mercure', 'stomp', 'googlepubsub', 'sns', 'sqs', 'redis'],
  brokers: ['kafka', 'amqp', 'amqp1', 'mqtt', 'nats', 'jms', 'ibmmq', 'pulsar', 'solace', 'anypointmq'],
};

const LADDER = Object.keys(RUNGS) as readonly LadderRung[];

interface MarkKind {
  readonly says: string;
  readonly next: string;
  readonly isDone: (service: ServiceNode, of: Team) => boolean;
}

interface Team {
  readonly known: Known;
  /** Absent for services that nobody owns. */
  readonly node: TeamNode | undefined;
}

/** What a mature team does. What is written is judged by the criteria of the score, so that both say the same. */
const MARKS: Readonly<Record<MaturityMark['mark'], MarkKind>> = {
  documented: {
    says: 'The service, its channels and its messages say what they are for, and payloads have schemas.',
    next: 'Describe the service, its channels and its messages, and give each payload a schema.',
    isDone: (service, { known }) =>
      earns(known, service, ['described', 'channels-described', 'messages-described', 'payloads-present']),
  },
  owned: {
    says: 'Every document of the service names the same team, and says how to reach it.',
    next: 'Write `x-owner` and a contact with an email address into every document.',
    isDone: (service, { known, node }) =>
      (node?.email ?? node?.url) !== undefined &&
      earns(known, service, ['owned']) &&
      !finds(known, service, 'SERVICE_OWNERS_DIFFER'),
  },
  versioned: {
    says: 'Every document has a semantic version.',
    next: 'Write a version of the form `1.4.0` into `info`, and raise it with each change.',
    isDone: (service, { known }) => earns(known, service, ['versioned']),
  },
  tested: {
    says: 'Every message has an example that fits its schema, and no document has an error.',
    next: 'Give every message an example, mend what the findings say, and run `portolan validate` in CI.',
    isDone: (service, { known }) => earns(known, service, ['examples', 'no-errors']),
  },
};

/** Most missing things that are named. */
const NAMED = 8;

/** How far every team has come, and last what nobody owns. */
export function maturities(known: Known): Maturity[] {
  const { chart } = known.snapshot;
  const teams = chart.teams.map(team => maturityOf(known, team));
  const unowned = ownedByNobody(known);
  return unowned.services.length === 0 ? teams : [...teams, judged(known, undefined, unowned)];
}

/** How far one team has come. */
export function maturityOf(known: Known, team: TeamNode): Maturity {
  return judged(known, team, known.ownedBy(team.id));
}

function ownedByNobody({ snapshot: { chart } }: Known): Owned {
  const without = <T extends { readonly owner?: string }>(nodes: readonly T[]) => nodes.filter(node => !node.owner);
  return { services: without(chart.services), channels: without(chart.channels), messages: without(chart.messages) };
}

function judged(known: Known, node: TeamNode | undefined, { services, channels }: Owned): Maturity {
  const marks = Object.entries(MARKS).map(([mark, kind]) => {
    const missing = services.filter(service => !kind.isDone(service, { known, node }));
    return {
      mark: mark as MaturityMark['mark'],
      done: services.length - missing.length,
      of: services.length,
      says: kind.says,
      ...(missing.length > 0 && { next: kind.next }),
      missing: missing.slice(0, NAMED).map(({ id, name }) => ({ kind: 'service' as const, id, name })),
    };
  });
  const rungs = LADDER.map(rung => ({ rung, channels: channels.filter(channel => rungOf(channel) === rung).length }));
  const shares = marks.map(({ done, of }) => (of === 0 ? 0 : done / of));
  return {
    team: node?.id ?? '',
    name: node?.name ?? 'No owner',
    rung: rungs.findLast(({ channels: count }) => count > 0)?.rung ?? 'documented',
    rungs,
    marks,
    points: Math.round((100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length),
  };
}

/** The highest rung that one of its protocols stands on. */
function rungOf({ protocols }: ChannelNode): LadderRung {
  return LADDER.findLast(rung => protocols.some(protocol => RUNGS[rung].includes(protocol))) ?? 'documented';
}

/** Whether every document of a service earns everything that these criteria of the score give. */
function earns({ snapshot }: Known, { documents }: ServiceNode, criteria: readonly string[]): boolean {
  return documents.every(id => {
    const score = snapshot.documents.get(id)?.score;
    const asked = score?.criteria.filter(criterion => criteria.includes(criterion.id)) ?? [];
    return score !== undefined && asked.every(({ earned, of }) => earned === of);
  });
}

function finds({ findingsOf }: Known, { documents }: ServiceNode, code: string): boolean {
  return documents.some(id => findingsOf(id).some(finding => finding.code === code));
}
