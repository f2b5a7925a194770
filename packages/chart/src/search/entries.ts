import type { Finding } from '@portolan/base';
import { index } from '../lookup.ts';
import type { Chart, ChartedDocument, DocumentId, MessageNode, ServiceNode } from '../model.ts';
import { onceFor } from '../relate/once.ts';
import { type Facts, NO_FACTS } from './facts.ts';
import type { SearchKind } from './hit.ts';

/** Something that can be found, with the words that find it. */
export interface Entry {
  readonly kind: SearchKind;
  readonly id: string;
  readonly name: string;
  readonly context: string;
  /** Only of what is a thing of one document. */
  readonly document?: DocumentId;
  /** Other names it goes by: an address, a title, an email. */
  readonly aliases: readonly string[];
  /** Words about it, worth less than its names. */
  readonly about: string;
  readonly facts: Facts;
}

/** The findings of each document; those that only the chart shows are known without. */
export type FindingsOf = (document: DocumentId) => readonly Finding[];

/** Everything that has a name, but for the fields of messages. */
export function entriesOf(chart: Chart, documents: readonly ChartedDocument[], findingsOf: FindingsOf): Entry[] {
  const { teams, channels, serviceOfDocument, linksOfService } = index(chart);
  const facts = factsOf(chart);
  const ownerName = (owner: string | undefined) => (owner === undefined ? '' : (teams.get(owner)?.name ?? owner));
  const services = chart.services.map(service => ({
    ...entry('service', service, facts.ofService(service)),
    context: ownerName(service.owner) || (service.domain ?? ''),
    about: about(service, service.domain, ownerName(service.owner), ...service.protocols),
  }));
  const ofChannels = chart.channels.map(channel => ({
    ...entry('channel', channel, { ...channel, servers: channel.brokers }),
    context:
      channel.address !== null && channel.address !== channel.name ? channel.address : channel.protocols.join(', '),
    aliases: channel.address === null ? [] : [channel.address],
    about: about(channel, channel.domain, ownerName(channel.owner), ...channel.protocols),
  }));
  const ofMessages = chart.messages.map(message => ({
    ...entry('message', message, facts.ofMessage(message)),
    context: message.channels.map(id => channels.get(id)?.address ?? channels.get(id)?.name ?? id).join(', '),
    aliases: message.title === undefined ? [] : [message.title],
    about: about(message, message.domain, ownerName(message.owner)),
  }));
  const ofTeams = chart.teams.map(team => ({
    ...entry('team', team, { ...NO_FACTS, owner: team.id }),
    context: team.email ?? '',
    aliases: team.email === undefined ? [team.id] : [team.id, team.email],
  }));
  const ofDomains = chart.domains.map(domain => entry('domain', domain, { ...NO_FACTS, domain: domain.id }));
  const ofServers = chart.brokers.map(({ id, host, protocol, names }) => ({
    ...entry('server', { id, name: host }, { ...NO_FACTS, protocols: [protocol], servers: [id] }),
    context: names.join(', '),
    aliases: [id, ...names],
    about: protocol,
  }));
  const ofDocuments = documents.flatMap(({ id, contract }) => {
    const service = serviceOfDocument.get(id);
    const shared = service ? facts.ofService(service) : NO_FACTS;
    const name = contract.info.title || id;
    const own = { ...shared, messages: [] };
    const schemas = namedSchemas(contract).map(({ aliases, about: said, ...schema }) => ({
      ...entry('schema', schema, own),
      ...{ document: id, context: name, aliases, about: said },
    }));
    return [{ ...entry('document', { id, name }, shared), context: id, aliases: [id] }, ...schemas];
  });
  const ofFindings = documents.flatMap(({ id, contract }) => {
    const service = serviceOfDocument.get(id);
    const shared = { ...(service ? facts.ofService(service) : NO_FACTS), messages: [] };
    const byCode = Map.groupBy(findingsOf(id), finding => finding.code);
    return [...byCode].map(([code, [first, ...more]]) => ({
      ...entry('finding', { id: code, name: first?.message ?? code }, shared),
      document: id,
      context: `${contract.info.title || id}${more.length > 0 ? `, ${more.length + 1} times` : ''}`,
      aliases: [code],
      about: first?.severity ?? '',
    }));
  });
  return [
    ...services,
    ...ofChannels,
    ...ofMessages,
    ...ofTeams,
    ...ofDomains,
    ...ofServers,
    ...ofDocuments,
    ...ofFindings,
  ];

  function factsOf({ channels: known }: Chart) {
    const byId = new Map(known.map(channel => [channel.id, channel]));
    const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];
    return {
      ofService({ id, owner, domain, protocols, tags }: ServiceNode): Facts {
        const links = linksOfService.get(id) ?? [];
        const messages = union(links.map(({ message }) => (message === undefined ? [] : [message])));
        const servers = union(links.map(({ channel }) => byId.get(channel)?.brokers ?? []));
        return { owner, domain, protocols, tags, servers, messages };
      },
      ofMessage: (message: MessageNode) => messageFacts(chart, message),
    };
  }
}

/** What filters ask of a message: its protocols and servers are those of its channels. */
export function messageFacts(chart: Chart, { id, owner, domain, tags, channels }: MessageNode): Facts {
  const known = index(chart).channels;
  const of = (list: 'protocols' | 'brokers') => [...new Set(channels.flatMap(key => known.get(key)?.[list] ?? []))];
  return { owner, domain, tags, protocols: of('protocols'), servers: of('brokers'), messages: [id] };
}

function entry(kind: SearchKind, { id, name }: { id: string; name: string }, facts: Facts): Entry {
  const { owner, domain, protocols, tags, servers, messages } = facts;
  return {
    kind,
    id,
    name,
    context: '',
    aliases: [],
    about: '',
    facts: { owner, domain, protocols, tags, servers, messages },
  };
}

type Told = Pick<ServiceNode, 'summary' | 'description' | 'tags'>;

function about({ summary, description, tags }: Told, ...more: readonly (string | undefined)[]): string {
  return [summary, description, ...tags, ...more].filter(Boolean).join(' ');
}

/** The schemas of a contract that have a name of their own. */
const namedSchemas = onceFor(contract =>
  contract.schemas.flatMap(({ id, definition, origin }) => {
    const name = componentName(origin.pointer);
    if (name === undefined) return [];
    const { title, description } = isDescribed(definition) ? definition : {};
    return [{ id, name, aliases: typeof title === 'string' ? [title] : [], about: String(description ?? '') }];
  }),
);

/** The name under which a schema is kept for others to refer to; undefined for one that stands where it is used. */
function componentName(pointer: string): string | undefined {
  const key = /^\/?(?:components\/schemas|definitions|\$defs)\/([^/]+)$/.exec(
    pointer.replace(/^#/, '').replace(/^\//, ''),
  );
  return key?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isDescribed(definition: unknown): definition is { title?: unknown; description?: unknown } {
  return typeof definition === 'object' && definition !== null;
}
