import type { Action, Operation } from '@portolan/contract';
import type { Concerned } from './model.ts';
import type { Side } from './side.ts';

/** Operations as changes name them. */
export function concerned(operations: readonly Operation[]): Concerned[] {
  return operations.map(({ id, channel, direction }) => ({
    operation: id,
    action: direction.action,
    channel,
    confidence: direction.confidence,
  }));
}

/** Which ways messages flow for some operations, as far as that is known; empty where no operation says. */
export function actionsOf(operations: readonly Operation[]): { sure: Set<Action>; unsure: boolean } {
  const sure = new Set<Action>();
  let unsure = operations.length === 0;
  for (const { direction } of operations) {
    if (direction.confidence === 'uncertain') unsure = true;
    else sure.add(direction.action);
  }
  return { sure, unsure };
}

/** Whether a message flows one way only, and that for certain. */
export function flowsOnly(action: Action, message: string, side: Side): boolean {
  const operations = side.operationsOf(message);
  if (operations.some(({ reply }) => reply?.messages.includes(message))) return false;
  const { sure, unsure } = actionsOf(operations);
  return !unsure && sure.size === 1 && sure.has(action);
}
