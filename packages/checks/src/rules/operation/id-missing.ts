import { keyOf } from '../../context.ts';
import { isNamed } from '../../facts/operation-id.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 2.6.0
info:
  title: Orders
  version: 1.0.0
channels:
  orders.placed:
    subscribe:
      operationId: sendOrderPlaced
      message:
        contentType: application/json
        payload:
          type: object
`;

export default rule({
  code: 'OPERATION_ID_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'The `{verb}` operation of channel `{channel}` has no `operationId`.',
  why: 'Generated code, links and policies name operations. One without an id is named after its address, and changes its name with it.',
  help: 'Add an `operationId` that says what the application does, such as `{example}`.',
  bad: good.replace('      operationId: sendOrderPlaced\n', ''),
  good,
  operation(operation, { contract, report }) {
    if (isNamed(operation, contract)) return;
    report(keyOf(operation), { verb: operation.verb, channel: operation.channel, example: 'sendOrderPlaced' });
  },
});
