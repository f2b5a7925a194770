import type { Contract, MessageId } from '@portolan/contract';

/**
 * Messages that a document calls nothing at all, which 2.x allows. The reader names them after their operation; nobody
 * else knows them by that word.
 */
export function uncalledIn(contract: Contract): ReadonlySet<MessageId> {
  const made = new Set(contract.operations.map(operation => `${operation.id}.message`));
  return new Set(contract.messages.filter(({ id, name }) => id === name && made.has(id)).map(({ id }) => id));
}
