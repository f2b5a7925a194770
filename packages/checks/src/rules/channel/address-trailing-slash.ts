import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders/placed
`;

export default rule({
  code: 'CHANNEL_ADDRESS_TRAILING_SLASH',
  severity: 'info',
  sets: ['strict'],
  says: 'The address `{address}` of channel `{channel}` ends with a slash.',
  why: 'To a broker, `a/b/` and `a/b` are two places. People do not see the difference, and wait at the wrong one. The specification says nothing about it.',
  help: 'Remove the slash, or leave this rule out where the empty last level is meant.',
  bad: good.replace('orders/placed', 'orders/placed/'),
  good,
  channel(channel, { report }) {
    const { address } = channel;
    if (address && address.length > 1 && address.endsWith('/')) {
      report(at(channel, 'address'), { address, channel: channel.id });
    }
  },
});
