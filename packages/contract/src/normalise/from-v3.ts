import type {
  Channel,
  ChannelId,
  MessageId,
  Operation,
  Parameter,
  Reply,
  SecurityRequirement,
  Server,
} from '../model.ts';
import { type Cursor, isObject, items, member, members, originOf, referenceOf } from '../resolve/cursor.ts';
import { nameOf, targetOf } from '../resolve/location.ts';
import { bindings, compact, described, text, texts } from './common.ts';
import type { Context, Parts } from './parts.ts';
import { createSchemeCollector, type SchemeCollector } from './security.ts';
import { serverFacts, withoutUser } from './servers.ts';
import { withTraits } from './trait.ts';

/** The facts of an AsyncAPI 3.x document. */
export function fromV3(context: Context): Parts {
  const { root, resolver, messages } = context;
  const schemes = createSchemeCollector(member(root, 'components'), resolver);
  const serverIds = new Map<string, string>();
  const servers = members(member(root, 'servers')).flatMap(([id, entry]) => server(id, entry));
  const channelIds = new Map<string, ChannelId>();
  const messageIds = new Map<string, MessageId>();
  const messagesIn = new Map<ChannelId, readonly MessageId[]>();
  const channels: Channel[] = [];
  for (const [id, entry] of members(member(root, 'channels'))) channel(id, entry);
  const operations = members(member(root, 'operations')).flatMap(([id, entry]) => operation(id, entry));
  return { servers, channels, operations, securitySchemes: schemes.schemes() };

  function server(id: string, entry: Cursor): Server[] {
    const at = resolver.follow(entry);
    if (!at || !isObject(at.value)) return [];
    serverIds.set(place(at), id);
    const host = withoutUser(text(at.value.host) ?? '');
    const facts = { id, ...serverFacts(at, resolver), host, pathname: text(at.value.pathname) };
    return [compact({ ...facts, security: security(member(at, 'security'), schemes) })];
  }

  function channel(id: ChannelId, entry: Cursor): void {
    const at = resolver.follow(entry);
    if (!at || !isObject(at.value)) return;
    channelIds.set(place(entry), id);
    if (!channelIds.has(place(at))) channelIds.set(place(at), id);
    const found = new Set<MessageId>();
    for (const [key, message] of members(member(at, 'messages'))) {
      const messageId = messages.collect(message, `${id}.${key}`);
      if (messageId === undefined) continue;
      found.add(messageId);
      messageIds.set(place(resolver.follow(message) as Cursor), messageId);
    }
    messagesIn.set(id, [...found]);
    channels.push({
      id,
      ...described(at, resolver),
      address: text(at.value.address) ?? null,
      servers: items(member(at, 'servers')).flatMap(ref => {
        const target = resolver.follow(ref);
        const known = target && serverIds.get(place(target));
        return known === undefined ? [] : [known];
      }),
      parameters: members(member(at, 'parameters')).flatMap(([name, parameter]) => parameterOf(name, parameter)),
      messages: [...found],
      bindings: bindings(member(at, 'bindings'), resolver),
    });
  }

  function parameterOf(name: string, entry: Cursor): Parameter[] {
    const value = resolver.follow(entry)?.value;
    // A parameter that cannot be read has a name all the same, and that is said already.
    if (!isObject(value)) return [{ name, origin: originOf(entry) }];
    return [
      compact({
        name,
        description: text(value.description),
        enum: Array.isArray(value.enum) ? texts(value.enum) : undefined,
        default: text(value.default),
        examples: Array.isArray(value.examples) ? texts(value.examples) : undefined,
        location: text(value.location),
        origin: originOf(entry),
      }),
    ];
  }

  function operation(id: string, entry: Cursor): Omit<Operation, 'direction'>[] {
    const plain = resolver.follow(entry);
    if (!plain || !isObject(plain.value)) return [];
    const at = withTraits(plain, 3, resolver);
    const action = text((at.value as Record<string, unknown>).action);
    const channelId = channelOf(member(at, 'channel'));
    if (channelId === undefined || (action !== 'send' && action !== 'receive')) return [];
    return [
      compact({
        id,
        ...described(at, resolver),
        action,
        verb: action,
        channel: channelId,
        messages: messagesOf(member(at, 'messages'), channelId),
        reply: reply(member(at, 'reply')),
        security: security(member(at, 'security'), schemes),
        bindings: bindings(member(at, 'bindings'), resolver),
      }),
    ];
  }

  /** The written pointer decides before its target does: two channels may be references to one component. */
  function channelOf(at: Cursor): ChannelId | undefined {
    const reference = referenceOf(at.value);
    if (reference === undefined) return undefined;
    const { location, pointer } = targetOf(reference, at.source);
    const written = channelIds.get(`${location}#${pointer}`);
    if (written !== undefined) return written;
    const target = resolver.follow(at);
    if (!target || !isObject(target.value)) return undefined;
    if (!channelIds.has(place(target))) channel(nameOf(target.source, target.pointer), target);
    return channelIds.get(place(target));
  }

  /** Absent means all messages of the channel; an empty list means none. */
  function messagesOf(at: Cursor, channelId: ChannelId): MessageId[] {
    if (at.value === undefined) return [...(messagesIn.get(channelId) ?? [])];
    return items(at).flatMap(ref => {
      const target = resolver.follow(ref);
      const known =
        target && (messageIds.get(place(target)) ?? messages.collect(ref, nameOf(target.source, target.pointer)));
      return known === undefined ? [] : [known];
    });
  }

  function reply(entry: Cursor): Reply | undefined {
    const at = entry.value === undefined ? undefined : resolver.follow(entry);
    if (!at || !isObject(at.value)) return undefined;
    const address = resolver.follow(member(at, 'address'))?.value;
    const channelId = channelOf(member(at, 'channel'));
    return compact({
      location: isObject(address) ? text(address.location) : undefined,
      channel: channelId,
      messages: channelId === undefined ? [] : messagesOf(member(at, 'messages'), channelId),
    });
  }

  function security(at: Cursor, collector: SchemeCollector): SecurityRequirement[] {
    return items(at).flatMap(entry => {
      const scheme = collector.collect(entry);
      return scheme === undefined ? [] : [scheme];
    });
  }
}

function place(at: Cursor): string {
  return `${at.source}#${at.pointer}`;
}
