import type { Contract, Operation } from '@portolan/contract';

/** Whether the author gave an operation its id. In 2.x it may be left out; the Contract then calls it by address and verb. */
export function isNamed({ id, channel, verb }: Operation, { asyncapi }: Contract): boolean {
  return !asyncapi?.startsWith('2.') || !id.startsWith(`${channel} ${verb}`);
}
