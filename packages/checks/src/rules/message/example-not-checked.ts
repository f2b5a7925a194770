import { judgedExamples } from '../../facts/examples.ts';
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
          type: object
          properties:
            orderId:
              type: string
        examples:
          - payload:
              orderId: o-1
`;

export default rule({
  code: 'MESSAGE_EXAMPLE_NOT_CHECKED',
  severity: 'info',
  says: 'The {part} of {label} of message `{message}` was not checked: {reason}.',
  why: 'No finding means that an example is right. Where Portolan cannot judge, it says so and does not pass it in silence.',
  help: 'Compare the example with its schema by hand, or write the schema in a language that Portolan judges: JSON Schema, Avro or Protobuf.',
  bad: good.replace(
    /payload:\n {10}type: object[\s\S]*?(?= {8}examples)/,
    "payload:\n          schemaFormat: application/raml+yaml;version=1.0\n          schema: 'type: object'\n",
  ),
  good,
  message(message, context) {
    for (const { part, label, verdict, origin } of judgedExamples(message, context)) {
      if (!('notChecked' in verdict)) continue;
      context.report(origin, { part, label, message: message.name, reason: verdict.notChecked });
    }
  },
});
