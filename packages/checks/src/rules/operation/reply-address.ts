import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Stock
  version: 1.0.0
channels:
  requests:
    address: stock.requests
    messages:
      stockRequested:
        summary: How much is left of a product?
  replies:
    address: null
    messages:
      stockReported:
        summary: So much is left.
operations:
  answerStock:
    action: receive
    channel:
      $ref: '#/channels/requests'
    reply:
      address:
        location: $message.header#/replyTo
      channel:
        $ref: '#/channels/replies'
`;

export default rule({
  code: 'OPERATION_REPLY_ADDRESS',
  severity: 'error',
  says: 'Operation `{operation}` takes its reply address from the message, but reply channel `{channel}` has the fixed address `{address}`.',
  why: 'The document names two places for the reply. One side answers here while the other one waits there.',
  help: 'Set the `address` of channel `{channel}` to `null`, or remove `reply.address`.',
  source: 'AsyncAPI 3.1.0, Operation Reply Object, channel',
  bad: good.replace('address: null', 'address: stock.replies'),
  good,
  operation(operation, { report, channel }) {
    const { reply, id } = operation;
    const target = reply?.channel === undefined ? undefined : channel(reply.channel);
    if (reply?.location === undefined || !target || target.address === null) return;
    const related = [{ message: 'The reply channel’s address.', origin: at(target, 'address') }];
    report(at(operation, 'reply', 'address'), { operation: id, channel: target.id, address: target.address }, related);
  },
});
