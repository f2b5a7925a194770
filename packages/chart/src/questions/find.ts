import { nearest } from '@portolan/base';
import { withoutNames } from '../address.ts';
import type { BrokerNode, ChannelNode, Chart, DomainNode, MessageNode, ServiceNode, TeamNode } from '../model.ts';

/** What can be asked for by name, with the node each kind is. */
export interface Kinds {
  readonly service: ServiceNode;
  readonly channel: ChannelNode;
  readonly message: MessageNode;
  readonly team: TeamNode;
  readonly domain: DomainNode;
  readonly broker: BrokerNode;
}

export type Kind = keyof Kinds;

/** A node with its kind. */
export type Subject<K extends Kind = Kind> = { readonly [k in K]: { readonly kind: k; readonly node: Kinds[k] } }[K];

/** What somebody's words mean: one thing, several that they fit equally well, or nothing on the chart. */
export type Found<K extends Kind = Kind> =
  | { readonly found: 'one'; readonly subject: Subject<K> }
  | { readonly found: 'several'; readonly subjects: readonly Subject<K>[] }
  | {
      readonly found: 'none';
      /** A name on the chart that is spelt much like it. */
      readonly nearest?: string;
    };

/** Ways to understand a name. The first one that understands it at all decides. */
const READINGS: readonly ((subject: Subject, name: string) => boolean)[] = [
  ({ node }, name) => node.id === name,
  (subject, name) => namesOf(subject).includes(name),
  (subject, name) => namesOf(subject).some(known => known.toLowerCase() === name.toLowerCase()),
  ({ kind, node }, name) => kind === 'channel' && node.address !== null && sameAddress(node.address, name),
  (subject, name) => namesOf(subject).some(known => bare(known) === bare(name) && bare(name) !== ''),
];

/**
 * Finds a thing by what people call it: its id, its name, the address of a channel, the title of a message, the email of
 * a team; at last without regard to case, to the names of parameters and to punctuation.
 */
export function find<K extends Kind>(chart: Chart, kind: K, name: string): Found<K> {
  return findAmong(chart, [kind], name);
}

/** The same where the thing may be of several kinds. */
export function findAmong<K extends Kind>(chart: Chart, kinds: readonly K[], name: string): Found<K> {
  const fitting = called(chart, kinds, name);
  const [only] = fitting;
  if (only) return fitting.length === 1 ? { found: 'one', subject: only } : { found: 'several', subjects: fitting };
  const close = nearest(name, kinds.flatMap(kind => subjectsOf(chart, kind)).flatMap(namesOf));
  return { found: 'none', ...(close !== undefined && { nearest: close }) };
}

/** Everything that a name fits equally well. */
export function called<K extends Kind>(chart: Chart, kinds: readonly K[], name: string): readonly Subject<K>[] {
  const subjects: readonly Subject[] = kinds.flatMap(kind => subjectsOf(chart, kind));
  for (const reads of READINGS) {
    const fitting = subjects.filter(subject => reads(subject, name));
    if (fitting.length > 0) return fitting as unknown as readonly Subject<K>[];
  }
  return [];
}

/** Everything of a kind. */
export function subjectsOf(chart: Chart, kind: Kind): readonly Subject[] {
  if (kind === 'service') return chart.services.map(node => ({ kind, node }));
  if (kind === 'channel') return chart.channels.map(node => ({ kind, node }));
  if (kind === 'message') return chart.messages.map(node => ({ kind, node }));
  if (kind === 'team') return chart.teams.map(node => ({ kind, node }));
  if (kind === 'domain') return chart.domains.map(node => ({ kind, node }));
  return chart.brokers.map(node => ({ kind, node }));
}

/** Every word that people know it by. */
export function namesOf({ kind, node }: Subject): string[] {
  if (kind === 'broker') return [node.host, ...node.names];
  if (kind === 'channel') return node.address ? [node.name, node.address] : [node.name];
  if (kind === 'message') return node.title ? [node.name, node.title] : [node.name];
  if (kind === 'team') return node.email ? [node.name, node.email] : [node.name];
  return [node.name];
}

function sameAddress(a: string, b: string): boolean {
  return withoutNames(a) === withoutNames(b);
}

/** Letters and digits alone: `OrderPlaced` is `order-placed`. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
