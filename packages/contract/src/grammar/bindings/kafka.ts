import { flag, integerFrom, listOf, may, named, object, oneOf, text, whenHas } from '../kinds.ts';
import { avroSchema } from '../schema-object.ts';
import { protocol } from './protocol.ts';

const registry = { since: '0.3.0' };

/** Topic settings that matter to the API; Kafka has many more, and all of them are welcome. */
const topicConfiguration = object(
  'Kafka topic configuration',
  {
    'cleanup.policy': may(listOf(oneOf('compact', 'delete')), 'What happens to old messages.'),
    'retention.ms': may(integerFrom(-1), 'How long messages are kept, in milliseconds; -1 is for ever.'),
    'retention.bytes': may(integerFrom(-1), 'How much is kept per partition, in bytes; -1 is no limit.'),
    'delete.retention.ms': may(integerFrom(0), 'How long tombstones are kept, in milliseconds.'),
    'max.message.bytes': may(integerFrom(0), 'The size of the largest batch of messages, in bytes.'),
    'confluent.key.schema.validation': may(flag, 'Whether the broker checks keys.'),
    'confluent.key.subject.name.strategy': may(text, 'How the subject of the key is named.'),
    'confluent.value.schema.validation': may(flag, 'Whether the broker checks values.'),
    'confluent.value.subject.name.strategy': may(text, 'How the subject of the value is named.'),
  },
  { others: 'welcome' },
);

export const kafka = protocol('Kafka', ['0.1.0', '0.2.0', '0.3.0', '0.4.0', '0.5.0'], {
  server: {
    schemaRegistryUrl: may(text, 'Where the schema registry is.', registry),
    schemaRegistryVendor: may(text, 'Whose registry it is: `confluent`, `apicurio` …', registry),
  },
  channel: {
    topic: may(text, 'The topic, where it differs from the address.', registry),
    partitions: may(integerFrom(1), 'The number of partitions.', registry),
    replicas: may(integerFrom(1), 'The number of replicas.', registry),
    topicConfiguration: may(topicConfiguration, 'Settings of the topic.', { since: '0.4.0' }),
  },
  operation: {
    groupId: may(named('Schema'), 'What the id of the consumer group looks like.'),
    clientId: may(named('Schema'), 'What the id of the client looks like.'),
  },
  message: {
    key: may(whenHas(['fields', 'symbols', 'namespace'], avroSchema, named('Schema')), 'What the key looks like.'),
    schemaIdLocation: may(oneOf('header', 'payload'), 'Where the id of the schema is sent.', registry),
    schemaIdPayloadEncoding: may(text, 'How the id stands in the payload.', registry),
    schemaLookupStrategy: may(text, 'How the schema is found.', registry),
  },
});
