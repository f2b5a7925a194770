import { at } from '../../context.ts';
import { listed } from '../../facts/json.ts';
import { familyOf } from '../../facts/protocols.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: kafka.example.com:9092
    protocol: kafka
channels:
  placed:
    address: orders.placed
    bindings:
      kafka:
        partitions: 6
`;

export default rule({
  code: 'CHANNEL_BINDING_FOREIGN',
  severity: 'info',
  says: 'The `{protocol}` binding of channel `{channel}` has no effect: its servers speak {spoken}.',
  why: 'Bindings apply to the protocol they are named after. What was meant to be configured here is not.',
  help: 'Rename the binding to the protocol of the servers, add the server that speaks `{protocol}`, or remove the binding.',
  bad: good.replace('protocol: kafka', 'protocol: amqp'),
  good,
  channel(channel, { report, serversOf }) {
    const spoken = [...new Set(serversOf(channel).map(server => server.protocol))];
    if (spoken.length === 0) return;
    for (const protocol of Object.keys(channel.bindings)) {
      if (spoken.some(name => familyOf(name) === familyOf(protocol))) continue;
      report(at(channel, 'bindings', protocol), { protocol, channel: channel.id, spoken: listed(spoken) });
    }
  },
});
