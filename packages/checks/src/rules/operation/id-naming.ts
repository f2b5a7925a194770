import { keyOf } from '../../context.ts';
import { caseOption, isWritten, PROGRAMMING_NAME } from '../../facts/naming.ts';
import { isNamed } from '../../facts/operation-id.ts';
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
        contentType: application/json
        payload:
          type: object
operations:
  sendOrderPlaced:
    action: send
    channel:
      $ref: '#/channels/placed'
`;

export default rule({
  code: 'OPERATION_ID_NAMING',
  severity: 'warning',
  sets: ['strict'],
  says: 'The operation id `{operation}` is no name that programs can use.',
  why: 'Generated code calls its functions after operations. Slashes, braces and white space have to be replaced there, each tool in its own way.',
  help: 'Give the operation an id such as `{example}`.',
  source: 'AsyncAPI 2.6.0, Operation Object, operationId; AsyncAPI 3.1.0, Operations Object',
  options: { case: caseOption('How ids are written.', 'any') },
  bad: good.replace('sendOrderPlaced:', 'send order placed:'),
  good,
  operation(operation, { contract, options, report }) {
    if (contract.asyncapi === undefined || !isNamed(operation, contract)) return;
    if (PROGRAMMING_NAME.test(operation.id) && isWritten(operation.id, options.case)) return;
    report(keyOf(operation), { operation: operation.id, example: 'sendOrderPlaced' });
  },
});
