import type { ChannelId, MessageId } from '@portolan/contract';
import { flowsOf } from './flows.ts';
import { onceFor } from './once.ts';

/** What a document sends. Its word on that weighs more than a receiver's: the sender defines, the receiver repeats. */
export interface Sent {
  readonly channels: ReadonlySet<ChannelId>;
  readonly messages: ReadonlySet<MessageId>;
}

/** Channels and messages of a document that its application sends. */
export const sentBy = onceFor((contract): Sent => {
  const flows = flowsOf(contract).filter(flow => flow.action === 'send');
  return {
    channels: new Set(flows.map(flow => flow.channel)),
    messages: new Set(flows.flatMap(flow => flow.messages)),
  };
});
