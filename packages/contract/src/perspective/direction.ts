import type { Direction, DirectionEvidence, Operation } from '../model.ts';
import { actionOf } from './words.ts';

/**
 * Which way an operation's messages flow, from what the document itself says about it. The author's verb is never
 * overruled here: where the operation's own name contradicts it, the direction is called uncertain. Names weigh more than
 * prose, because prose is often written from somebody else's point of view.
 */
export function directionOf(operation: Omit<Operation, 'direction'>): Direction {
  const evidence: DirectionEvidence[] = [{ kind: 'verb', says: operation.verb, points: operation.action }];
  const named = actionOf(operation.id);
  const ownId = named !== undefined && !MADE.test(operation.id);
  if (ownId) evidence.push({ kind: 'operation-id', says: operation.id, points: named.points });
  for (const kind of ['summary', 'description'] as const) {
    const words = operation[kind] ?? (kind === 'summary' ? operation.title : undefined);
    const said = words === undefined ? undefined : actionOf(words);
    if (said && words !== undefined) evidence.push({ kind, says: sentence(words), points: said.points });
  }
  const deciding = evidence[1];
  const agrees = deciding?.points === operation.action;
  const confidence = deciding === undefined ? 'stated' : agrees ? 'supported' : 'uncertain';
  return { action: operation.action, confidence, evidence };
}

/** An id that the reader made for 2.x, and converting to 3.x kept: it repeats the verb and proves nothing. */
const MADE = / (publish|subscribe)$/;

function sentence(words: string): string {
  const line = words.trim().split('\n')[0] as string;
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
