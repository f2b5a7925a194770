import { index } from '../lookup.ts';
import type { Chart, ChartedDocument, MessageNode, ServiceNode } from '../model.ts';
import type { SearchKind } from './hit.ts';

/** Something that can be found, with the words that find it. */
export interface Entry {
  readonly kind: SearchKind;
  readonly id: string;
  readonly name: string;
  readonly context: string;
  /** Other names it goes by: an address, a title, an email. */
  readonly aliases: readonly string[];
  /** Words about it, worth less than its names. */
  readonly about: string;
  readonly facts: EntryFacts;
}

/** What filters ask for. */
export interface EntryFacts {
  readonly owner?: string;
  readonly domain?: string;
  readonly protocols: readonly string[];
}

/** Everything on a chart that has a name, but for the fields of messages. */
export function entriesOf(chart: Chart, documents: readonly ChartedDocument[]): Entry[] {
  const { teams, channels, serviceOfDocument } = index(chart);
  const ownerName = (owner: string | undefined) => (owner === undefined ? '' : (teams.get(owner)?.name ?? owner));
  const services = chart.services.map(service => ({
    ...entry('service', service, service),
    context: ownerName(service.owner) || (service.domain ?? ''),
    about: about(service, service.domain, ownerName(service.owner), ...service.protocols),
  }));
  const ofChannels = chart.channels.map(channel => ({
    ...entry('channel', channel, channel),
    context:
      channel.address !== null && channel.address !== channel.name ? channel.address : channel.protocols.join(', '),
    aliases: channel.address === null ? [] : [channel.address],
    about: about(channel, channel.domain, ownerName(channel.owner), ...channel.protocols),
  }));
  const ofMessages = chart.messages.map(message => ({
    ...entry('message', message, messageFacts(chart, message)),
    context: message.channels.map(id => channels.get(id)?.address ?? channels.get(id)?.name ?? id).join(', '),
    aliases: message.title === undefined ? [] : [message.title],
    about: about(message, message.domain, ownerName(message.owner)),
  }));
  const ofTeams = chart.teams.map(team => ({
    ...entry('team', team, { owner: team.id, protocols: [] }),
    context: team.email ?? '',
    aliases: team.email === undefined ? [team.id] : [team.id, team.email],
  }));
  const ofDomains = chart.domains.map(domain => entry('domain', domain, { domain: domain.id, protocols: [] }));
  const ofDocuments = documents.map(({ id, contract }) => ({
    ...entry('document', { id, name: contract.info.title || id }, serviceOfDocument.get(id) ?? { protocols: [] }),
    context: id,
    aliases: [id],
  }));
  return [...services, ...ofChannels, ...ofMessages, ...ofTeams, ...ofDomains, ...ofDocuments];
}

/** What filters ask of a message: its protocols are those of its channels. */
export function messageFacts(chart: Chart, { owner, domain, channels }: MessageNode): EntryFacts {
  const known = index(chart).channels;
  return { owner, domain, protocols: channels.flatMap(id => known.get(id)?.protocols ?? []) };
}

function entry(kind: SearchKind, { id, name }: { id: string; name: string }, facts: EntryFacts): Entry {
  const { owner, domain, protocols } = facts;
  return { kind, id, name, context: '', aliases: [], about: '', facts: { owner, domain, protocols } };
}

type Told = Pick<ServiceNode, 'summary' | 'description' | 'tags'>;

function about({ summary, description, tags }: Told, ...more: readonly (string | undefined)[]): string {
  return [summary, description, ...tags, ...more].filter(Boolean).join(' ');
}
