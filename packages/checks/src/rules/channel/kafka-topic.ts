import { at } from '../../context.ts';
import { isMap } from '../../facts/json.ts';
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
`;

/** Apache Kafka, `Topic.LEGAL_CHARS` and `MAX_NAME_LENGTH`. */
const LEGAL = /^(?!\.{1,2}$)[a-zA-Z0-9._-]{1,249}$/;

export default rule({
  code: 'CHANNEL_KAFKA_TOPIC',
  severity: 'warning',
  sets: ['strict'],
  says: 'Channel `{channel}` is on Kafka, which cannot have a topic `{topic}`.',
  why: 'A topic is named by letters, digits, `.`, `_` and `-`, 249 at most. The broker refuses every other name, so this channel is not where the document says.',
  help: 'Write the name of the topic as it is on the broker, or put it into `bindings.kafka.topic`.',
  source: 'Apache Kafka 3.9, Topic',
  bad: good.replace('orders.placed', 'orders/placed'),
  good,
  channel(channel, { report, serversOf }) {
    const servers = serversOf(channel);
    if (servers.length === 0 || !servers.every(({ protocol }) => familyOf(protocol) === 'kafka')) return;
    const { kafka } = channel.bindings;
    const named = isMap(kafka) && typeof kafka.topic === 'string' ? kafka.topic : undefined;
    const topic = named ?? channel.address;
    if (!topic || LEGAL.test(topic.replace(/\{[^{}]*\}/g, 'x'))) return;
    const place = named === undefined ? at(channel, 'address') : at(channel, 'bindings', 'kafka', 'topic');
    report(place, { channel: channel.id, topic });
  },
});
