import { Fault, isObject, type JsonObject } from '@portolan/base';
import type { Contract, Message, Operation } from '@portolan/contract';
import { insertItem, insertMember } from '../edit/insert.ts';
import { faults } from '../faults.ts';
import { versionedName } from './names.ts';
import { below, homeOf, isSame, moved, type Pages, type Place, referenceIn, referenceTo } from './pages.ts';
import { wrapInList } from './wrap-in-list.ts';

/** A message whose new version is being written. */
export interface Writing {
  readonly pages: Pages;
  readonly contract: Contract;
  readonly message: Message;
  /** Where the old message stands. */
  readonly old: Place;
  /** What it stands in, and its key there. */
  readonly shelf: { readonly holder: Place; readonly key: string };
  /** The new message. */
  readonly value: JsonObject;
  readonly to: string;
}

/** Puts the new message into the channels and operations of the old one. Gives the addresses of new channels: none. */
export function besideMessage(writing: Writing): string[] {
  const { pages, contract, old, shelf, value, to } = writing;
  if (!isOld(contract)) {
    const made = onShelf(pages, shelf, value, to);
    const keys = inChannels(writing, made);
    for (const operation of contract.operations) inOperation(pages, operation, keys, to);
    return [];
  }
  const inOperations = contract.operations.map(({ origin }) => below(origin, 'message'));
  const inPlace = inOperations.some(place => isSame(place, old) || old.pointer.startsWith(`${place.pointer}/`));
  // Its place is all that such a message is known by, and it moves.
  if (inPlace && ['name', 'messageId'].every(key => !Object.hasOwn(value, key)))
    throw faults.EVOLVE_UNABLE({ message: writing.message.id, reason: 'it has no name, and would get another one' });
  const item = (from: string) => (inPlace ? moved(value, old.source, from) : { $ref: referenceTo(made(), from) });
  let shelved: Place | undefined;
  const made = () => (shelved ??= onShelf(pages, shelf, value, to));
  for (const place of inOperations) inOldOperation(pages, place, old, item);
  return [];
}

/** Whether the verbs of a document are those of AsyncAPI 2. */
export function isOld({ asyncapi }: Contract): boolean {
  return asyncapi?.startsWith('2.') ?? false;
}

/** Puts the new message beside the old one, and gives its place. Throws REWRITE_EVOLVE_TAKEN and REWRITE_EVOLVE_UNABLE. */
export function onShelf(pages: Pages, { holder, key }: Writing['shelf'], value: JsonObject, to: string): Place {
  const there = pages.valueAt(holder);
  const name = versionedName(key, to);
  if (!isObject(there)) throw faults.EVOLVE_UNABLE({ message: key, reason: 'it stands in a list' });
  if (Object.hasOwn(there, name)) throw faults.EVOLVE_TAKEN({ name });
  pages.edit(holder.source, file => insertMember(file, holder, name, value, key));
  return below(holder, name);
}

/** Members of channels that are the old message. Each gets the new one beside it. */
function inChannels({ pages, contract, old, to }: Writing, made: Place): Place[] {
  const keys: Place[] = [];
  for (const { origin } of contract.channels) {
    const messages = below(pages.follow(origin), 'messages');
    const there = pages.valueAt(messages);
    for (const key of Object.keys(isObject(there) ? there : {})) {
      const member = below(messages, key);
      if (!leadsTo(pages, member, old)) continue;
      keys.push(member);
      if (isSame(member, old)) continue;
      const name = versionedName(key, to);
      if (Object.hasOwn(there as JsonObject, name)) throw faults.EVOLVE_TAKEN({ name });
      const reference = { $ref: referenceTo(made, member.source) };
      pages.edit(member.source, file => insertMember(file, messages, name, reference, key));
    }
  }
  return keys;
}

/** Adds the new message where an operation lists the old one: for itself, and for its reply. */
function inOperation(pages: Pages, { origin }: Operation, keys: readonly Place[], to: string): void {
  const place = pages.follow(origin);
  for (const list of [below(place, 'messages'), below(place, 'reply', 'messages')]) {
    const items = pages.valueAt(list);
    if (!Array.isArray(items)) continue;
    for (const item of items) {
      const reference = referenceIn(item);
      const meant = reference === undefined ? undefined : pages.resolve(reference, list.source);
      const home =
        meant && keys.some(key => leadsTo(pages, meant, key) || isSame(meant, key)) ? homeOf(meant) : undefined;
      if (!home) continue;
      const next = below(home.holder, versionedName(home.key, to));
      pages.edit(list.source, file => insertItem(file, list, { $ref: referenceTo(next, list.source) }));
    }
  }
}

/** AsyncAPI 2: the message of an operation becomes one of several. */
function inOldOperation(pages: Pages, place: Place, old: Place, item: (from: string) => unknown): void {
  const there = pages.valueAt(place);
  if (!isObject(there)) return;
  const list = below(place, 'oneOf');
  const among = Array.isArray(there.oneOf) ? there.oneOf : undefined;
  const isThere = among
    ? among.some((_, index) => leadsTo(pages, below(list, String(index)), old))
    : leadsTo(pages, place, old);
  if (!isThere) return;
  if (!among) pages.edit(place.source, file => wrapInList(file, place, 'oneOf'));
  const value = item(place.source);
  pages.edit(place.source, file => insertItem(file, list, value));
}

/** Whether a place is another one, or refers to it. What leads nowhere does not. */
export function leadsTo(pages: Pages, place: Place, target: Place): boolean {
  try {
    return isSame(pages.follow(place), target);
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}
