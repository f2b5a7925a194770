import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { listed, missing } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'OPERATION_MESSAGES_CHANGED',
  verdict: 'breaking',
  says: 'The operation `{name}` {done}.',
  why: 'Of a message that is no longer sent, receivers wait in vain; one that is no longer received, others send into nothing.',
  help: 'Keep what somebody counts on.',
  before: edited(ORDERS, [
    '    summary: Tells',
    `    messages: [{ $ref: '#/channels/orders/messages/placed' }, { $ref: '#/channels/orders/messages/cancelled' }]
    summary: Tells`,
  ]),
  after: edited(ORDERS, [
    '    summary: Tells',
    `    messages: [{ $ref: '#/channels/orders/messages/placed' }]
    summary: Tells`,
  ]),
  operation({ before, after }, { report, after: side, before: old, matches }) {
    if (!before || !after || matches.was.channels.get(after.channel) !== before.channel) return;
    // What came to the channel, or went from it, is told there.
    const onChannel = new Set(side.channels.get(after.channel)?.messages ?? []);
    const wasOnChannel = new Set(
      (old.channels.get(before.channel)?.messages ?? []).flatMap(id => matches.is.messages.get(id) ?? []),
    );
    const both = (id: string) => onChannel.has(id) && wasOnChannel.has(id);
    const now = after.messages.filter(both);
    const then = before.messages.flatMap(id => matches.is.messages.get(id) ?? []).filter(both);
    const [gone, fresh] = [missing(then, now), missing(now, then)];
    if (gone.length === 0 && fresh.length === 0) return;
    const verb = after.direction.action;
    const done = [
      gone.length > 0 && `no longer ${verb}s ${listed(gone)}`,
      fresh.length > 0 && `also ${verb}s ${listed(fresh)}`,
    ];
    report({
      subject: { kind: 'operation', name: after.id },
      params: { name: after.id, done: done.filter(Boolean).join(' and ') },
      verdict: gone.length > 0 ? 'breaking' : 'non-breaking',
      ...sidesOf({ before, after }, 'messages'),
      operations: concerned([after]),
      messages: [...gone, ...fresh],
    });
  },
});
