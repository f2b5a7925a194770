import type { Channel } from '@portolan/contract';
import { at } from '../../context.ts';
import { listed } from '../../facts/json.ts';
import { familyOf } from '../../facts/protocols.ts';
import { withoutNames } from '../../facts/templates.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
  cancelled:
    address: orders.cancelled
`;

export default rule({
  code: 'CHANNEL_ADDRESS_DUPLICATE',
  severity: 'warning',
  says: 'The channels {names} have the same address `{address}`.',
  why: 'They describe one place on the broker. A message there must match exactly one description, and a reader who finds the first channel does not look for a second.',
  help: 'Merge them into one channel that lists all the messages, or name different `servers` when they are different places.',
  bad: good.replace('orders.cancelled', 'orders.placed'),
  good,
  contract(contract, { report, serversOf }) {
    const places = new Map<string, Channel[]>();
    for (const channel of contract.channels) {
      // Where each receiver chooses, equal words mean no equal place.
      if (!channel.address || channel.elsewhere) continue;
      const servers = serversOf(channel);
      // One WebSocket path carries all messages of a connection; splitting it into channels is how people order them.
      if (servers.length > 0 && servers.every(({ protocol }) => familyOf(protocol) === 'ws')) continue;
      for (const server of servers.length > 0 ? servers : [undefined]) {
        const key = `${server?.id ?? ''} ${withoutNames(channel.address)}`;
        places.set(key, [...(places.get(key) ?? []), channel]);
      }
    }
    const told = new Set<string>();
    for (const channels of places.values()) {
      const [first, second] = channels;
      const names = listed(channels.map(({ id }) => id));
      if (!first || !second || told.has(names)) continue;
      told.add(names);
      const related = [{ message: `Channel \`${first.id}\` has it first.`, origin: at(first, 'address') }];
      report(at(second, 'address'), { names, address: second.address ?? '' }, related);
    }
  },
});
