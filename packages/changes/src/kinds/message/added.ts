import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { addedVerdict, told } from './on-channel.ts';

export default changeRule({
  code: 'MESSAGE_ADDED',
  verdict: 'breaking',
  says: 'The message `{name}` is new on `{channel}`.',
  why: 'Receivers on the channel do not know what they get. An application that only receives the message breaks nobody by it.',
  help: 'Agree with the receivers that they skip what they do not know, or send the message on a channel of its own.',
  before: ORDERS,
  after: edited(ORDERS, [
    `      cancelled: { $ref: '#/components/messages/cancelled' }
`,
    `      cancelled: { $ref: '#/components/messages/cancelled' }
      shipped: { payload: { type: object } }
`,
  ]),
  channel({ before, after }, { report, before: old, after: side, matches }) {
    if (!before || !after) return;
    const known = new Set(before.messages);
    for (const id of after.messages) {
      const was = matches.was.messages.get(id);
      if (was !== undefined && known.has(was)) continue;
      const operations = side.operationsOn(after.id).filter(({ messages }) => messages.includes(id));
      // What came with a new operation is told there.
      if (operations.length > 0 && operations.every(operation => !matches.was.operations.has(operation.id))) continue;
      report({ ...told(id, after, side), ...addedVerdict(operations, old.contract) });
    }
  },
  message({ before, after }, { report, after: side }) {
    if (before || !after || side.contract.channels.length > 0) return;
    report({ ...told(after.id, undefined, side), verdict: 'non-breaking' });
  },
});
