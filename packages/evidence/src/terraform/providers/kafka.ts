import type { Thing } from '../module.ts';
import { channelBy, lastPart, type Reading, type ThingReader, textIn } from '../reading.ts';

/** Topics and rights of Kafka: the providers Mongey/kafka, Confluent and Aiven. */
export const kafka: Readonly<Record<string, ThingReader>> = {
  kafka_topic: channelBy('name'),
  kafka_acl(thing, reading) {
    grant(thing, reading, {
      who: 'acl_principal',
      name: 'resource_name',
      prefix: 'resource_pattern_type_filter',
      operation: 'acl_operation',
      permission: 'acl_permission_type',
    });
  },
  confluent_kafka_topic: channelBy('topic_name'),
  confluent_kafka_acl(thing, reading) {
    grant(thing, reading, {
      who: 'principal',
      name: 'resource_name',
      prefix: 'pattern_type',
      operation: 'operation',
      permission: 'permission',
    });
  },
  confluent_role_binding: roleBinding,
  aiven_kafka_topic: channelBy('topic_name'),
  aiven_kafka_acl: aivenAcl,
};

/** What the members of a right are called. */
interface Members {
  readonly who: string;
  readonly name: string;
  readonly prefix: string;
  readonly operation: string;
  readonly permission: string;
}

function grant(thing: Thing, reading: Reading, members: Members): void {
  const who = textIn(thing, members.who, reading);
  const name = textIn(thing, members.name, reading);
  const resource = textIn(thing, 'resource_type', reading);
  const operation = textIn(thing, members.operation, reading);
  if (who === undefined || name === undefined || resource === undefined || operation === undefined) return;
  reading.grants.push({
    who: bareName(who),
    resource,
    name,
    prefixed: /^prefix/i.test(textIn(thing, members.prefix, reading) ?? ''),
    operations: [operation],
    denied: /^deny$/i.test(textIn(thing, members.permission, reading) ?? ''),
    at: thing.place(members.name),
  });
}

/** `User:billing`, `User:sa-…` where the account is known by its name. */
function bareName(principal: string): string {
  return principal.replace(/^User:(CN=([^,]+).*)?/, '$2');
}

/** Roles on a topic, named by the end of a long address: `…/kafka=lkc-1/topic=orders.*`. */
function roleBinding(thing: Thing, reading: Reading): void {
  const who = textIn(thing, 'principal', reading);
  const role = textIn(thing, 'role_name', reading);
  const pattern = textIn(thing, 'crn_pattern', reading);
  const found = /\/(topic|group)=([^/]+)$/.exec(pattern ?? '');
  const operations = ROLES[role ?? ''];
  if (who === undefined || !found || !operations) return;
  const [, resource = '', name = ''] = found;
  const prefixed = name !== '*' && name.endsWith('*');
  reading.grants.push({
    who: bareName(who),
    resource,
    name: prefixed ? name.slice(0, -1) : name,
    prefixed,
    operations,
    denied: false,
    at: thing.place('crn_pattern'),
  });
}

const ROLES: Readonly<Record<string, readonly string[]>> = {
  DeveloperRead: ['read'],
  DeveloperWrite: ['write'],
  ResourceOwner: ['all'],
};

function aivenAcl(thing: Thing, reading: Reading): void {
  const who = textIn(thing, 'username', reading);
  const topic = textIn(thing, 'topic', reading);
  const permission = textIn(thing, 'permission', reading);
  // A star inside a name, or a question mark, says more than a beginning.
  if (who === undefined || topic === undefined || !/^[^*?]*\*?$/.test(topic)) return;
  const prefixed = topic !== '*' && topic.endsWith('*');
  const operations =
    permission === 'readwrite' ? ['read', 'write'] : permission === 'admin' ? ['all'] : [permission ?? ''];
  reading.grants.push({
    who: lastPart(who),
    resource: 'topic',
    name: prefixed ? topic.slice(0, -1) : topic,
    prefixed,
    operations,
    denied: false,
    at: thing.place('topic'),
  });
}
