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
  announceCancellation:
    action: send
    channel:
      $ref: '#/channels/cancelled'
`;

export default rule({
  code: 'CHANNEL_WITHOUT_OPERATIONS',
  severity: 'info',
  says: 'No operation of this document sends or receives on channel `{channel}`.',
  why: 'Without an operation nobody can tell whether this application sends, receives or has left the channel long ago, and the chart draws no line to it.',
  help: 'Add an operation with `action: send` or `action: receive` for the channel, or remove the channel.',
  bad: good.slice(0, good.indexOf('  announceCancellation')),
  good,
  channel(channel, { contract, report, operationsOn }) {
    // A group of CloudEvents definitions may stand for itself; of OpenAPI the reader tells it.
    if (contract.asyncapi === undefined) return;
    // A document without any operation is told once, by DOCUMENT_WITHOUT_OPERATIONS.
    if (contract.operations.length === 0 || operationsOn(channel.id).length > 0) return;
    report(keyOf(channel), { channel: channel.id });
  },
});
