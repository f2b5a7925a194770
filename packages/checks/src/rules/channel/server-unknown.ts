import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 2.6.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    url: kafka.example.com:9092
    protocol: kafka
channels:
  orders.placed:
    servers:
      - production
    subscribe:
      message:
        payload:
          type: string
`;

export default rule({
  code: 'CHANNEL_SERVER_UNKNOWN',
  severity: 'error',
  says: 'Channel `{channel}` is on the server `{server}`, which this document does not have.',
  why: 'Nobody can find the channel: the one place that it is said to be at is not described.',
  help: 'Add `{server}` to `servers`, or correct the name.',
  source: 'AsyncAPI 2.6.0, Channel Item Object, servers',
  bad: good.replace('- production', '- staging'),
  good,
  channel(channel, { contract, report }) {
    for (const [index, server] of channel.servers.entries()) {
      if (contract.servers.some(({ id }) => id === server)) continue;
      report(at(channel, 'servers', index), { channel: channel.id, server });
    }
  },
});
