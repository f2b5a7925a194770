import type { Thing } from '../module.ts';
import { innerText, type Reading, type ThingReader, textIn } from '../reading.ts';

/** Queues, exchanges, bindings and rights of RabbitMQ. */
export const rabbitmq: Readonly<Record<string, ThingReader>> = {
  rabbitmq_queue: named,
  rabbitmq_exchange: named,
  rabbitmq_binding(thing, reading) {
    if (textIn(thing, 'destination_type', reading) === 'exchange') return;
    const source = textIn(thing, 'source', reading);
    const destination = textIn(thing, 'destination', reading);
    if (source === undefined || destination === undefined) return;
    reading.amqp.binding(queueOf(source), queueOf(destination), textIn(thing, 'routing_key', reading));
  },
  rabbitmq_permissions: permissions,
  rabbitmq_topic_permissions: permissions,
};

function named(thing: Thing, reading: Reading): void {
  const name = textIn(thing, 'name', reading);
  if (name !== undefined && !name.startsWith('amq.')) reading.notes.channel(name, thing.place('name'));
}

/** An id is `name@vhost`. */
function queueOf(name: string): string {
  return name.split('@')[0] as string;
}

function permissions(thing: Thing, reading: Reading): void {
  const who = textIn(thing, 'user', reading);
  if (who === undefined) return;
  const rights = thing.value('permissions');
  const at = thing.place('permissions');
  for (const [member, action] of [
    ['write', 'send'],
    ['read', 'receive'],
  ] as const) {
    const pattern = innerText(rights, member);
    const what = `${thing.type}.${thing.label}.permissions.${member}`;
    if (pattern === undefined) reading.notes.unread(what, at);
    else reading.amqp.right(queueOf(who), action, pattern, at, what);
  }
}
