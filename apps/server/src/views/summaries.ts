import type { ChannelNode, Link, MessageNode, ServiceNode, TeamNode } from '@portolan/chart';
import { type Action, writtenOf } from '@portolan/contract';
import type { CatalogDocument } from '@portolan/control';
import type {
  ChannelSummary,
  DocumentSummary,
  LinkView,
  MessageSummary,
  ServiceSummary,
  TeamSummary,
} from '../port.ts';
import { countsOf, distinct } from './counts.ts';
import type { Known } from './known.ts';

/** A service as lists show it; `sends` and `receives` count messages, and channels where no message is named. */
export function serviceSummary(known: Known, service: ServiceNode): ServiceSummary {
  const links = linksIn(known.linksOfService, service.id).filter(({ through }) => through === undefined);
  return {
    ...service,
    ...ownerName(known, service),
    sends: distinct(withAction(links, 'send'), messageOrChannel),
    receives: distinct(withAction(links, 'receive'), messageOrChannel),
    findings: countsOf(service.documents.flatMap(known.findingsOf)),
  };
}

/** A channel as lists show it; `senders` and `receivers` count services. */
export function channelSummary(known: Known, channel: ChannelNode): ChannelSummary {
  return { ...channel, ...ownerName(known, channel), ...parties(linksIn(known.linksOfChannel, channel.id)) };
}

/** A message as lists show it; `senders` and `receivers` count services. */
export function messageSummary(known: Known, message: MessageNode): MessageSummary {
  const payloadFormat = payloadFormatOf(known, message);
  return {
    ...message,
    ...ownerName(known, message),
    ...parties(linksIn(known.linksOfMessage, message.id)),
    ...(payloadFormat !== undefined && { payloadFormat }),
  };
}

/** A team with how much it owns. */
export function teamSummary(known: Known, team: TeamNode): TeamSummary {
  const { services, channels, messages } = known.ownedBy(team.id);
  return {
    ...team,
    services: services.length,
    channels: channels.length,
    messages: messages.length,
    findings: countsOf(services.flatMap(service => service.documents).flatMap(known.findingsOf)),
  };
}

/** A document as lists show it. */
export function documentSummary(known: Known, document: CatalogDocument): DocumentSummary {
  const { id, source, path, title, contract, revision, at } = document;
  const service = known.serviceOfDocument.get(id)?.id;
  return {
    id,
    source,
    path,
    title,
    version: contract?.info.version ?? '',
    ...(contract && !document.stale && writtenOf(contract)),
    ...(document.stale && { stale: true as const }),
    ...(service !== undefined && { service }),
    findings: countsOf(known.findingsOf(id)),
    ...(document.suppressed > 0 && { suppressed: document.suppressed }),
    ...(document.score && { score: document.score.points }),
    ...(document.beside?.committed && { committed: document.beside.committed }),
    revision,
    at,
  };
}

/** A link with the names of what it joins. */
export function linkView(known: Known, link: Link): LinkView {
  const service = known.services.get(link.service);
  const channel = known.channels.get(link.channel);
  return {
    ...link,
    serviceName: service?.name ?? link.service,
    channelName: channel?.name ?? link.channel,
    channelAddress: channel?.address ?? null,
    ...(link.through && { throughName: addressIn(known, link.through.channel) }),
    ...(link.message !== undefined && { messageName: known.messages.get(link.message)?.name ?? link.message }),
    ...(service?.owner !== undefined && { owner: service.owner }),
    ...(service && ownerName(known, service)),
  };
}

/** The address of a channel; where it has none, its name. */
export function addressIn(known: Known, id: string): string {
  const channel = known.channels.get(id);
  return channel?.address ?? channel?.name ?? id;
}

/** The links of one thing in an index. */
export function linksIn(links: ReadonlyMap<string, readonly Link[]>, id: string): readonly Link[] {
  return links.get(id) ?? [];
}

/** The links of one direction. */
export function withAction(links: readonly Link[], action: Action): readonly Link[] {
  return links.filter(link => link.action === action);
}

/** The name of the owner of a thing, where it has one. */
export function ownerName(known: Known, { owner }: { readonly owner?: string }): { ownerName?: string } {
  const name = owner === undefined ? undefined : known.teams.get(owner)?.name;
  return name === undefined ? {} : { ownerName: name };
}

function messageOrChannel({ message, channel }: Link): string {
  return message ?? `on ${channel}`;
}

function parties(links: readonly Link[]): { senders: number; receivers: number } {
  return {
    senders: distinct(withAction(links, 'send'), link => link.service),
    receivers: distinct(withAction(links, 'receive'), link => link.service),
  };
}

function payloadFormatOf(known: Known, message: MessageNode): string | undefined {
  for (const { document, id } of message.described) {
    const contract = known.snapshot.documents.get(document)?.contract;
    const payload = contract?.messages.find(candidate => candidate.id === id)?.payload;
    const schema = contract?.schemas.find(candidate => candidate.id === payload);
    if (schema) return schema.format;
  }
  return undefined;
}
