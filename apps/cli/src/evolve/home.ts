import { nearest } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { type GatherOptions, gather } from '../documents/gather.ts';
import type { GivenDocument } from '../documents/given.ts';
import { faults } from '../faults.ts';
import { type Readable, readable } from '../rewriting/readable.ts';

/** A message with the document that it belongs to. */
export interface Home extends Readable {
  readonly document: GivenDocument;
  /** Its id in the Contract. */
  readonly message: string;
}

/**
 * The document of a message: the one that sends it, else the only one that knows it. Undefined where it is broken: then its
 * errors are printed.
 *
 * Faults: those of `gather`, CLI_NAME_UNKNOWN, CLI_HOME_AMBIGUOUS.
 */
export async function homeOf(name: string, path: string, options: GatherOptions): Promise<Home | undefined> {
  const given = await gather([path], options);
  const homes: Home[] = [];
  const names = new Set<string>();
  for (const document of given) {
    const found = await readable(document);
    if (!found && given.length === 1) return undefined;
    if (!found) continue;
    for (const { id, name: called } of found.read.contract.messages) {
      names.add(called);
      if (id === name || called === name) homes.push({ ...found, document, message: id });
    }
  }
  const senders = homes.filter(({ read, message }) => sends(read.contract, message));
  const [first, ...others] = senders.length > 0 ? senders : homes;
  if (first && others.length === 0) return first;
  const kind = 'message';
  if (first) {
    const candidates = [first, ...others]
      .map(({ document, message }) => `${message} of ${document.location}`)
      .join(', ');
    throw faults.HOME_AMBIGUOUS({ name, count: others.length + 1, candidates });
  }
  const meant = nearest(name, names);
  throw faults.NAME_UNKNOWN({ kind, name, hint: meant === undefined ? '' : `Did you mean ${meant}? ` });
}

function sends({ operations }: Contract, message: string): boolean {
  return operations.some(({ direction, messages }) => direction.action === 'send' && messages.includes(message));
}
