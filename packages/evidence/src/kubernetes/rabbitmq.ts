import type { AmqpTopology } from '../parts/amqp-topology.ts';
import { isStatic, textAt } from '../parts/values.ts';
import { nameOf, type Resource, specText } from './resource.ts';

/** Resources of RabbitMQ's messaging topology operator. */
export function rabbitmqTopology(resource: Resource, amqp: AmqpTopology): void {
  const { kind } = resource;
  if (kind === 'Queue' || kind === 'Exchange') named(resource);
  if (kind === 'Permission' || kind === 'TopicPermission') permission(resource, amqp);
  if (kind === 'Binding') binding(resource, amqp);
}

function named(resource: Resource): void {
  const own = Object.hasOwn(resource.spec, 'name');
  const name = own ? specText(resource, 'name') : nameOf(resource);
  const at = own ? resource.at('spec', 'name') : resource.at('metadata', 'name');
  if (name !== undefined && !name.startsWith('amq.')) resource.notes.channel(name, at, resource.owner);
}

/** Rights on exchanges and queues (`Permission`), or on the routing keys of an exchange (`TopicPermission`). */
function permission(resource: Resource, amqp: AmqpTopology): void {
  const who = textAt(resource.spec, 'user') ?? textAt(resource.spec, 'userReference', 'name');
  if (who === undefined) return;
  if (!isStatic(who)) {
    resource.notes.unread(`${resource.kind}: spec.user`, resource.at('spec', 'user'));
    return;
  }
  for (const [member, action] of [
    ['write', 'send'],
    ['read', 'receive'],
  ] as const) {
    const pattern = specText(resource, 'permissions', member);
    if (pattern === undefined) continue;
    const at = resource.at('spec', 'permissions', member);
    amqp.right(who, action, pattern, at, `${resource.kind}: spec.permissions.${member}`);
  }
}

function binding(resource: Resource, amqp: AmqpTopology): void {
  if (textAt(resource.spec, 'destinationType') === 'exchange') return;
  const exchange = specText(resource, 'source');
  const queue = specText(resource, 'destination');
  if (exchange !== undefined && queue !== undefined) {
    amqp.binding(exchange, queue, specText(resource, 'routingKey'));
  }
}
