import type { Channel, Contract, Operation } from '@portolan/contract';
import { actionsOf, concerned } from '../../concerned.ts';
import type { Told } from '../../context.ts';
import type { ChangeVerdict } from '../../model.ts';
import type { Side } from '../../side.ts';

/** What is told of a message that came to a channel or went from it. Its place is `after`. */
export function told(id: string, channel: Channel | undefined, side: Side): Told {
  const message = side.messages.get(id);
  const operations = channel ? side.operationsOn(channel.id).filter(({ messages }) => messages.includes(id)) : [];
  return {
    subject: { kind: 'message', name: id },
    ...(channel && { key: channel.id }),
    params: { name: message?.name ?? id, channel: channel?.address ?? channel?.id ?? 'the document' },
    ...(message && { after: message.origin }),
    operations: concerned(operations),
    messages: [id],
  };
}

/** What a new message on a channel does: only those who get it have to know it. */
export function addedVerdict(
  operations: readonly Operation[],
  before: Contract,
): { verdict: ChangeVerdict; reason?: string } {
  const { sure, unsure } = actionsOf(operations);
  if (sure.has('send')) return { verdict: 'breaking' };
  if (!unsure) return { verdict: 'non-breaking' };
  const who =
    before.operations.length === 0 ? 'the document names no operations' : 'nothing says for certain who sends it';
  return { verdict: 'not-checked', reason: who };
}
