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
              - name: orderId
                type: string
              - name: quantity
                type: int
                default: 1
`;

export default rule({
  code: 'SCHEMA_AVRO_INVALID',
  severity: 'error',
  says: 'The Avro schema `{schema}` is not valid: {problem}.',
  why: 'Readers of Avro refuse the whole schema for one mistake, and so does a schema registry: nothing can be sent by it.',
  help: '{remedy} Until then no reader of Avro takes the schema.',
  source: 'Apache Avro 1.12.0, Specification, Schema Declaration',
  bad: good.replace('type: int\n', 'type: integer\n').replace('default: 1', 'default: one'),
  good,
  contract(_, context) {
    for (const { schema, flaw, origin } of flawsIn(context, 'avro', 'invalid'))
      context.report(origin, { schema: schema.id, problem: flaw.message, remedy: flaw.help });
  },
});
