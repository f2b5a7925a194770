import { anything, flag, integer, integerFrom, listOf, mapOf, may, must, object, oneOf, text } from '../kinds.ts';
import { protocol } from './protocol.ts';

const first = { until: '0.1.0' };

const storagePolicy = object('Pub/Sub storage policy', {
  allowedPersistenceRegions: may(listOf(text), 'Regions that messages may be kept in.'),
});

const schemaSettings = object('Pub/Sub schema settings', {
  encoding: must(text, 'How messages are encoded.'),
  firstRevisionId: may(text, 'The first revision of the schema that counts.'),
  lastRevisionId: may(text, 'The last revision of the schema that counts.'),
  name: must(text, 'The schema: `projects/{project}/schemas/{schema}`.'),
});

const schemaDefinition = object('Pub/Sub schema definition', {
  name: must(text, 'The name of the schema.'),
  type: may(text, 'The language of the schema.'),
});

/** The JSON Schema demands `schemaSettings`; the text does not, and topics without a schema are common. */
export const googlePubSub = protocol('Google Cloud Pub/Sub', ['0.1.0', '0.2.0'], {
  channel: {
    topic: must(text, 'The topic.', first),
    labels: may(mapOf(anything), 'Labels of the topic.'),
    messageRetentionDuration: may(text, 'How long messages are kept: `86400s`.'),
    messageStoragePolicy: may(storagePolicy, 'Where messages may be kept.'),
    schemaSettings: may(schemaSettings, 'How messages are checked.'),
  },
  message: {
    attributes: may(mapOf(anything), 'Attributes of the message.'),
    orderingKey: may(text, 'Messages of the same key keep their order.'),
    schema: may(schemaDefinition, 'The schema of the payload.'),
  },
});

const retention = object('Pulsar retention', {
  time: may(integerFrom(0), 'How long, in minutes.'),
  size: may(integerFrom(0), 'How much, in megabytes.'),
});

export const pulsar = protocol('Pulsar', ['0.1.0'], {
  server: { tenant: may(text, 'The tenant; `public` unless said otherwise.') },
  channel: {
    namespace: must(text, 'The namespace of the topic.'),
    persistence: must(oneOf('persistent', 'non-persistent'), 'Whether messages are kept.'),
    compaction: may(integerFrom(0), 'The size that starts a compaction, in megabytes.'),
    'geo-replication': may(listOf(text), 'The clusters that have a copy.'),
    retention: may(retention, 'What is kept.'),
    ttl: may(integer, 'How long a message lives, in seconds.'),
    deduplication: may(flag, 'Whether each message is kept only once.'),
  },
});
