import { compareText } from '@portolan/base';
import type {
  DescribedIn,
  DocsBroker,
  DocsChannel,
  DocsCover,
  DocsDocument,
  DocsDomain,
  DocsInput,
  DocsLink,
  DocsMessage,
  DocsService,
  DocsTeam,
} from './model.ts';

/** The input by ids: what pages are plain functions of. */
export interface Known {
  readonly input: DocsInput;
  readonly services: ReadonlyMap<string, DocsService>;
  readonly channels: ReadonlyMap<string, DocsChannel>;
  readonly messages: ReadonlyMap<string, DocsMessage>;
  readonly teams: ReadonlyMap<string, DocsTeam>;
  readonly domains: ReadonlyMap<string, DocsDomain>;
  readonly brokers: ReadonlyMap<string, DocsBroker>;
  readonly documents: ReadonlyMap<string, DocsDocument>;
  /** The service that a document describes, by the document's id. */
  readonly serviceOf: ReadonlyMap<string, DocsService>;
  linksOfService(id: string): readonly DocsLink[];
  linksOfChannel(id: string): readonly DocsLink[];
  linksOfMessage(id: string): readonly DocsLink[];
  /** The channel of the chart that a document describes under an id of its own. */
  channelIn(document: string, id: string): DocsChannel | undefined;
  /** The message of the chart that a document describes under an id of its own. */
  messageIn(document: string, id: string): DocsMessage | undefined;
  channelsOfBroker(id: string): readonly DocsChannel[];
  /** The other ends of a link: opposite action, same channel, same message; a side that names none may mean any. */
  facing(link: DocsLink): readonly DocsLink[];
  /** The channels that the address of a channel takes in, and those whose addresses take it in. */
  covering(id: string): { readonly takesIn: readonly DocsCover[]; readonly takenInBy: readonly DocsCover[] };
}

/** Whether a document states the link itself, rather than that it follows from a pattern. */
export function isOwn({ through }: DocsLink): boolean {
  return through === undefined;
}

/** Looks up everything that pages need, once. */
export function known(input: DocsInput): Known {
  const { chart, documents } = input;
  const byService = Map.groupBy(chart.links, link => link.service);
  const byChannel = Map.groupBy(chart.links, link => link.channel);
  const byMessage = Map.groupBy(chart.links, link => link.message ?? '');
  const byBroker = new Map<string, DocsChannel[]>();
  for (const channel of chart.channels)
    for (const broker of channel.brokers) byBroker.set(broker, [...(byBroker.get(broker) ?? []), channel]);
  const takesIn = Map.groupBy(chart.covers ?? [], cover => cover.channel);
  const takenInBy = Map.groupBy(chart.covers ?? [], cover => cover.covered);
  const [channelsIn, messagesIn] = [byDescription(chart.channels), byDescription(chart.messages)];
  return {
    input,
    services: byId(chart.services),
    channels: byId(chart.channels),
    messages: byId(chart.messages),
    teams: byId(chart.teams),
    domains: byId(chart.domains),
    brokers: byId(chart.brokers),
    documents: byId(documents),
    serviceOf: new Map(chart.services.flatMap(service => service.documents.map(id => [id, service] as const))),
    linksOfService: id => byService.get(id) ?? [],
    linksOfChannel: id => byChannel.get(id) ?? [],
    linksOfMessage: id => byMessage.get(id) ?? [],
    channelIn: (document, id) => channelsIn.get(`${document}\n${id}`),
    messageIn: (document, id) => messagesIn.get(`${document}\n${id}`),
    channelsOfBroker: id => byBroker.get(id) ?? [],
    covering: id => ({ takesIn: takesIn.get(id) ?? [], takenInBy: takenInBy.get(id) ?? [] }),
    facing: link =>
      (byChannel.get(link.channel) ?? []).filter(
        other =>
          other.action !== link.action &&
          other.service !== link.service &&
          (other.message === link.message || other.message === undefined || link.message === undefined),
      ),
  };
}

/** Services at the other ends of links, each once, sorted by name, with the links that make them so. */
export function others(
  world: Known,
  links: readonly DocsLink[],
): { readonly service: DocsService; readonly links: readonly DocsLink[] }[] {
  const found = new Map<string, DocsLink[]>();
  for (const own of links)
    for (const { service } of world.facing(own)) found.set(service, [...(found.get(service) ?? []), own]);
  const all = [...found].flatMap(([id, makers]) => {
    const service = world.services.get(id);
    return service ? [{ service, links: [...new Set(makers)] }] : [];
  });
  return all.sort((a, b) => compareText(a.service.name, b.service.name));
}

/** Things by their names, then ids: how people look for them. */
export function byName<T extends { readonly id: string; readonly name: string }>(things: readonly T[]): T[] {
  return [...things].sort((a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.id, b.id));
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map(thing => [thing.id, thing]));
}

function byDescription<T extends { readonly described: readonly DescribedIn[] }>(things: readonly T[]): Map<string, T> {
  return new Map(
    things.flatMap(thing => thing.described.map(({ document, id }) => [`${document}\n${id}`, thing] as const)),
  );
}
