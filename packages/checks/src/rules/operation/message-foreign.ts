import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        summary: An order was placed.
  cancelled:
    address: orders.cancelled
    messages:
      orderCancelled:
        summary: An order was cancelled.
operations:
  announceOrder:
    action: send
    channel:
      $ref: '#/channels/placed'
    messages:
      - $ref: '#/channels/placed/messages/orderPlaced'
`;

export default rule({
  code: 'OPERATION_MESSAGE_FOREIGN',
  severity: 'error',
  says: 'Operation `{operation}` lists the message `{message}`, which is not one of channel `{channel}`.',
  why: 'A channel lists every message that is ever sent to it. What arrives beside that list is a surprise to everybody who reads only the channel.',
  help: 'Add the message to the channel’s `messages`, or refer to one that is there.',
  source: 'AsyncAPI 3.1.0, Operation Object, messages; Operation Reply Object, messages',
  bad: good.replace(
    "- $ref: '#/channels/placed/messages/orderPlaced'",
    "- $ref: '#/channels/cancelled/messages/orderCancelled'",
  ),
  good,
  operation(operation, { report, channel, message }) {
    const tell = (channelId: string, ids: readonly string[], ...keys: string[]) => {
      const own = channel(channelId)?.messages ?? [];
      for (const id of ids.filter(it => !own.includes(it))) {
        const place = at(operation, ...keys, 'messages');
        report(place, { operation: operation.id, message: message(id)?.name ?? id, channel: channelId });
      }
    };
    tell(operation.channel, operation.messages);
    if (operation.reply?.channel !== undefined) tell(operation.reply.channel, operation.reply.messages, 'reply');
  },
});
