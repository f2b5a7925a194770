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
          schemaFormat: application/vnd.apache.avro;version=1.9.0
          schema:
            type: record
            name: OrderPlaced
            namespace: com.example
            fields:
              - name: placedAt
                type:
                  type: long
                  logicalType: timestamp-millis
`;

export default rule({
  code: 'SCHEMA_AVRO_LOGICAL_TYPE',
  severity: 'warning',
  says: 'The Avro schema `{schema}` has a logical type without effect: {problem}.',
  why: 'Readers of Avro must ignore a logical type that is not right, without a word. What was meant as a point in time or an amount then arrives as a bare number.',
  help: '{remedy} Until then receivers see the plain type.',
  source: 'Apache Avro 1.12.0, Specification, Logical Types',
  bad: good.replace('type: long', 'type: int'),
  good,
  contract(_, context) {
    for (const { schema, flaw, origin } of flawsIn(context, 'avro', 'ignored'))
      context.report(origin, { schema: schema.id, problem: flaw.message, remedy: flaw.help });
  },
});
