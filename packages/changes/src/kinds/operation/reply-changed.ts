import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { doneOf, sidesOf } from '../../places.ts';
import { same } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'OPERATION_REPLY_CHANGED',
  verdict: 'breaking',
  says: 'The reply of the operation `{name}` was {done}.',
  why: 'Whoever asks looks for the answer where the document says; whoever answers sends it there.',
  help: 'Offer the new way to reply in an operation of its own.',
  before: edited(ORDERS, [
    '    summary: Tells',
    `    reply: { address: { location: $message.header#/replyTo } }
    summary: Tells`,
  ]),
  after: edited(ORDERS, [
    '    summary: Tells',
    `    reply: { address: { location: $message.header#/answerTo } }
    summary: Tells`,
  ]),
  operation({ before, after }, { report, matches }) {
    if (!before || !after) return;
    const then = before.reply && {
      ...before.reply,
      ...(before.reply.channel !== undefined && { channel: matches.is.channels.get(before.reply.channel) }),
      messages: before.reply.messages.map(id => matches.is.messages.get(id) ?? id),
    };
    if (same(then, after.reply)) return;
    report({
      subject: { kind: 'operation', name: after.id },
      params: { name: after.id, done: doneOf(before.reply, after.reply) },
      verdict: before.reply ? 'breaking' : 'non-breaking',
      ...sidesOf({ before, after }, 'reply', before.reply, after.reply),
      operations: concerned([after]),
      messages: after.reply?.messages ?? [],
    });
  },
});
