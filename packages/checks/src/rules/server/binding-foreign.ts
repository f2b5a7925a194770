import { at } from '../../context.ts';
import { familyOf } from '../../facts/protocols.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: mqtt.example.com:8883
    protocol: mqtts
    bindings:
      mqtt:
        keepAlive: 60
`;

export default rule({
  code: 'SERVER_BINDING_FOREIGN',
  severity: 'info',
  says: 'The `{protocol}` binding of server `{server}` has no effect: the server speaks `{spoken}`.',
  why: 'Bindings apply to the protocol they are named after. What was meant to be configured here is not.',
  help: 'Rename the binding to the protocol of the server, correct the protocol, or remove the binding.',
  source: 'AsyncAPI bindings of JMS and Anypoint MQ, Protocol',
  bad: good.replace('protocol: mqtts', 'protocol: kafka'),
  good,
  server(server, { report }) {
    for (const protocol of Object.keys(server.bindings)) {
      if (familyOf(protocol) === familyOf(server.protocol)) continue;
      report(at(server, 'bindings', protocol), { protocol, server: server.id, spoken: server.protocol });
    }
  },
});
