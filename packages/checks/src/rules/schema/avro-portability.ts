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
              - name: note
                type: ['null', string]
                default: null
`;

export default rule({
  code: 'SCHEMA_AVRO_PORTABILITY',
  severity: 'warning',
  says: 'The Avro schema `{schema}` is not read alike everywhere: {problem}.',
  why: 'Implementations and versions of Avro differ here. A schema that your own library takes may be refused by the registry or by a receiver in another language.',
  help: '{remedy} Then every reader takes it.',
  source: 'Apache Avro 1.12.0 and 1.9.0, Specification, Schema Declaration',
  bad: good.replace("['null', string]", "[string, 'null']"),
  good,
  contract(_, context) {
    for (const { schema, flaw, origin } of flawsIn(context, 'avro', 'portability'))
      context.report(origin, { schema: schema.id, problem: flaw.message, remedy: flaw.help });
  },
});
