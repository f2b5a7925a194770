import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { operationsAt } from './operations-at.ts';

export default changeRule({
  code: 'SERVER_ADDED',
  verdict: 'non-breaking',
  says: 'The server `{name}` is new.',
  why: 'Those who use the other servers go on as before.',
  help: 'Nothing has to be done.',
  before: ORDERS,
  after: edited(ORDERS, [
    `channels:
`,
    `  backup: { host: backup.example.com, protocol: kafka }
channels:
`,
  ]),
  server({ before, after }, { report, after: side }) {
    if (!after || before) return;
    const subject = { kind: 'server', name: after.id } as const;
    report({
      subject,
      params: { name: after.id },
      after: after.origin,
      operations: concerned(operationsAt(after.id, side)),
    });
  },
});
