import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { operationsAt } from './operations-at.ts';

export default changeRule({
  code: 'SERVER_REMOVED',
  verdict: 'breaking',
  says: 'The server `{name}` is gone.',
  why: 'Whoever is connected to it sends into nothing or waits in vain.',
  help: 'Keep the server until nobody uses it, and say until when.',
  before: edited(ORDERS, [
    `channels:
`,
    `  backup: { host: backup.example.com, protocol: kafka }
channels:
`,
  ]),
  after: ORDERS,
  server({ before, after }, { report, before: side }) {
    if (!before || after) return;
    const subject = { kind: 'server', name: before.id } as const;
    report({
      subject,
      params: { name: before.id },
      before: before.origin,
      operations: concerned(operationsAt(before.id, side)),
    });
  },
});
