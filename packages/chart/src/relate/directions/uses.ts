import type { Action, ChannelId, DirectionEvidence } from '@portolan/contract';
import type { Evidence, UseFact } from '@portolan/evidence/port';
import type { DocumentId, ServiceId } from '../../model.ts';
import type { ChannelMatch } from '../channels.ts';
import { namesOf, serviceCalled } from '../service-names.ts';
import type { Service } from '../services.ts';
import { type AddressBook, addressBook } from '../where.ts';

/** What infrastructure files say about who does what, for the services and channels of the documents. */
export interface Uses {
  /** Evidence that a service sends or receives on a channel; none where it does both, because then nothing follows. */
  of(service: ServiceId, document: DocumentId, channel: ChannelId): readonly DirectionEvidence[];
}

/** Relates what infrastructure files say to the services and channels of the documents. */
export function usesOf(evidence: readonly Evidence[], services: readonly Service[], channels: ChannelMatch): Uses {
  if (evidence.length === 0) return { of: () => [] };
  const names = namesOf(services, evidence);
  const book: AddressBook = addressBook(channels);
  const found = new Map<string, UseFact[]>();
  for (const each of evidence) {
    for (const use of each.uses) {
      const service = serviceCalled(names, use.who);
      if (service === undefined) continue;
      for (const channel of book.channelsOf(use, each.broker)) {
        const key = `${service}\n${channel}`;
        found.set(key, [...(found.get(key) ?? []), use]);
      }
    }
  }
  return {
    of(service, document, channel) {
      const key = channels.keyOf(document, channel);
      const uses = (key !== undefined && found.get(`${service}\n${key}`)) || [];
      const actions = new Set(uses.map(({ action }) => action));
      return actions.size === 1 ? uses.slice(0, 1).map(inWords) : [];
    },
  };
}

function inWords({ who, action, address, match, origin }: UseFact): DirectionEvidence {
  const says = match ? `${who} may ${MAY[action]} ${address}*` : `${who} ${VERBS[action]} ${address}`;
  return { kind: 'infrastructure', says, points: action, origin };
}

const MAY: Readonly<Record<Action, string>> = { send: 'send on', receive: 'receive from' };
const VERBS: Readonly<Record<Action, string>> = { send: 'sends on', receive: 'receives from' };
