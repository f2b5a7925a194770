import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { told } from './on-channel.ts';

export default changeRule({
  code: 'MESSAGE_REMOVED',
  verdict: 'breaking',
  says: 'The message `{name}` is no longer on `{channel}`.',
  why: 'Who counts on it waits in vain, or sends what nobody takes any more.',
  help: 'Mark the message as deprecated first, and take it away when nobody uses it.',
  before: edited(ORDERS, [
    `      cancelled: { $ref: '#/components/messages/cancelled' }
`,
    `      cancelled: { $ref: '#/components/messages/cancelled' }
      shipped: { payload: { type: object } }
`,
  ]),
  after: ORDERS,
  channel({ before, after }, { report, before: side, matches }) {
    if (!before || !after) return;
    const known = new Set(after.messages);
    for (const id of before.messages) {
      const is = matches.is.messages.get(id);
      if (is !== undefined && known.has(is)) continue;
      const operations = side.operationsOn(before.id).filter(({ messages }) => messages.includes(id));
      // What went with its operation is told there.
      if (operations.length > 0 && operations.every(operation => !matches.is.operations.has(operation.id))) continue;
      const { after: origin, ...rest } = told(id, before, side);
      report({ ...rest, before: origin });
    }
  },
  message({ before, after }, { report, before: side }) {
    if (after || !before || side.contract.channels.length > 0) return;
    const { after: origin, ...rest } = told(before.id, undefined, side);
    report({ ...rest, before: origin });
  },
});
