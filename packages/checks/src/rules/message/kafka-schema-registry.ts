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
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        payload:
          type: object
        bindings:
          kafka:
            schemaIdLocation: header
`;

const MEMBERS = ['schemaIdLocation', 'schemaIdPayloadEncoding', 'schemaLookupStrategy'];

export default rule({
  code: 'MESSAGE_KAFKA_SCHEMA_REGISTRY',
  severity: 'error',
  says: 'Message `{message}` sets `{member}`, but no Kafka server of this document names a schema registry.',
  why: 'The setting says how the id of a schema is sent. Without a registry a receiver cannot turn the id into a schema.',
  help: 'Add `schemaRegistryUrl` to the server’s `bindings.kafka`, or remove `{member}`.',
  source: 'AsyncAPI Kafka bindings 0.5.0, Message Binding Object',
  bad: good.replace('    bindings:\n      kafka:\n        schemaRegistryUrl: https://registry.example.com\n', ''),
  good,
  message(message, { contract, report }) {
    const { kafka } = message.bindings;
    // A document without servers leaves them, and their registry, to others.
    if (!isMap(kafka) || contract.servers.length === 0) return;
    const registries = contract.servers.filter(server => {
      const binding = server.bindings.kafka;
      return isMap(binding) && binding.schemaRegistryUrl !== undefined;
    });
    if (registries.length > 0) return;
    for (const member of MEMBERS.filter(name => kafka[name] !== undefined)) {
      report(at(message, 'bindings', 'kafka', member), { message: message.name, member });
    }
  },
});
