import type { Action } from '@portolan/contract';
import type { DocumentId, ServiceId } from '../../model.ts';
import type { Party } from './party.ts';
import type { Sides } from './sides.ts';
import { weightOf } from './weigh.ts';

/** What verbs have proven to be worth. */
export interface Trust {
  /** Whether a verb of this document may be believed where nothing else speaks. */
  inVerbsOf(document: DocumentId): boolean;
  /** Whether the names of operations fit together: where several services name theirs, some send and some receive. */
  readonly inNames: boolean;
  /** Why not, in words; of all documents together when the document itself has no wrong verb. */
  why(document: DocumentId): string;
}

interface Tally {
  right: number;
  wrong: number;
}

/** The share of verbs that may be wrong, by names or by what stands on the other side, until nobody's is believed alone. */
const SHARE_WRONG = 0.1;

/** Of fewer that can be checked than this, one wrong one is an accident. */
const FEWEST_CHECKED = 5;

/**
 * How far verbs may be believed that nothing else confirms: not in a document of which a name or the infrastructure shows
 * one to be wrong, and nowhere when that happens all over.
 */
export function trustIn(parties: readonly Party[], sides: Sides): Trust {
  const byDocument = new Map<DocumentId, Tally>();
  // Apart, because one wrong verb shows in both.
  const bySides: Tally = { right: sides.complete, wrong: sides.oneSided };
  const byWords: Tally = { right: 0, wrong: 0 };
  for (const party of parties) {
    const { for: right, against: wrong } = weightOf(party, party.evidence);
    if (right === wrong) continue;
    count(byWords, right > wrong);
    if (Math.max(right, wrong) < 3) continue;
    const tally = byDocument.get(party.document.id) ?? { right: 0, wrong: 0 };
    byDocument.set(party.document.id, tally);
    count(tally, right > wrong);
  }
  const doubtful = tooMany(byWords) || tooMany(bySides);
  const wrongIn = (document: DocumentId) => byDocument.get(document)?.wrong ?? 0;
  return {
    inNames: namesFit(parties),
    inVerbsOf: document => !doubtful && wrongIn(document) === 0,
    why(document) {
      const own = byDocument.get(document);
      if (own && own.wrong > 0) return `${shareOf(own)} verbs of this document that can be checked are contradicted`;
      if (tooMany(byWords)) return `${shareOf(byWords)} verbs that can be checked are contradicted`;
      return `${shareOf(bySides)} messages lack a sender or receiver, or have too many senders`;
    },
  };
}

/** Names fit together when at least this many messages show both sides by them, and this share of those that could. */
const FEWEST_FITTING = 3;
const SHARE_FITTING = 0.9;

function namesFit(parties: readonly Party[]): boolean {
  const sides = new Map<string, { readonly services: Set<ServiceId>; readonly actions: Set<Action> }>();
  for (const { channel, messages, service, evidence } of parties) {
    const named = evidence.find(({ kind }) => kind === 'operation-id');
    if (!named) continue;
    for (const message of messages) {
      const key = `${channel}\n${message}`;
      const known = sides.get(key) ?? { services: new Set<ServiceId>(), actions: new Set<Action>() };
      known.services.add(service);
      known.actions.add(named.points);
      sides.set(key, known);
    }
  }
  const several = [...sides.values()].filter(({ services }) => services.size > 1);
  const fitting = several.filter(({ actions }) => actions.size === 2).length;
  return fitting >= FEWEST_FITTING && fitting / several.length >= SHARE_FITTING;
}

function shareOf({ right, wrong }: Tally): string {
  return `${wrong} of ${right + wrong}`;
}

function tooMany({ right, wrong }: Tally): boolean {
  return wrong > SHARE_WRONG * (right + wrong) && (wrong > 1 || right + wrong >= FEWEST_CHECKED);
}

function count(tally: Tally, right: boolean): void {
  if (right) tally.right++;
  else tally.wrong++;
}
