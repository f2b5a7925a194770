import type { Channel } from '@portolan/contract';
import { at } from '../../context.ts';
import { familyOf } from '../../facts/protocols.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
  paid:
    address: orders.paid
  cancelled:
    address: orders.cancelled
`;

export default rule({
  code: 'CHANNEL_ADDRESS_MIXED',
  severity: 'info',
  sets: ['strict'],
  says: 'The address `{address}` of channel `{channel}` parts its words by `{separator}`; {count} others of this document use `{usual}`.',
  why: 'Where two ways of writing are mixed, every address has to be looked up, and rights by prefix miss some of them.',
  help: 'Write all addresses of one protocol the same way.',
  bad: good.replace('orders.cancelled', 'orders/cancelled'),
  good,
  contract({ channels }, { report, serversOf }) {
    const groups = new Map<string, Map<string, Channel[]>>();
    for (const channel of channels) {
      const separator = separatorOf(channel.address);
      if (separator === undefined) continue;
      const family = familyOf(serversOf(channel)[0]?.protocol ?? '');
      const group = groups.get(family) ?? new Map<string, Channel[]>();
      groups.set(family, group.set(separator, [...(group.get(separator) ?? []), channel]));
    }
    for (const group of groups.values()) {
      const [most, ...rest] = [...group].sort(([, a], [, b]) => b.length - a.length);
      // Two of each is no habit that a third one breaks.
      if (!most || most[1].length < 2 || rest.some(([, others]) => others.length === most[1].length)) continue;
      for (const [separator, others] of rest) {
        for (const channel of others) {
          const params = { address: channel.address ?? '', channel: channel.id, separator, usual: most[0] };
          report(at(channel, 'address'), { ...params, count: most[1].length });
        }
      }
    }
  },
});

/** The first character that parts the words of an address; undefined where there is but one word. */
function separatorOf(address: string | null): string | undefined {
  return /[./:]/.exec((address ?? '').replace(/\{[^{}]*\}/g, '').replace(/^\//, ''))?.[0];
}
