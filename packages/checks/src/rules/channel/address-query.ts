import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Prices
  version: 1.0.0
channels:
  prices:
    address: prices
    bindings:
      ws:
        query:
          type: object
          properties:
            market:
              type: string
`;

export default rule({
  code: 'CHANNEL_ADDRESS_QUERY',
  severity: 'error',
  says: 'The address `{address}` of channel `{channel}` holds a {part}.',
  why: 'An address names a place on a broker. Query parameters and fragments are no part of that name in most protocols, so two readers would connect to two different channels.',
  help: 'Keep the address bare and describe parameters in the channel’s bindings, for example `bindings.ws.query`.',
  source: 'AsyncAPI 3.1.0, Channel Object, address',
  bad: good.replace('address: prices', 'address: prices?market=nyse'),
  good,
  channel(channel, { report }) {
    // The address of a callback is a URL that its receiver chose, with whatever it needs.
    if (channel.elsewhere) return;
    const bare = (channel.address ?? '').replace(/\{[^{}]*\}/g, '');
    // A `#` that is a word of its own is the wildcard of MQTT and AMQP, not a fragment.
    const part = bare.includes('?') ? 'query' : /#[^./]/.test(bare) ? 'fragment' : undefined;
    if (part) report(at(channel, 'address'), { address: channel.address ?? '', channel: channel.id, part });
  },
});
