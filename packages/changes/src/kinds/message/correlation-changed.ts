import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { doneOf, sidesOf } from '../../places.ts';
import { same } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'CORRELATION_CHANGED',
  verdict: 'breaking',
  says: 'Where the message `{name}` holds its correlation id was {done}.',
  why: 'Who has to relate messages to each other looks for the id at that place.',
  help: 'Write the id at both places for a while.',
  before: ORDERS,
  after: edited(ORDERS, ['$message.header#/id', '$message.header#/correlation']),
  message({ before, after }, { report, after: side }) {
    if (!before || !after || same(before.correlationId, after.correlationId)) return;
    const told = {
      subject: { kind: 'message', name: after.id } as const,
      messages: [after.id],
      operations: concerned(side.operationsOf(after.id)),
    };
    const [from, to] = [before.correlationId, after.correlationId];
    const verdict = from?.location === to?.location ? 'editorial' : from ? 'breaking' : 'non-breaking';
    report({
      ...told,
      params: { name: after.name, done: doneOf(from, to) },
      verdict,
      ...sidesOf({ before, after }, 'correlationId'),
    });
  },
});
