import { at } from '../../context.ts';
import { isMap } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: kafka.example.com:9092
    protocol: kafka
    bindings:
      kafka:
        schemaRegistryUrl: https://registry.example.com
        schemaRegistryVendor: apicurio
`;

export default rule({
  code: 'SERVER_KAFKA_REGISTRY_URL',
  severity: 'error',
  says: 'Server `{server}` names the vendor of a schema registry but not its address.',
  why: 'The vendor decides how to talk to a registry; without an address there is nothing to talk to.',
  help: 'Add `schemaRegistryUrl` beside it, or remove `schemaRegistryVendor`.',
  source: 'AsyncAPI Kafka bindings 0.5.0, Server Binding Object',
  bad: good.replace('        schemaRegistryUrl: https://registry.example.com\n', ''),
  good,
  server(server, { report }) {
    const { kafka } = server.bindings;
    if (!isMap(kafka) || kafka.schemaRegistryVendor === undefined || kafka.schemaRegistryUrl !== undefined) return;
    report(at(server, 'bindings', 'kafka', 'schemaRegistryVendor'), { server: server.id });
  },
});
