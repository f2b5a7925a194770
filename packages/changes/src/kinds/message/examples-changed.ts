import type { MessageExample } from '@portolan/contract';
import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { doneOf, member } from '../../places.ts';
import { same } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'EXAMPLES_CHANGED',
  verdict: 'editorial',
  says: 'The examples of the message `{name}` were {done}.',
  why: 'Examples are for people; no message depends on them.',
  help: 'Nothing has to be done.',
  before: ORDERS,
  after: edited(ORDERS, [
    '      contentType: application/json',
    `      examples: [{ payload: { reason: late } }]
      contentType: application/json`,
  ]),
  message({ before, after }, { report, after: side }) {
    if (!before || !after) return;
    const told = {
      subject: { kind: 'message', name: after.id } as const,
      messages: [after.id],
      operations: concerned(side.operationsOf(after.id)),
    };
    const plain = (examples: readonly MessageExample[]) => examples.map(({ origin: _, ...facts }) => facts);
    if (same(plain(before.examples), plain(after.examples))) return;
    const [from, to] = [before, after].map(({ examples }) => (examples.length > 0 ? examples : undefined));
    const places = {
      before: from ? member(before.origin, 'examples') : before.origin,
      after: to ? member(after.origin, 'examples') : after.origin,
    };
    report({ ...told, params: { name: after.name, done: doneOf(from, to) }, ...places });
  },
});
