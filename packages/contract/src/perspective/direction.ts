import type { Action, Channel, Direction, DirectionEvidence, EvidenceKind, Operation } from '../model.ts';
import type { Parts } from '../normalise/parts.ts';
import { groupOf } from './consumer-group.ts';
import { actionOf, sideOf } from './words.ts';

/** The extension by which a person settles for good what an operation does: `send` or `receive`. */
export const SETTLED = 'x-portolan-direction';

/** The operations of a document with their directions, as far as the document alone tells. */
export function directed({ operations, channels }: Pick<Parts, 'operations' | 'channels'>): Operation[] {
  const byId = new Map(channels.map(channel => [channel.id, channel]));
  return operations.map(operation => ({
    ...operation,
    direction: directionOf(operation, byId.get(operation.channel)),
  }));
}

/**
 * Which way an operation's messages flow, from what the document itself says about it. The author's verb is overruled
 * only by the person who settled it with `x-portolan-direction`: where the operation's own name or its consumer group
 * contradicts the verb, the direction is called uncertain. Names weigh more than prose, because prose is often written
 * from somebody else's point of view.
 */
export function directionOf(operation: Omit<Operation, 'direction'>, channel?: Channel): Direction {
  const verb: DirectionEvidence = { kind: 'verb', says: operation.verb, points: operation.action };
  const settled = operation.extensions[SETTLED];
  if (settled === 'send' || settled === 'receive') {
    const evidence: DirectionEvidence[] = [verb, { kind: 'settled', says: settled, points: settled }];
    return { action: settled, confidence: 'supported', evidence };
  }
  const hints = hintsOf(operation, channel);
  return { action: operation.action, confidence: confidenceOf(hints, operation.action), evidence: [verb, ...hints] };
}

/** What an operation says about its direction besides its verb, the most telling first. */
function hintsOf(operation: Omit<Operation, 'direction'>, channel: Channel | undefined): DirectionEvidence[] {
  const named = MADE.test(operation.id) ? undefined : actionOf(operation.id);
  const group = groupOf(operation.bindings);
  const title = operation.summary ?? operation.title;
  // In 2.x the key is the address, which all parties share: it tells of no one in particular.
  const key = channel && channel.id !== channel.address ? channel.id : undefined;
  return [
    ...hint('operation-id', operation.id, named?.points),
    ...hint('consumer-group', group, 'receive'),
    ...hint('summary', title, title && actionOf(title)?.points),
    ...hint('description', operation.description, operation.description && actionOf(operation.description)?.points),
    ...hint('channel-key', key, key && sideOf(key)),
  ];
}

function hint(kind: EvidenceKind, says: string | undefined, points: Action | '' | undefined): DirectionEvidence[] {
  return says && points ? [{ kind, says: sentence(says), points }] : [];
}

/** Names and consumer groups decide together; where there are none, the first of the others does. */
function confidenceOf(hints: readonly DirectionEvidence[], action: Action): Direction['confidence'] {
  const names = hints.filter(({ kind }) => kind === 'operation-id' || kind === 'consumer-group');
  const deciding = names.length > 0 ? names : hints.slice(0, 1);
  if (deciding.length === 0) return 'stated';
  return deciding.every(({ points }) => points === action) ? 'supported' : 'uncertain';
}

/** An id that the reader made for 2.x, and converting to 3.x kept: it repeats the verb and proves nothing. */
const MADE = / (publish|subscribe)$/;

function sentence(words: string): string {
  const line = words.trim().split('\n')[0] as string;
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
