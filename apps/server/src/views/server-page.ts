import { type BrokerNode, brokersOfServer } from '@portolan/chart';
import { withoutSecrets } from '@portolan/checks';
import type { Contract, Server } from '@portolan/contract';
import type { ServerDescription, ServerPage, ServerSummary } from '../port.ts';
import { distinct } from './counts.ts';
import type { Known } from './known.ts';
import { channelSummary, linksIn, serviceSummary } from './summaries.ts';

/** A broker with how much is on it. */
export function serverSummary(known: Known, broker: BrokerNode): ServerSummary {
  const channels = channelsOn(known, broker);
  const links = channels.flatMap(({ id }) => linksIn(known.linksOfChannel, id));
  return { ...broker, channels: channels.length, services: distinct(links, link => link.service) };
}

/** Everything about one broker or host; undefined when there is none of this id. */
export function serverPage(known: Known, id: string): ServerPage | undefined {
  const broker = known.brokers.get(id);
  if (!broker) return undefined;
  const channels = channelsOn(known, broker);
  const using = new Set(
    channels.flatMap(channel => linksIn(known.linksOfChannel, channel.id)).map(link => link.service),
  );
  return {
    server: serverSummary(known, broker),
    channels: channels.map(channel => channelSummary(known, channel)),
    services: known.snapshot.chart.services
      .filter(service => using.has(service.id))
      .map(service => serviceSummary(known, service)),
    described: descriptionsOf(known, broker),
  };
}

function channelsOn({ snapshot }: Known, { id }: BrokerNode) {
  return snapshot.chart.channels.filter(channel => channel.brokers.includes(id));
}

/** What documents say about it, secrets masked. Documents that say the same stand together. */
function descriptionsOf({ charted }: Known, broker: BrokerNode): ServerDescription[] {
  const found = new Map<string, ServerDescription & { documents: { id: string; title: string }[] }>();
  for (const { id, contract } of charted) {
    for (const server of contract.servers) {
      if (!brokersOfServer(server).some(place => place.id === broker.id)) continue;
      const said = descriptionOf(server, contract);
      const key = JSON.stringify(said);
      const known = found.get(key) ?? { ...said, documents: [] };
      known.documents.push({ id, title: contract.info.title || id });
      found.set(key, known);
    }
  }
  return [...found.values()];
}

function descriptionOf(server: Server, contract: Contract): Omit<ServerDescription, 'documents'> {
  const { id, protocol, host, pathname = '', protocolVersion, bindings } = server;
  const description = server.description ?? server.summary;
  return withoutSecrets({
    name: id,
    url: `${protocol}://${host}${pathname}`,
    ...(protocolVersion !== undefined && { protocolVersion }),
    ...(description !== undefined && { description }),
    variables: server.variables.map(({ name, description: what, default: usual, enum: values }) => ({
      name,
      ...(what !== undefined && { description: what }),
      ...(usual !== undefined && { default: usual }),
      ...(values && { enum: values }),
    })),
    security: server.security.map(({ scheme, scopes }) => {
      const known = contract.securitySchemes.find(each => each.id === scheme);
      return {
        scheme,
        scopes,
        ...(known && { type: known.type }),
        ...(known?.description !== undefined && { description: known.description }),
      };
    }),
    bindings,
  });
}
