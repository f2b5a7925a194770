import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'MESSAGE_DEPRECATED',
  verdict: 'non-breaking',
  says: 'The message `{name}` is {done} deprecated.',
  why: 'A deprecated message still flows; it says that it will not for ever.',
  help: 'Say what takes its place and until when it stays.',
  before: ORDERS,
  after: edited(ORDERS, [
    '      contentType: application/json',
    `      deprecated: true
      contentType: application/json`,
  ]),
  message({ before, after }, { report, after: side }) {
    if (!before || !after || (before.deprecated ?? false) === (after.deprecated ?? false)) return;
    const told = {
      subject: { kind: 'message', name: after.id } as const,
      messages: [after.id],
      operations: concerned(side.operationsOf(after.id)),
    };
    report({
      ...told,
      params: { name: after.name, done: after.deprecated ? 'now' : 'no longer' },
      ...sidesOf({ before, after }, 'deprecated'),
    });
  },
});
