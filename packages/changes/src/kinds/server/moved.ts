import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';
import { addressOf, operationsAt } from './operations-at.ts';

export default changeRule({
  code: 'SERVER_MOVED',
  verdict: 'breaking',
  says: 'The server `{name}` is at {after} instead of {before}.',
  why: 'Whoever is connected to the old address sends into nothing or waits in vain.',
  help: 'Offer both servers for a while.',
  before: ORDERS,
  after: edited(ORDERS, ['kafka.example.com:9092', 'kafka-2.example.com:9092']),
  server({ before, after }, { report, after: side }) {
    if (!before || !after) return;
    const [from, to] = [addressOf(before), addressOf(after)];
    if (from === to) return;
    const key = before.host !== after.host ? 'host' : before.protocol !== after.protocol ? 'protocol' : 'pathname';
    const subject = { kind: 'server', name: after.id } as const;
    const params = { name: after.id, before: from, after: to };
    report({
      subject,
      params,
      ...sidesOf({ before, after }, key),
      operations: concerned(operationsAt(after.id, side)),
    });
  },
});
