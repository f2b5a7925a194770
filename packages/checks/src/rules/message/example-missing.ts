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
        payload:
          type: object
        examples:
          - payload:
              orderId: o-1
`;

export default rule({
  code: 'MESSAGE_EXAMPLE_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'Message `{message}` has no example.',
  why: 'People read an example before they read a schema, and it is what mocks and first tests are made of.',
  help: 'Add one real message under `examples`, with invented people and amounts.',
  bad: good.slice(0, good.indexOf('        examples')),
  good,
  message(message, { report }) {
    if (message.examples.length === 0) report(keyOf(message), { message: message.name });
  },
});
