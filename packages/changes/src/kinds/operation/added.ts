import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'OPERATION_ADDED',
  verdict: 'non-breaking',
  says: 'The application now {verb}s on `{channel}`: the operation `{name}` is new.',
  why: 'The channel was there before, and what may be on it too.',
  help: 'Nothing has to be done.',
  before: ORDERS,
  after: edited(ORDERS, [
    `components:
`,
    `  receiveOrders: { action: receive, channel: { $ref: '#/channels/orders' } }
components:
`,
  ]),
  operation({ before, after }, { report, after: side, matches }) {
    if (!after || before || !matches.was.channels.has(after.channel)) return;
    const channel = side.channels.get(after.channel)?.address ?? after.channel;
    const subject = { kind: 'operation', name: after.id } as const;
    report({
      subject,
      params: { name: after.id, verb: after.direction.action, channel },
      after: after.origin,
      operations: concerned([after]),
      messages: after.messages,
    });
  },
});
