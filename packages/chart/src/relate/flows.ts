import type { Action, ChannelId, MessageId, Operation } from '@portolan/contract';
import { onceFor } from './once.ts';

/** Messages that go one way on one channel because of one operation. */
export interface Flow {
  readonly operation: Operation;
  readonly action: Action;
  readonly channel: ChannelId;
  /** Empty when the document does not say which messages. */
  readonly messages: readonly MessageId[];
  /** True for what comes back: it flows against the operation. */
  readonly reply: boolean;
}

/**
 * Every flow of a document: each operation, and the reply to it on the reply's channel. Who sends a request receives the
 * reply, and who receives the request sends it. A reply whose channel only a message knows at run time is no flow.
 */
export const flowsOf = onceFor((contract): readonly Flow[] => {
  const flows: Flow[] = [];
  for (const operation of contract.operations) {
    const { action } = operation.direction;
    const { channel, messages, reply } = operation;
    flows.push({ operation, action, channel, messages, reply: false });
    if (reply?.channel === undefined) continue;
    const back = action === 'send' ? 'receive' : 'send';
    flows.push({ operation, action: back, channel: reply.channel, messages: reply.messages, reply: true });
  }
  return flows;
});
