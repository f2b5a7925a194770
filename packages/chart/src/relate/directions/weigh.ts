import type { Action, Direction, DirectionEvidence, EvidenceKind } from '@portolan/contract';
import { opposite, type Party } from './party.ts';

/**
 * What a piece of evidence is worth. Two of a kind are not worth more than one: the author who writes a title from another
 * side writes the description from there too.
 *
 * - 6: infrastructure, which is what really happens; and nearly so (5) the service's own consumer group, and a wildcard in
 *   the address, because nobody can send there;
 * - 3: a name that the author gave, or a consumer group of whatever name;
 * - 2: that a channel needs somebody on the other side;
 * - 1: prose and the keys of channels.
 */
const WORTH: Readonly<Record<DirectionEvidence['kind'], number>> = {
  settled: 100,
  infrastructure: 6,
  address: 5,
  'operation-id': 3,
  'consumer-group': 3,
  'other-documents': 2,
  summary: 1,
  description: 1,
  'channel-key': 1,
  // The verb is what the others are weighed against, and how good verbs are decides what it takes.
  verb: 0,
  'other-verbs': 0,
};

/** Evidence from here on decides against the verb by itself. */
const STRONG = 5;

/** Names that contradict the verb decide together with something else of this worth in all. */
const TOGETHER = 5;

/** What that takes where the verbs around have been wrong, and where names besides have proven right. */
const TOGETHER_AMONG_WRONG = 4;
const NAMED_AMONG_WRONG = 3;

/** What is known of the verbs around an operation, and of the names that authors give. */
export interface Around {
  /** Whether verbs have proven right, as far as anything is known about them. */
  readonly verbs: boolean;
  /** Whether names have proven right. */
  readonly names: boolean;
}

/** How much speaks for the verb and against it, the verb itself left out. */
export interface Weight {
  readonly for: number;
  readonly against: number;
}

export function weightOf({ declared, ownGroup }: Party, evidence: readonly DirectionEvidence[]): Weight {
  const weight = { for: 0, against: 0 };
  const prose = { for: false, against: false };
  for (const { kind, points } of evidence) {
    const side = points === declared ? 'for' : 'against';
    const isProse = kind === 'summary' || kind === 'description';
    if (isProse && prose[side]) continue;
    if (isProse) prose[side] = true;
    weight[side] += worthOf(kind, ownGroup);
  }
  return weight;
}

function worthOf(kind: EvidenceKind, ownGroup: boolean): number {
  return kind === 'consumer-group' && ownGroup ? STRONG : WORTH[kind];
}

/** `billing` and `billing-v2` are groups of the service `billing`. */
export function isNamedAfter(group: string, name: string): boolean {
  return group === name || group.startsWith(`${name}-`) || group.startsWith(`${name}.`) || group.startsWith(`${name}_`);
}

/**
 * What follows from all evidence: the verb is overruled only by what really happens, or by a name together with something
 * that its author did not write. Whatever else contradicts it leaves the direction uncertain, and so does a verb that
 * stands alone among verbs that were wrong.
 */
export function conclude(
  party: Party,
  evidence: readonly DirectionEvidence[],
  around: Around,
): Omit<Direction, 'evidence'> {
  const { declared: action } = party;
  const weight = weightOf(party, evidence);
  const other = opposite(action);
  const named = evidence.some(({ kind, points }) => kind === 'operation-id' && points === other);
  if (weight.against === 0) {
    const spoken = evidence.some(({ kind }) => kind !== 'verb' && kind !== 'other-documents' && kind !== 'other-verbs');
    if (spoken) return { action, confidence: 'supported' };
    if (!around.verbs) return { action, confidence: 'uncertain' };
    return { action, confidence: weight.for > 0 ? 'supported' : 'stated' };
  }
  const amongWrong = around.names ? NAMED_AMONG_WRONG : TOGETHER_AMONG_WRONG;
  const enough = around.verbs ? TOGETHER : amongWrong;
  if (weight.against >= STRONG && weight.for < 3 && isStrong(party, evidence, other)) {
    return { action: other, confidence: 'supported' };
  }
  if (named && weight.for === 0 && weight.against >= enough) return { action: other, confidence: 'supported' };
  const outweighed = weight.for >= 3 && (weight.against <= 2 || (weight.for >= STRONG && weight.against < STRONG));
  return { action, confidence: outweighed ? 'supported' : 'uncertain' };
}

/** Whether something better than prose speaks for an action. */
export function isNamed({ evidence, ownGroup }: Party, points: Action): boolean {
  return evidence.some(each => each.points === points && worthOf(each.kind, ownGroup) >= 3);
}

/** Whether one piece of evidence alone is strong. */
function isStrong({ ownGroup }: Party, evidence: readonly DirectionEvidence[], points: Action): boolean {
  return evidence.some(each => each.points === points && worthOf(each.kind, ownGroup) >= STRONG);
}
