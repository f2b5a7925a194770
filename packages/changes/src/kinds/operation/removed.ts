import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'OPERATION_REMOVED',
  verdict: 'breaking',
  says: 'The application no longer {verb}s on `{channel}`: the operation `{name}` is gone.',
  why: 'Whoever counts on the operation waits in vain, or sends what nobody takes any more.',
  help: 'Mark it as deprecated first, and take it away when nobody uses it.',
  before: edited(ORDERS, [
    `components:
`,
    `  receiveOrders: { action: receive, channel: { $ref: '#/channels/orders' } }
components:
`,
  ]),
  after: ORDERS,
  operation({ before, after }, { report, before: side, matches }) {
    // What went with its channel is told there.
    if (!before || after || !matches.is.channels.has(before.channel)) return;
    const channel = side.channels.get(before.channel)?.address ?? before.channel;
    const subject = { kind: 'operation', name: before.id } as const;
    report({
      subject,
      params: { name: before.id, verb: before.direction.action, channel },
      before: before.origin,
      operations: concerned([before]),
      messages: before.messages,
    });
  },
});
