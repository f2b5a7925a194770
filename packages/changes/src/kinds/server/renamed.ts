import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'SERVER_RENAMED',
  verdict: 'non-breaking',
  says: 'The server `{before}` is called `{after}` now.',
  why: 'The host is the same, so nobody has to connect anew; only what refers to the name in this document changes.',
  help: 'Tell those who generate code or configuration from the names.',
  before: ORDERS,
  after: edited(ORDERS, ['  production:', '  live:']),
  server({ before, after }, { report }) {
    if (!before || !after || before.id === after.id) return;
    const subject = { kind: 'server', name: after.id } as const;
    report({ subject, params: { before: before.id, after: after.id }, before: before.origin, after: after.origin });
  },
});
