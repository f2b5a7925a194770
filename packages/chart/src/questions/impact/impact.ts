import { compareText } from '@portolan/base';
import { channelInWords, index } from '../../lookup.ts';
import type { ChannelKey, Chart, ChartedDocument, Link, ServiceId } from '../../model.ts';
import { type Definitions, definitionsIn } from '../definitions.ts';
import { undocumentedOn } from '../undocumented.ts';
import { type Effect, effectOn } from './effect.ts';
import type { Affected, Change, Impact, Sender, Target, Verdict } from './model.ts';
import { joined } from './target.ts';

/** What is asked: a thing, perhaps a field of it, and what is to be done to it. */
export interface ImpactQuestion {
  readonly target: Target;
  readonly field?: string;
  readonly change: Change;
}

const VERDICTS: readonly Verdict[] = ['breaks', 'unknown', 'does-not-break'];

/**
 * Who breaks, who does not, and of whom nobody knows, when somebody changes a message, a channel, a schema or a field.
 * A receiver's own schema states what it reads. Where it has none, or where its direction is in doubt, that is `unknown`
 * and never a guess.
 */
export function impact(chart: Chart, documents: readonly ChartedDocument[], question: ImpactQuestion): Impact {
  const { target, field, change } = question;
  const definitions = definitionsIn(chart, documents);
  const rows = [
    ...receivers(chart, definitions, question),
    ...unnamedReceivers(chart, question),
    ...undocumentedReceivers(chart, question),
  ];
  const { kind, id, name } = target;
  return {
    subject: { kind, id, name },
    ...(field !== undefined && { field }),
    change,
    senders: sendersOf(chart, target),
    affected: rows.sort(compareRows),
  };
}

function receivers(chart: Chart, definitions: Definitions, question: ImpactQuestion): Affected[] {
  const { linksOfMessage } = index(chart);
  const rows = new Map<string, Affected>();
  for (const { message, channel, prefix } of question.target.parts) {
    const links = (linksOfMessage.get(message) ?? []).filter(link => channel === undefined || link.channel === channel);
    const received = new Set(links.filter(({ action }) => action === 'receive').map(({ service }) => service));
    for (const link of links) {
      const doubtful = link.action === 'send' && link.confidence === 'uncertain' && !received.has(link.service);
      if (link.action === 'send' && !doubtful) continue;
      const row = rowOf(chart, link, effect(definitions, link, prefix, question));
      if (doubtful && row.verdict === 'does-not-break') continue;
      const key = `${link.service}\n${message}\n${link.channel}`;
      const known = rows.get(key);
      if (!known || VERDICTS.indexOf(row.verdict) < VERDICTS.indexOf(known.verdict)) rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/** What happens at the other end of a link: the worst of what the service's own documents say. */
function effect(
  definitions: Definitions,
  link: Link,
  prefix: string,
  { target, field, change }: ImpactQuestion,
): Effect {
  const { message, service, confidence, action } = link;
  const whole = field === undefined && target.kind !== 'schema';
  const path = joined(prefix, field ?? '');
  const effects = whole
    ? [{ verdict: 'breaks' as const, why: 'receives it' }]
    : definitions.of(message ?? '', service).map(definition => effectOn(definition, path, change));
  const worst =
    VERDICTS.flatMap(verdict => effects.find(each => each.verdict === verdict) ?? [])[0] ??
    ({ verdict: 'unknown', why: 'has no definition of the message, so nobody knows what it reads' } satisfies Effect);
  if (confidence !== 'uncertain' || worst.verdict !== 'breaks') return worst;
  const doubt =
    action === 'send'
      ? 'may receive it although its document says that it sends it'
      : 'may send it rather than receive it: its direction is uncertain';
  return { verdict: 'unknown', why: whole ? doubt : `${worst.why}, but ${doubt}` };
}

/** Services that use a channel and do not say what they receive there. */
function unnamedReceivers(chart: Chart, { target }: ImpactQuestion): Affected[] {
  const { linksOfChannel } = index(chart);
  const links = channelsOf(chart, target).flatMap(channel => linksOfChannel.get(channel) ?? []);
  const silent = links.filter(({ message, action }) => message === undefined && action === 'receive');
  return silent.map(link =>
    rowOf(chart, link, { verdict: 'unknown', why: 'receives on the channel, and does not say which messages' }),
  );
}

/** Whom evidence beside the documents knows to receive on a channel, and no document does. */
function undocumentedReceivers(chart: Chart, { target }: ImpactQuestion): Affected[] {
  const found = channelsOf(chart, target).flatMap(channel => undocumentedOn(chart, channel, 'receive'));
  return found.map(({ service, who, channel }) => ({
    ...(service === undefined ? { service: who, serviceName: who } : partyOf(chart, service)),
    channel,
    channelName: channelInWords(chart, channel),
    verdict: 'unknown',
    why: 'receives on the channel by the infrastructure, and no document says what',
    confidence: 'uncertain',
  }));
}

function channelsOf(chart: Chart, { parts, channels }: Target): ChannelKey[] {
  const { linksOfMessage } = index(chart);
  const used = parts.flatMap(({ message, channel }) =>
    channel === undefined ? (linksOfMessage.get(message) ?? []).map(link => link.channel) : [channel],
  );
  return [...new Set([...channels, ...used])];
}

function rowOf(chart: Chart, link: Link, { verdict, why }: Effect): Affected {
  const { messages } = index(chart);
  return {
    ...partyOf(chart, link.service),
    ...(link.message !== undefined && {
      message: link.message,
      messageName: messages.get(link.message)?.name ?? link.message,
    }),
    channel: link.channel,
    channelName: channelInWords(chart, link.channel),
    verdict,
    why,
    confidence: link.confidence,
  };
}

function sendersOf(chart: Chart, { parts }: Target): Sender[] {
  const { linksOfMessage } = index(chart);
  const found = new Map<ServiceId, Sender>();
  for (const { message, channel } of parts) {
    for (const link of linksOfMessage.get(message) ?? []) {
      if (link.action !== 'send' || (channel !== undefined && link.channel !== channel)) continue;
      const known = found.get(link.service);
      if (known && known.confidence !== 'uncertain') continue;
      found.set(link.service, { ...partyOf(chart, link.service), confidence: link.confidence });
    }
  }
  return [...found.values()].sort(
    (a, b) => compareText(a.serviceName, b.serviceName) || compareText(a.service, b.service),
  );
}

/** A service with its owner, by ids and names. */
export function partyOf(chart: Chart, id: ServiceId) {
  const { services, teams } = index(chart);
  const service = services.get(id);
  const { owner } = service ?? {};
  return {
    service: id,
    serviceName: service?.name ?? id,
    ...(owner !== undefined && { owner, ownerName: teams.get(owner)?.name ?? owner }),
  };
}

function compareRows(a: Affected, b: Affected): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    compareText(a.serviceName, b.serviceName) ||
    compareText(a.service, b.service) ||
    compareText(a.messageName ?? '', b.messageName ?? '') ||
    compareText(a.channel, b.channel)
  );
}
