import { isObject } from '@portolan/base';
import { isStatic, textAt } from '../parts/values.ts';
import { nameOf, type Resource, refOf } from './resource.ts';

/** Kinds that are channels themselves. */
const CHANNELS = ['Broker', 'Channel', 'InMemoryChannel', 'KafkaChannel'];

/** Resources of Knative Eventing: brokers, channels, and who is subscribed to them. */
export function knative(resource: Resource): void {
  const { kind, notes, owner, at } = resource;
  const name = nameOf(resource);
  if (name === undefined) return;
  if (CHANNELS.includes(kind)) notes.channel(name, at('metadata', 'name'), owner);
  if (Object.hasOwn(KINDS, kind)) KINDS[kind]?.(resource);
}

/** Events of one type reach the subscriber: documents may have the broker as the channel, or the type of the events. */
function trigger(resource: Resource): void {
  const { spec, notes, at } = resource;
  const subscriber = refOf(resource, 'subscriber');
  if (!subscriber) return;
  const here = at('spec', 'subscriber');
  const broker = textAt(spec, 'broker');
  if (broker !== undefined && isStatic(broker)) notes.use(subscriber.name, 'receive', broker, here);
  const type = textAt(spec, 'filter', 'attributes', 'type');
  if (type === undefined) return;
  const typeAt = at('spec', 'filter', 'attributes', 'type');
  if (isStatic(type)) notes.use(subscriber.name, 'receive', type, typeAt);
  else notes.unread('Trigger: spec.filter.attributes.type', typeAt);
}

function subscription(resource: Resource): void {
  const { spec, notes, at } = resource;
  const channel = refOf(resource, 'channel');
  const subscriber = refOf(resource, 'subscriber');
  if (channel && subscriber) notes.use(subscriber.name, 'receive', channel.name, at('spec', 'subscriber'));
  // What the subscriber answers goes to the next channel.
  const reply = isObject(spec.reply) ? refOf(resource, 'reply') : undefined;
  if (subscriber && reply) notes.use(subscriber.name, 'send', reply.name, at('spec', 'reply'));
}

function kafkaSource(resource: Resource): void {
  const { spec, notes, at } = resource;
  const sink = refOf(resource, 'sink');
  const topics: readonly unknown[] = Array.isArray(spec.topics) ? spec.topics : [];
  if (!Array.isArray(spec.topics)) notes.wrong('KafkaSource: spec.topics', 'a list', at('spec', 'topics'));
  const group = textAt(spec, 'consumerGroup');
  // A broker in the middle receives for others, whom its triggers name.
  const service = sink && sink.kind !== 'Broker' ? sink.name : undefined;
  const who = service ?? (group !== undefined && isStatic(group) ? group : undefined);
  if (who === undefined) return;
  for (const [index, topic] of topics.entries()) {
    if (typeof topic !== 'string' || topic === '') continue;
    if (isStatic(topic)) notes.use(who, 'receive', topic, at('spec', 'topics', index));
    else notes.unread('KafkaSource: spec.topics', at('spec', 'topics', index));
  }
  if (service !== undefined && group !== undefined && isStatic(group)) {
    notes.alias(service, group, at('spec', 'consumerGroup'));
  }
}

function kafkaSink(resource: Resource): void {
  const topic = textAt(resource.spec, 'topic');
  if (topic === undefined) return;
  if (isStatic(topic)) resource.notes.channel(topic, resource.at('spec', 'topic'), resource.owner);
  else resource.notes.unread('KafkaSink: spec.topic', resource.at('spec', 'topic'));
}

function sinkBinding(resource: Resource): void {
  const { spec, notes, at } = resource;
  const sink = refOf(resource, 'sink');
  const subject = textAt(spec, 'subject', 'name');
  if (sink && CHANNELS.includes(sink.kind) && subject !== undefined && isStatic(subject)) {
    notes.use(subject, 'send', sink.name, at('spec', 'sink'));
  }
}

const KINDS: Readonly<Record<string, (resource: Resource) => void>> = {
  Trigger: trigger,
  Subscription: subscription,
  KafkaSource: kafkaSource,
  KafkaSink: kafkaSink,
  SinkBinding: sinkBinding,
};
