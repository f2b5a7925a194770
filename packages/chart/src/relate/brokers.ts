import { compareText } from '@portolan/base';
import type { Server } from '@portolan/contract';
import type { BrokerNode, ChartedDocument } from '../model.ts';
import { familyOf, isUsualPort, pathMatters, usualPort } from './protocols.ts';

/** A broker as one server object of a document names it. */
export interface Place {
  /** Equal for the same broker, however a document writes it. */
  readonly id: string;
  readonly host: string;
  readonly protocol: string;
}

/**
 * The brokers that a server names: one, or several where the host is a list of them as Kafka clients take it. None when
 * it names no host. Variables stay as written, because their values are chosen where the application runs.
 */
export function placesOf(server: Server): readonly Place[] {
  const protocol = familyOf(server.protocol);
  const path = pathMatters(protocol) ? (server.pathname ?? '').replace(/\/+$/, '') : '';
  const hosts = server.host.split(',').map(host => hostOf(host));
  return hosts.filter(Boolean).map(written => {
    const [name, port = usualPort(server.protocol)] = splitPort(written);
    const host = port === undefined ? name : `${name}:${port}`;
    const same = port === undefined || isUsualPort(protocol, port) ? name : host;
    return { id: `${protocol}://${same}${path}`, host, protocol };
  });
}

/** The family of protocols that the id of a broker begins with. */
export function familyIn(broker: string): string | undefined {
  return broker.split('://')[0];
}

/** Most brokers that the variables of one server are written out into. */
const MOST_NAMED = 64;

/**
 * The brokers that a server may mean by the listed and default values of its variables. `{region}.example.com` is
 * `eu.example.com` where `eu` is such a value; it means that broker once another document names it.
 */
export function namedPlacesOf(server: Server): readonly Place[] {
  let hosts = [server.host];
  for (const { name, enum: listed = [], default: usual } of server.variables) {
    const values = new Set([...listed, ...(usual === undefined ? [] : [usual])]);
    const mark = `{${name}}`;
    if (values.size === 0 || !server.host.includes(mark) || hosts.length * values.size > MOST_NAMED) continue;
    hosts = hosts.flatMap(host => [...values].map(value => host.replaceAll(mark, value)));
  }
  return hosts.filter(host => host !== server.host).flatMap(host => placesOf({ ...server, host }));
}

/** Every broker that some document names. Several spellings of one host show as the first of them. */
export function brokersOf(documents: readonly ChartedDocument[]): BrokerNode[] {
  const found = new Map<string, { place: Place; names: Set<string> }>();
  for (const { contract } of documents) {
    for (const server of contract.servers) {
      for (const place of placesOf(server)) {
        const known = found.get(place.id);
        if (!known) found.set(place.id, { place, names: new Set([server.id]) });
        else known.names.add(server.id);
        if (known && place.host < known.place.host) known.place = place;
      }
    }
  }
  const nodes = [...found.values()].map(({ place, names }) => ({ ...place, names: [...names].sort(compareText) }));
  return nodes.sort((a, b) => compareText(a.id, b.id));
}

/** Without scheme, path and blanks, in lower case but for the names of variables. */
function hostOf(written: string): string {
  const bare = written
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/\/.*$/, '');
  return bare.replace(/\{[^}]*\}|[^{]+/g, part => (part.startsWith('{') ? part : part.toLowerCase()));
}

function splitPort(host: string): [name: string, port?: string] {
  const port = /:(\d+|\{[^}]*\})$/.exec(host)?.[1];
  return port === undefined ? [host] : [host.slice(0, -port.length - 1), port];
}
