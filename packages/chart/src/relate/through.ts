import type { ChannelKey, Cover, Link, MessageKey } from '../model.ts';
import { fieldsOf } from './fields.ts';
import type { MessageGroup, MessageMatch } from './messages.ts';
import { identitiesOf } from './schema-identity.ts';

/**
 * The links that covers make: who receives from a channel whose address is a pattern also receives what is sent on those
 * that it covers. Such a link says through which channel, and never replaces one that a document states itself.
 *
 * Which message of the covered channel it is: the one of the same name, else of the same schema, else the only one that
 * has the same fields, and that is uncertain. None where no name, schema or field says so.
 *
 * Nothing follows from a parameter whose values nobody lists.
 */
export function linksThrough(links: readonly Link[], covers: readonly Cover[], messages: MessageMatch): Link[] {
  if (covers.length === 0) return [];
  const own = new Set(links.map(keyOf));
  const received = Map.groupBy(
    links.filter(({ action }) => action === 'receive'),
    ({ channel }) => channel,
  );
  const onChannel = groupsByChannel(messages);
  const byKey = new Map(messages.groups.map(group => [group.id, group]));
  const found = new Map<string, Link>();
  for (const { channel, covered, by, confidence } of covers) {
    if (by === 'parameter') continue;
    flow(covered, channel, confidence === 'uncertain');
    // Nobody sends to a wildcard, but one may send to each of some listed values.
    if (by === 'values') flow(channel, covered, confidence === 'uncertain');
  }
  return [...found.values()];

  /** Who receives on one channel receives what is sent on another. */
  function flow(from: ChannelKey, to: ChannelKey, uncertain: boolean): void {
    for (const link of received.get(to) ?? []) {
      const meant = messagesFor(link, onChannel.get(from) ?? []);
      for (const { message, doubtful } of meant) {
        const { message: heard, ...rest } = link;
        const derived: Link = {
          ...rest,
          channel: from,
          ...(message !== undefined && { message }),
          confidence: uncertain || doubtful ? 'uncertain' : link.confidence,
          through: { channel: to, ...(heard !== undefined && { message: heard }) },
        };
        const key = keyOf(derived);
        const known = found.get(key);
        const better = known?.confidence === 'uncertain' && derived.confidence !== 'uncertain';
        if (!own.has(key) && (!known || better)) found.set(key, derived);
      }
    }
  }

  function messagesFor({ message }: Link, there: readonly MessageGroup[]): readonly Meant[] {
    const heard = message === undefined ? undefined : byKey.get(message);
    if (!heard || there.length === 0) return [{ doubtful: false }];
    const named = there.filter(({ name }) => name === heard.name);
    if (named.length > 0) return named.map(({ id }) => ({ message: id, doubtful: false }));
    const identities = new Set(heard.members.flatMap(identitiesOf));
    const same = there.filter(({ members }) => members.flatMap(identitiesOf).some(each => identities.has(each)));
    if (same.length > 0) return same.map(({ id }) => ({ message: id, doubtful: false }));
    const shape = shapeOf(heard);
    const alike = shape === undefined ? [] : there.filter(other => shapeOf(other) === shape);
    return alike.length === 1 ? alike.map(({ id }) => ({ message: id, doubtful: true })) : [];
  }
}

/** A message of the covered channel; none where nobody says which messages are there. */
interface Meant {
  readonly message?: MessageKey;
  readonly doubtful: boolean;
}

function keyOf({ service, action, channel, message }: Link): string {
  return `${service}\n${action}\n${channel}\n${message ?? ''}`;
}

function groupsByChannel({ groups }: MessageMatch): Map<ChannelKey, MessageGroup[]> {
  const found = new Map<ChannelKey, Set<MessageGroup>>();
  for (const group of groups) {
    for (const channel of group.members.flatMap(member => member.channels))
      found.set(channel, (found.get(channel) ?? new Set()).add(group));
  }
  return new Map([...found].map(([channel, all]) => [channel, [...all]]));
}

/** In fewer fields two messages may be the same by accident. */
const FEWEST_FIELDS = 2;

/** The fields of a message as one text, by the definition that counts. */
export function shapeOf({ members }: MessageGroup): string | undefined {
  const [first] = members;
  const fields = first && fieldsOf(first.document.contract, first.message.id);
  return fields && fields.length >= FEWEST_FIELDS ? fields.join('\n') : undefined;
}
