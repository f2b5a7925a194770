import { compareText, counted } from '@portolan/base';
import { channelInWords, index } from '../../lookup.ts';
import type { Chart, Link } from '../../model.ts';
import type { Subject } from '../../questions/find.ts';
import { partyOf } from '../../questions/impact/impact.ts';
import { undocumentedOn } from '../../questions/undocumented.ts';
import { type Drawing, type DrawnNode, nodeKey } from '../drawing.ts';
import { block, listed } from '../tree.ts';
import type { Answer } from './answer.ts';
import { contradictionOf, first, partyInWords, serviceInWords } from './names.ts';

/** Name and version of the JSON. */
export const PARTIES_SHAPE = 'parties/1';

/** A service that sends or receives. */
interface Party {
  /** For one that no document describes, its name in the infrastructure. */
  readonly service: string;
  readonly serviceName: string;
  readonly owner?: string;
  readonly ownerName?: string;
  readonly message?: string;
  readonly messageName?: string;
  readonly channel: string;
  readonly channelName: string;
  /** The channel with a pattern from which it receives what is sent here. */
  readonly through?: string;
  readonly throughName?: string;
  readonly confidence: Link['confidence'];
  /** What contradicts an uncertain one. */
  readonly against?: string;
  readonly documents: readonly string[];
}

/** Who sends, or receives, a message or anything on a channel. */
export function partiesAnswer(chart: Chart, action: Link['action'], { kind, node }: Subject<'message' | 'channel'>) {
  const { linksOfMessage, linksOfChannel, messages } = index(chart);
  const named = (kind === 'message' ? linksOfMessage : linksOfChannel).get(node.id) ?? [];
  const on = new Set(named.map(({ channel }) => channel));
  const silent =
    kind === 'message'
      ? [...on].flatMap(id => linksOfChannel.get(id) ?? []).filter(link => link.message === undefined)
      : [];
  const links = [...named, ...silent].filter(link => link.action === action);
  const places = kind === 'channel' ? [node.id] : [...on];
  const beside = places
    .flatMap(id => undocumentedOn(chart, id, action))
    .map(({ service, who, channel, says }) => ({
      ...(service === undefined ? { service: who, serviceName: who } : partyOf(chart, service)),
      channel,
      channelName: channelInWords(chart, channel),
      confidence: 'uncertain' as const,
      against: says.replace(/\.$/, ''),
      documents: [],
    }));
  const documented = links.map(link => {
    const against = link.confidence === 'uncertain' ? contradictionOf(link) : undefined;
    return {
      ...partyOf(chart, link.service),
      ...(link.message !== undefined && {
        message: link.message,
        messageName: messages.get(link.message)?.name ?? link.message,
      }),
      channel: link.channel,
      channelName: channelInWords(chart, link.channel),
      ...(link.through && {
        through: link.through.channel,
        throughName: channelInWords(chart, link.through.channel),
      }),
      confidence: link.confidence,
      ...(against !== undefined && { against }),
      documents: [...new Set(link.evidence.map(({ document }) => document))],
    };
  });
  const parties: Party[] = [...documented, ...beside].sort(
    (a, b) => compareText(a.serviceName, b.serviceName) || compareText(a.channel, b.channel),
  );
  const name = kind === 'channel' ? (node.address ?? node.name) : node.name;
  const facts = { action, subject: { kind, id: node.id, name }, parties };
  const verb = action === 'send' ? 'sends' : 'receives';

  function text(): string {
    if (parties.length === 0) return `Nobody ${verb} ${kind === 'channel' ? `on ${name}${elsewhere()}` : name}.\n`;
    const services = new Set(parties.map(({ service }) => service)).size;
    const heading = `${counted(services, 'service')} ${action}${services === 1 ? 's' : ''} ${kind === 'channel' ? `on ${name}` : name}`;
    const groups = Map.groupBy(parties, ({ service, channel }) => `${service}\n${channel}`);
    const branches = [...groups.values()].map(group => ({ text: line(group) }));
    return `${block(heading, branches)}\n`;
  }

  /** Nobody can send on a pattern; what is received there was sent on the channels that it takes in. */
  function elsewhere(): string {
    const those = (chart.covers ?? []).filter(({ channel, by }) => channel === node.id && by !== 'parameter');
    const there = those.flatMap(({ covered }) => linksOfChannel.get(covered) ?? []);
    const own = there.filter(link => link.action === action && link.through === undefined);
    const services = [...new Set(own.map(({ service }) => serviceInWords(chart, service)))].sort(compareText);
    if (services.length === 0) return '';
    return ` itself; on the ${counted(those.length, 'channel')} that it takes in, ${listed(first(services))} ${services.length === 1 ? 'does' : 'do'}`;
  }

  /** What one service does on one channel. */
  function line(group: readonly Party[]): string {
    const [party] = group as [Party];
    const what = group.map(({ messageName, confidence, against }) => {
      const why = against === undefined ? '' : `: ${against}`;
      return `${messageName ?? 'does not say which messages'}${confidence === 'uncertain' ? ` (uncertain${why})` : ''}`;
    });
    const one = kind === 'message' && party.messageName !== undefined;
    const told = one ? what.join('').slice(name.length) : `: ${listed(what)}`;
    const through = party.throughName === undefined ? '' : ` through ${party.throughName}`;
    return kind === 'channel'
      ? `${partyInWords(party)}${through}${told}`
      : `${partyInWords(party)} on ${party.channelName}${through}${told}`;
  }

  function drawing(): Drawing {
    const services = new Map(links.map(({ service }) => [service, serviceNode(chart, service)]));
    const channels = new Map(
      links.map(({ channel }) => [
        channel,
        { kind: 'channel' as const, id: channel, label: channelInWords(chart, channel), tone: 'subject' as const },
      ]),
    );
    const edges = links.map(({ service, channel, message, confidence }) => {
      const ends = [nodeKey('service', service), nodeKey('channel', channel)] as const;
      const [from, to] = action === 'send' ? ends : [ends[1], ends[0]];
      const label = message === undefined ? '' : (messages.get(message)?.name ?? message);
      return { from, to, label, uncertain: confidence === 'uncertain' };
    });
    return { name: 'parties', nodes: [...services.values(), ...channels.values()], edges };
  }

  return { shape: PARTIES_SHAPE, facts, text, drawing } satisfies Answer;
}

/** A service as a box. */
export function serviceNode(chart: Chart, id: string): DrawnNode {
  return { kind: 'service', id, label: index(chart).services.get(id)?.name ?? id };
}
