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
        payload:
          type: object
          required: [orderId]
          properties:
            orderId:
              type: string
`;

export default rule({
  code: 'MESSAGE_PAYLOAD_MISSING',
  severity: 'info',
  says: 'Nothing that can be read says what the payload of message `{message}` looks like.',
  why: 'Everything is then a valid payload: receivers cannot be written, and no change can be judged.',
  help: 'Add a `payload` with a schema, or mend the reference to it. For a message without content write `type: "null"`.',
  bad: good.slice(0, good.indexOf('        payload')),
  good,
  message(message, { contract, report }) {
    // A request of OpenAPI without a body has none, which says everything.
    if (contract.openapi !== undefined && message.contentType === undefined) return;
    if (message.payload === undefined) report(keyOf(message), { message: message.name });
  },
});
