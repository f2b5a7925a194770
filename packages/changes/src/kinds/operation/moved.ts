import type { Action } from '@portolan/contract';
import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import type { Side } from '../../side.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'OPERATION_MOVED',
  verdict: 'breaking',
  says: 'The operation `{name}` now {after}; before, it {before}.',
  why: 'Those at the other end wait in vain, or send what nobody takes any more.',
  help: 'Add a new operation beside the old one, and take that away when nobody uses it.',
  before: ORDERS,
  after: edited(ORDERS, ['action: send', 'action: receive']),
  operation({ before, after }, { report, before: left, after: right, matches }) {
    if (!before || !after) return;
    const [from, to] = [before.direction.action, after.direction.action];
    const stays = matches.was.channels.get(after.channel) === before.channel;
    if (from === to && stays) return;
    const named = (side: Side, id: string) => side.channels.get(id)?.address ?? id;
    report({
      subject: { kind: 'operation', name: after.id },
      params: {
        name: after.id,
        before: `${was(from)} on \`${named(left, before.channel)}\``,
        after: `${to}s on \`${named(right, after.channel)}\``,
      },
      ...sidesOf({ before, after }, from === to ? 'channel' : 'action'),
      operations: concerned([after]),
      messages: after.messages,
    });
  },
});

function was(action: Action): string {
  return action === 'send' ? 'sent' : 'received';
}
