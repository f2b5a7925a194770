import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'OPERATION_RENAMED',
  verdict: 'non-breaking',
  says: 'The operation `{before}` is called `{after}` now.',
  why: 'It does the same on the same channel; only what refers to the name changes.',
  help: 'Tell those who generate code from the names.',
  before: ORDERS,
  after: edited(ORDERS, ['  sendOrders:', '  publishOrders:']),
  operation({ before, after }, { report, sameNaming }) {
    if (!before || !after || before.id === after.id || !sameNaming) return;
    // In 2.x an operation without a name is known by its address.
    if (before.id.includes(before.channel) || after.id.includes(after.channel)) return;
    const subject = { kind: 'operation', name: after.id } as const;
    report({
      subject,
      params: { before: before.id, after: after.id },
      before: before.origin,
      after: after.origin,
      operations: concerned([after]),
    });
  },
});
