import type { Operation } from '@portolan/contract';
import { compare } from '@portolan/schema/compare';
import { actionsOf } from '../../concerned.ts';
import type { ChangeVerdict } from '../../model.ts';
import { shown } from '../../values.ts';
import type { BoundKind } from './walk.ts';

interface Effect {
  readonly verdict: ChangeVerdict;
  readonly reason?: string;
}

type Judge = ChangeVerdict | ((from: unknown, to: unknown) => ChangeVerdict);

const less = (from: unknown, to: unknown) =>
  typeof from === 'number' && typeof to === 'number' && to < from && to !== -1;

/** Keeping messages for less time, or fewer of them, loses them for receivers that are late. */
const kept: Judge = (from, to) => (less(from, to) || from === -1 ? 'breaking' : 'non-breaking');

/** What changing a setting does to those who use the broker, by `<kind> <protocol>.<setting>`. */
const EFFECTS: Readonly<Record<string, Judge>> = {
  'channel kafka.topic': 'breaking',
  // Keys go to other partitions, so the order of messages with one key is lost; fewer need a new topic.
  'channel kafka.partitions': 'breaking',
  'channel kafka.replicas': 'non-breaking',
  'channel kafka.topicConfiguration.cleanup.policy': 'breaking',
  'channel kafka.topicConfiguration.retention.ms': kept,
  'channel kafka.topicConfiguration.retention.bytes': kept,
  'channel kafka.topicConfiguration.delete.retention.ms': kept,
  'channel kafka.topicConfiguration.max.message.bytes': (from, to) => (less(from, to) ? 'breaking' : 'non-breaking'),
  'operation kafka.clientId': 'non-breaking',
  // Another group begins anew; nobody else is touched.
  'operation kafka.groupId': 'non-breaking',
  'server kafka.schemaRegistryUrl': 'breaking',
  'server kafka.schemaRegistryVendor': 'breaking',
  'message kafka.schemaIdLocation': 'breaking',
  'message kafka.schemaIdPayloadEncoding': 'breaking',
  'message kafka.schemaLookupStrategy': 'breaking',
  // A broker refuses to declare what is there with other properties (AMQP 0-9-1, PRECONDITION_FAILED).
  'channel amqp.is': 'breaking',
  'channel amqp.exchange.name': 'breaking',
  'channel amqp.exchange.type': 'breaking',
  'channel amqp.exchange.durable': 'breaking',
  'channel amqp.exchange.autoDelete': 'breaking',
  'channel amqp.exchange.vhost': 'breaking',
  'channel amqp.queue.name': 'breaking',
  'channel amqp.queue.durable': 'breaking',
  'channel amqp.queue.exclusive': 'breaking',
  'channel amqp.queue.autoDelete': 'breaking',
  'channel amqp.queue.vhost': 'breaking',
  'operation amqp.priority': 'non-breaking',
  'operation amqp.timestamp': 'non-breaking',
  'operation amqp.expiration': kept,
  'operation amqp.deliveryMode': (from, to) => (less(from, to) ? 'breaking' : 'non-breaking'),
  'message amqp.contentEncoding': 'breaking',
  'message amqp.messageType': 'breaking',
  'operation mqtt.qos': (from, to) => (less(from, to) ? 'breaking' : 'non-breaking'),
  'operation mqtt.retain': (_, to) => (to === true ? 'non-breaking' : 'breaking'),
  'operation mqtt.messageExpiryInterval': kept,
  'operation nats.queue': 'non-breaking',
  'channel ws.method': 'breaking',
  'operation http.method': 'breaking',
  'channel sns.name': 'breaking',
  'channel sns.ordering.type': 'breaking',
  'channel sqs.queue.name': 'breaking',
  'channel sqs.queue.fifoQueue': 'breaking',
  'channel sqs.queue.messageRetentionPeriod': kept,
  'channel googlepubsub.messageRetentionDuration': 'not-checked',
  'channel pulsar.namespace': 'breaking',
  'channel pulsar.persistence': 'breaking',
  'server pulsar.tenant': 'breaking',
  'channel ibmmq.queue.objectName': 'breaking',
  'channel ibmmq.topic.string': 'breaking',
  'channel ibmmq.destinationType': 'breaking',
  'server ros2.domainId': 'breaking',
};

/** What a changed setting does. */
export function effectOf(
  kind: BoundKind,
  path: readonly string[],
  from: unknown,
  to: unknown,
  operations: readonly Operation[],
): Effect {
  if (path.at(-1) === 'bindingVersion' || path.at(-1) === 'description') return { verdict: 'editorial' };
  const name = `${kind} ${path.join('.')}`;
  if (name === 'message kafka.key') return keyEffect(from, to, operations);
  const judge = Object.hasOwn(EFFECTS, name) ? EFFECTS[name] : undefined;
  if (judge === undefined)
    return {
      verdict: 'not-checked',
      reason: `what \`${path.join('.')}\` does to those who use the broker is not known here`,
    };
  if (from === undefined || to === undefined)
    return {
      verdict: 'not-checked',
      reason: `what the broker does without it is not known here (${shown(from ?? to)})`,
    };
  const verdict = typeof judge === 'function' ? judge(from, to) : judge;
  return verdict === 'not-checked' ? { verdict, reason: 'the two values cannot be compared here' } : { verdict };
}

/** Keys of Kafka messages are data like payloads, written by one side and read by the other. */
function keyEffect(from: unknown, to: unknown, operations: readonly Operation[]): Effect {
  const { sure, unsure } = actionsOf(operations);
  const [old, fresh] = [from, to].map(definition => ({ id: 'key', format: 'asyncapi', definition }));
  if (from === undefined || to === undefined || !old || !fresh)
    return { verdict: 'not-checked', reason: 'one side does not say what keys look like' };
  const none = { writer: () => undefined, reader: () => undefined };
  const answers = [
    ...(sure.has('send') || unsure ? [compare(fresh, old, none)] : []),
    ...(sure.has('receive') || unsure ? [compare(old, fresh, none)] : []),
  ];
  if (answers.some(({ verdict }) => verdict === 'incompatible')) {
    return unsure
      ? { verdict: 'not-checked', reason: 'nothing says for certain who writes the key' }
      : { verdict: 'breaking' };
  }
  const open = answers.find(({ verdict }) => verdict === 'not-checked');
  return open
    ? { verdict: 'not-checked', reason: open.notCompared[0]?.reason ?? 'the keys cannot be compared' }
    : { verdict: 'non-breaking' };
}
