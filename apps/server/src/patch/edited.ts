import type { Origin } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import type { PatchWish } from '../port.ts';

/** What a patch is about, as a document has it now. */
export interface Edited {
  readonly name: string;
  /** Of the object that has the description. */
  readonly origin: Origin;
  readonly description?: string;
  /** The word that names the owner, and where it stands. */
  readonly owner?: { readonly word: string; readonly pointer: string };
}

/** Extensions that name an owner, in the order in which the chart believes them. */
const OWNERS = ['x-owner', 'x-team', 'x-owners'];

/** The document itself, or the channel or message that is wished for; undefined when there is none. */
export function editedIn(contract: Contract, { channel, message }: PatchWish): Edited | undefined {
  if (channel === undefined && message === undefined) {
    const { title, origin, description } = contract.info;
    const owner = ownerIn(contract);
    return { name: title, origin, ...(description !== undefined && { description }), ...(owner && { owner }) };
  }
  const found =
    channel === undefined
      ? contract.messages.find(({ id }) => id === message)
      : contract.channels.find(({ id }) => id === channel);
  if (!found) return undefined;
  const { id, origin, title, description } = found;
  return { name: title ?? id, origin, ...(description !== undefined && { description }) };
}

/** Where the owner is named as one word. An owner that is an object or a list says more than a word could replace. */
function ownerIn({ info, extensions, origin }: Contract): Edited['owner'] {
  for (const key of OWNERS) {
    for (const [values, pointer] of [
      [info.extensions, info.origin.pointer],
      [extensions, origin.pointer],
    ] as const) {
      const value = values[key];
      if (typeof value === 'string' && value.trim() !== '') return { word: value.trim(), pointer: `${pointer}/${key}` };
      if (typeof value !== 'object' || value === null) continue;
      const { id, name } = value as Record<string, unknown>;
      const member = typeof id === 'string' ? 'id' : typeof name === 'string' ? 'name' : undefined;
      if (member) return { word: String(member === 'id' ? id : name), pointer: `${pointer}/${key}/${member}` };
    }
  }
  return undefined;
}
