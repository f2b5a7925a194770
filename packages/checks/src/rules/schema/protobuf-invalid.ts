import { flawsIn } from '../../facts/flaws.ts';
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
          schemaFormat: application/vnd.google.protobuf;version=3
          schema: |
            syntax = "proto3";
            message OrderPlaced {
              string order_id = 1;
              Status status = 2;
            }
            enum Status {
              STATUS_UNSPECIFIED = 0;
              STATUS_PAID = 1;
            }
`;

export default rule({
  code: 'SCHEMA_PROTOBUF_INVALID',
  severity: 'error',
  says: 'The Protobuf schema `{schema}` is not valid: {problem}.',
  why: 'The compiler of Protobuf refuses the whole file for one mistake: no code can be generated from it, and no message sent by it.',
  help: '{remedy} Until then the compiler refuses the file.',
  source: 'Protocol Buffers language specification: proto2, proto3, editions 2023 and 2024',
  bad: good.replace('Status status = 2', 'Statu status = 1'),
  good,
  contract(_, context) {
    for (const { schema, flaw, origin } of flawsIn(context, 'protobuf', 'invalid'))
      context.report(origin, { schema: schema.id, problem: flaw.message, remedy: flaw.help });
  },
});
