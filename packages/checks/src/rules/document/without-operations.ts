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
operations:
  announceOrder:
    action: send
    channel:
      $ref: '#/channels/placed'
`;

export default rule({
  code: 'DOCUMENT_WITHOUT_OPERATIONS',
  severity: 'info',
  says: 'The document describes channels but no operation: it does not say what `{title}` sends or receives.',
  why: 'The chart cannot connect an application that neither sends nor receives.',
  help: 'Add one operation per channel that the application works with, with `action: send` or `action: receive`.',
  bad: good.slice(0, good.indexOf('operations:')),
  good,
  contract(contract, { report }) {
    // CloudEvents definitions may be a catalog of messages that nobody in it sends; of OpenAPI the reader tells it.
    if (contract.asyncapi === undefined) return;
    if (contract.channels.length === 0 || contract.operations.length > 0) return;
    report(at(contract, 'channels'), { title: contract.info.title });
  },
});
