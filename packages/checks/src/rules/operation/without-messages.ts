import { keyOf } from '../../context.ts';
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
operations:
  announceOrder:
    action: send
    channel:
      $ref: '#/channels/placed'
`;

export default rule({
  code: 'OPERATION_WITHOUT_MESSAGES',
  severity: 'warning',
  says: 'Operation `{operation}` on channel `{channel}` has no message that can be read: nothing says what it {does}.',
  why: 'The message is the contract. Without it nobody can write the other side, and no change can be judged.',
  help: 'Add at least one message to the channel, and refer to it in the operation’s `messages` where they are listed.',
  bad: good.replace('    messages:\n      orderPlaced:\n        summary: An order was placed.\n', ''),
  good,
  operation(operation, { report }) {
    if (operation.messages.length > 0) return;
    report(keyOf(operation), { operation: operation.id, channel: operation.channel, does: `${operation.action}s` });
  },
});
