import type { Action, Channel, Direction, MessageId, Operation, Parameter, Server, ServerId } from '../model.ts';
import { compact, text, texts, unique } from '../normalise/common.ts';
import { splitUrl } from '../normalise/servers.ts';
import { type Cursor, isObject, items, type Json, member, originOf } from '../resolve/cursor.ts';
import { firstOf } from './lookup.ts';
import { asObject, describedAs } from './messages.ts';
import { addressIn, type Protocol, protocolOf, serverProtocol } from './protocols.ts';

/** Gathers what the endpoints of a registry are: servers, channels, and what a client does there. */
export interface EndpointCollector {
  collect(id: string, at: Cursor, messages: readonly MessageId[]): void;
  readonly servers: readonly Server[];
  channels(): Channel[];
  readonly operations: readonly Operation[];
}

/** The roles of a client, and which way messages flow for it. */
const ACTIONS: Readonly<Record<string, Action>> = { producer: 'send', consumer: 'receive', subscriber: 'receive' };

export function createEndpointCollector(): EndpointCollector {
  const servers: Server[] = [];
  const serverIds = new Set<string>();
  /** By what makes two endpoints one place: protocol, servers and address. */
  const places = new Map<string, string>();
  const channels = new Map<string, Channel>();
  const operations: Operation[] = [];
  const operationIds = new Set<string>();
  return { collect, servers, channels: () => [...channels.values()], operations };

  function collect(id: string, at: Cursor, messages: readonly MessageId[]): void {
    if (!isObject(at.value)) return;
    const protocol = protocolOf(text(protocolAt(at).value));
    const usage = usageOf(at);
    const options = optionsOf(at);
    const own = urlsOf(at).map(url => server(url, protocol, at));
    const control = usage.length > 0 && usage.every(role => role === 'subscriber') && protocol?.name === 'http';
    const address = control ? undefined : (addressIn(protocol?.name, options) ?? own.find(({ path }) => path)?.path);
    const on = control ? [] : [...new Set(own.map(each => each.id))];
    const channel = channelAt(id, at, { address, servers: on, protocol, control, messages });
    const actions = new Set(usage.map(role => ACTIONS[role] as Action));
    for (const action of actions) {
      const roles = usage.filter(role => ACTIONS[role] === action);
      const direction: Direction = {
        action,
        confidence: 'stated',
        evidence: roles.map(says => ({ kind: 'verb' as const, says, points: action })),
      };
      const name = unique(actions.size === 1 ? id : `${id} ${action}`, operationIds);
      operationIds.add(name);
      const bindings = bindingsOf(protocol?.name, action, options);
      const facts = { action, verb: action, channel, messages, security: [], bindings, direction };
      operations.push({ id: name, ...describedAs(at), ...facts });
    }
  }

  function channelAt(id: string, at: Cursor, facts: Facts): string {
    const { address, servers: on, protocol, control, messages } = facts;
    const place = address === undefined ? `endpoint ${id}` : JSON.stringify([protocol?.name, [...on].sort(), address]);
    const before = places.get(place);
    const known = before === undefined ? undefined : channels.get(before);
    if (known) {
      channels.set(known.id, { ...known, messages: [...new Set([...known.messages, ...messages])] });
      return known.id;
    }
    const called = text(member(at, 'channel').value) ?? id;
    const key = unique(called, channels);
    places.set(place, key);
    const own = compact({
      id: key,
      ...describedAs(at),
      title: text((at.value as Json).name),
      address: address ?? null,
      elsewhere: control ? (true as const) : undefined,
      servers: on,
      parameters: parametersOf(address ?? '', at),
      messages: [...messages],
      bindings: on.length === 0 && protocol ? { [protocol.name]: {} } : {},
    });
    channels.set(key, own);
    return key;
  }

  function server(url: string, protocol: Protocol | undefined, at: Cursor): { id: ServerId; path: string | undefined } {
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1];
    const { host, pathname } = splitUrl(url);
    const name = serverProtocol(scheme, protocol?.name);
    const path = protocol?.name === 'http' ? (pathname ?? '/') : pathname?.slice(1);
    const same = servers.find(known => known.host === host && known.protocol === name);
    if (same) return { id: same.id, path };
    const id = unique(host, serverIds);
    serverIds.add(id);
    servers.push(
      compact({
        id,
        host,
        protocol: name,
        protocolVersion: protocol?.version,
        variables: [],
        security: [],
        bindings: {},
        tags: [],
        extensions: {},
        origin: originOf(at),
      }),
    );
    return { id, path };
  }
}

interface Facts {
  readonly address: string | undefined;
  readonly servers: readonly ServerId[];
  readonly protocol: Protocol | undefined;
  readonly control: boolean;
  readonly messages: readonly MessageId[];
}

/** Drafts kept protocol, addresses and options together in `config`. */
export function protocolAt(at: Cursor): Cursor {
  const own = member(at, 'protocol');
  return own.value === undefined ? member(member(at, 'config'), 'protocol') : own;
}

function usageOf(at: Cursor): string[] {
  const { value } = member(at, 'usage');
  const roles = typeof value === 'string' ? [value] : texts(value);
  return [...new Set(roles)].filter(role => Object.hasOwn(ACTIONS, role));
}

function optionsOf(at: Cursor): Json {
  const { options, ...config } = asObject(member(at, 'config').value);
  return { ...config, ...asObject(options), ...asObject(firstOf(at, 'protocoloptions').value) };
}

/** Network addresses, preferred first: URLs, or bootstrap servers of Kafka. */
function urlsOf(at: Cursor): string[] {
  const places = [member(at, 'protocoloptions'), member(at, 'config'), at].map(owner => member(owner, 'endpoints'));
  return places.flatMap(items).flatMap(({ value }) => {
    if (typeof value === 'string') return [value];
    if (!isObject(value)) return [];
    const single = text(value.uri) ?? text(value.url);
    return [...(single === undefined ? [] : [single]), ...texts(value['bootstrap.servers'])];
  });
}

/** A registry declares no parameters; an address names them all the same. */
function parametersOf(address: string, at: Cursor): Parameter[] {
  const names = new Set(Array.from(address.matchAll(/\{([^{}]+)\}/g), match => match[1] as string));
  return [...names].map(name => ({ name, origin: originOf(at) }));
}

function bindingsOf(protocol: string | undefined, action: Action, options: Json): Operation['bindings'] {
  const said = (entries: Json) =>
    Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
  if (protocol === 'http' && action === 'send') {
    return { http: said({ method: text(options.method)?.toUpperCase() ?? 'POST', bindingVersion: '0.3.0' }) };
  }
  const group = text(options.consumergroup);
  if (protocol === 'kafka' && group !== undefined) {
    return { kafka: { groupId: { type: 'string', const: group }, bindingVersion: '0.5.0' } };
  }
  const { qos, retain } = options;
  if (protocol !== 'mqtt' || (qos === undefined && retain === undefined)) return {};
  return { mqtt: said({ qos, retain: action === 'send' ? retain : undefined, bindingVersion: '0.2.0' }) };
}
