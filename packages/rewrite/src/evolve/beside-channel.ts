import { isObject, type JsonObject } from '@portolan/base';
import type { Channel } from '@portolan/contract';
import { insertMember } from '../edit/insert.ts';
import { faults } from '../faults.ts';
import { isOld, leadsTo, onShelf, type Writing } from './beside-message.ts';
import { deprecate, withoutEnding } from './deprecate.ts';
import { versionedAddress, versionedName } from './names.ts';
import { below, moved, type Place, referenceTo, traitMembers } from './pages.ts';

/** The document itself, where channels and operations have their keys. */
interface Root extends Writing {
  readonly source: string;
  /** What stands for the new message where something refers to it. */
  readonly asMember: (inside: Place) => unknown;
}

/**
 * Puts the new message into new channels beside those of the old one, with operations like theirs. A channel that has
 * nothing but the old message is to go with it. Gives the new addresses.
 */
export function besideChannel(writing: Writing, sunset: string | undefined): string[] {
  const { pages, contract, old, shelf, value, to } = writing;
  let shelved: Place | undefined;
  const source = contract.origin.source;
  const asMember = (inside: Place) => {
    // A message that is written into its channel goes into the new one in the same way.
    if (old.source === inside.source && old.pointer.startsWith(`${inside.pointer}/`))
      return moved(value, old.source, source);
    shelved ??= onShelf(pages, shelf, value, to);
    return { $ref: referenceTo(shelved, source) };
  };
  const root = { ...writing, source, asMember };
  const channels = contract.channels.filter(({ messages }) => messages.includes(writing.message.id));
  const { operations } = contract;
  const answers = channels.find(({ id }) =>
    operations.some(({ reply, channel }) => reply?.channel === id && channel !== id),
  );
  if (answers)
    throw faults.EVOLVE_UNABLE({
      message: writing.message.id,
      reason: `the channel ${answers.id} is for replies, and nobody can say which request would get the new ones`,
    });
  const addresses: string[] = [];
  for (const channel of channels) {
    const address = isOld(contract) ? oldChannel(root, channel) : newChannel(root, channel);
    addresses.push(address ?? versionedName(channel.id, to));
    if (channel.messages.length === 1)
      deprecate(
        pages,
        pages.follow(channel.origin),
        addresses.at(-1) ?? '',
        sunset,
        isOld(contract) ? 'deprecated' : 'x-deprecated',
      );
  }
  if (addresses.length === 0) throw faults.EVOLVE_UNABLE({ message: writing.message.id, reason: 'no channel has it' });
  return addresses;
}

function newChannel(root: Root, channel: Channel): string | undefined {
  const { pages, contract, old, to, source, asMember } = root;
  const place = pages.follow(channel.origin);
  const raw = pages.valueAt(place) as JsonObject;
  const members = isObject(raw.messages) ? raw.messages : {};
  const key = Object.keys(members).find(name => leadsTo(pages, below(place, 'messages', name), old));
  if (key === undefined)
    throw faults.EVOLVE_UNABLE({ message: root.message.id, reason: 'its channel does not list it' });
  const [id, member] = [versionedName(channel.id, to), versionedName(key, to)];
  const address = typeof raw.address === 'string' ? versionedAddress(raw.address, to) : undefined;
  const made = {
    ...withoutEnding(moved(raw, place.source, source) as JsonObject),
    ...(address !== undefined && { address }),
    messages: { [member]: asMember(below(place, 'messages')) },
  };
  const channels = { source, pointer: '/channels' };
  put(root, channels, id, made, channel.id);
  for (const operation of contract.operations) {
    if (operation.channel !== channel.id || !operation.messages.includes(root.message.id)) continue;
    const there = pages.follow(operation.origin);
    const copy = withoutEnding(moved(pages.valueAt(there), there.source, source) as JsonObject);
    const home = below(channels, id);
    put(
      root,
      { source, pointer: '/operations' },
      versionedName(operation.id, to),
      {
        ...copy,
        channel: { $ref: referenceTo(home, source) },
        ...(copy.messages !== undefined && {
          messages: [{ $ref: referenceTo(below(home, 'messages', member), source) }],
        }),
      },
      operation.id,
    );
  }
  return address;
}

/** AsyncAPI 2, where operations stand in their channel, and the address is its key. */
function oldChannel(root: Root, channel: Channel): string {
  const { pages, contract, to, source, asMember } = root;
  const place = pages.follow(channel.origin);
  const { publish, subscribe, ...rest } = pages.valueAt(place) as JsonObject;
  const made: Record<string, unknown> = { ...withoutEnding(moved(rest, place.source, source) as JsonObject) };
  for (const { origin, channel: id, messages, verb } of contract.operations) {
    const raw = verb === 'publish' ? publish : subscribe;
    if (id !== channel.id || !messages.includes(root.message.id) || !isObject(raw)) continue;
    if (traitMembers(pages, below(place, verb)).has('operationId'))
      throw faults.EVOLVE_UNABLE({ message: root.message.id, reason: 'the id of its operation comes from a trait' });
    const { operationId } = raw;
    made[verb] = {
      ...withoutEnding(moved(raw, place.source, source) as JsonObject),
      ...(typeof operationId === 'string' && { operationId: versionedName(operationId, to) }),
      message: asMember(origin),
    };
  }
  const address = versionedAddress(channel.id, to);
  put(root, { source, pointer: '/channels' }, address, made, channel.id);
  return address;
}

function put({ pages }: Root, holder: Place, key: string, value: unknown, after: string): void {
  const there = pages.valueAt(holder);
  if (isObject(there) && Object.hasOwn(there, key)) throw faults.EVOLVE_TAKEN({ name: key });
  pages.edit(holder.source, file => insertMember(file, holder, key, value, after));
}
