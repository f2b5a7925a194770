import { keyOf } from '../../context.ts';
import { isDescribed } from '../../facts/described.ts';
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
    summary: Tells everybody about a paid order.
`;

export default rule({
  code: 'OPERATION_DESCRIPTION_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'Operation `{operation}` has neither a summary nor a description.',
  why: 'It is the only place that says when and why the application sends or receives.',
  help: 'Add a `summary` of one sentence.',
  bad: good.slice(0, good.lastIndexOf('    summary')),
  good,
  operation(operation, { report }) {
    if (!isDescribed(operation)) report(keyOf(operation), { operation: operation.id });
  },
});
