import { deprecationIn, deprecationOf, type Message } from '@portolan/contract';
import type { Context } from '../../context.ts';
import { isMap, listed } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 2.0.0
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        summary: An order was placed.
        payload:
          type: object
operations:
  announceOrder:
    action: send
    channel:
      $ref: '#/channels/placed'
`;

export default rule({
  code: 'MESSAGE_DEPRECATED_SENT',
  severity: 'info',
  says: 'Message `{message}` is deprecated and still sent by {operations}.',
  why: 'Receivers keep reading what keeps arriving. A deprecation ends when the sending does.',
  help: 'Say in the description what replaces it and until when it is sent, and stop sending it then.',
  bad: good.replace('          type: object\n', '          type: object\n          deprecated: true\n'),
  good,
  message(message, context) {
    if (!isDeprecated(message, context)) return;
    const senders = context.operationsWith(message.id).filter(({ direction }) => direction.action === 'send');
    if (senders.length === 0) return;
    context.report(message, { message: message.name, operations: listed(senders.map(({ id }) => id)) });
  },
});

/** The specification has `deprecated` on schemas only; on a message, people write extensions. */
function isDeprecated(message: Message, { schema }: Context): boolean {
  const definition = schema(message.payload)?.definition;
  return deprecationOf(message) !== undefined || (isMap(definition) && deprecationIn(definition) !== undefined);
}
