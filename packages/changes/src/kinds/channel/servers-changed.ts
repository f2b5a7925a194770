import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { listed, missing } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';
import { serversOf } from '../server/operations-at.ts';

export default changeRule({
  code: 'CHANNEL_SERVERS_CHANGED',
  verdict: 'breaking',
  says: 'The channel `{name}` {done}.',
  why: 'Whoever uses the channel on a server that is gone from it sends into nothing or waits in vain.',
  help: 'Keep the channel on all servers where somebody uses it.',
  before: edited(ORDERS, [
    `channels:
`,
    `  backup: { host: backup.example.com, protocol: kafka }
channels:
`,
  ]),
  after: edited(
    ORDERS,
    [
      `channels:
`,
      `  backup: { host: backup.example.com, protocol: kafka }
channels:
`,
    ],
    [
      '    address: orders',
      `    servers: [{ $ref: '#/servers/production' }]
    address: orders`,
    ],
  ),
  channel({ before, after }, { report, before: left, after: right, matches }) {
    if (!before || !after) return;
    // A server that came or went is told for itself.
    const kept = new Set(matches.servers.pairs.map(pair => pair.after.id));
    const now = serversOf(after, right).filter(id => kept.has(id));
    const then = serversOf(before, left).flatMap(id => matches.is.servers.get(id) ?? []);
    const [gone, fresh] = [missing(then, now), missing(now, then)];
    if (gone.length === 0 && fresh.length === 0) return;
    const done = [
      gone.length > 0 && `is no longer on ${listed(gone)}`,
      fresh.length > 0 && `is also on ${listed(fresh)}`,
    ];
    report({
      subject: { kind: 'channel', name: after.id },
      params: { name: after.address ?? after.id, done: done.filter(Boolean).join(' and ') },
      verdict: gone.length > 0 ? 'breaking' : 'non-breaking',
      ...sidesOf({ before, after }, 'servers'),
      operations: concerned(right.operationsOn(after.id)),
      messages: after.messages,
    });
  },
});
