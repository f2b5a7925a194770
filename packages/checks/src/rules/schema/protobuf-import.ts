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
            import "common/money.proto";
            message OrderPlaced {
              string order_id = 1;
              common.Money total = 2;
            }
`;

const money = `syntax = "proto3";
package common;
message Money {
  string currency = 1;
  int64 units = 2;
}
`;

export default rule({
  code: 'SCHEMA_PROTOBUF_IMPORT',
  severity: 'warning',
  says: 'The Protobuf schema `{schema}` is not checked as a whole: {problem}.',
  why: 'Types of a file that is not there cannot be looked into: fields that have them, and examples of them, are not checked.',
  help: '{remedy} Until then what comes from it is not checked.',
  source: 'Protocol Buffers language specification, Import Statement',
  bad: { 'asyncapi.yaml': good, 'money.proto': money },
  good: { 'asyncapi.yaml': good, 'common/money.proto': money },
  contract(_, context) {
    for (const { schema, flaw, origin } of flawsIn(context, 'protobuf', 'missing'))
      context.report(origin, { schema: schema.id, problem: flaw.message, remedy: flaw.help });
  },
});
