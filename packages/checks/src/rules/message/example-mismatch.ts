import { judgedExamples } from '../../facts/examples.ts';
import { allInWords, problemsOf } from '../../facts/problems.ts';
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
          required: [orderId]
          properties:
            orderId:
              type: string
            amount:
              type: number
        examples:
          - payload:
              orderId: o-1
              amount: 9.5
`;

export default rule({
  code: 'MESSAGE_EXAMPLE_MISMATCH',
  severity: 'error',
  says: 'The {part} of {label} of message `{message}` does not match its schema: {problem}.',
  why: 'People copy examples before they read schemas, and mocks replay them. A wrong one teaches every receiver the wrong thing, and often it is the schema that is wrong.',
  help: 'Correct the example, or the schema when the example is what is really sent.',
  source: 'AsyncAPI 3.1.0, Message Example Object',
  bad: good.replace('amount: 9.5', "amount: '9.50'"),
  good,
  message(message, context) {
    for (const { part, label, verdict, origin } of judgedExamples(message, context)) {
      const problems = problemsOf(verdict);
      const [first] = problems;
      if (!first) continue;
      // One mistake often breaks several branches of a schema: they are told together, at the first one's place.
      const place = { source: origin.source, pointer: origin.pointer + first.pointer };
      context.report(place, { part, label, message: message.name, problem: allInWords(problems) });
    }
  },
});
