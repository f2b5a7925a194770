import { isObject } from '@portolan/base';
import { type KafkaGrant, kafkaGrants } from '../parts/kafka-grants.ts';
import { isStatic, listAt, textAt } from '../parts/values.ts';
import { nameOf, type Resource, specText } from './resource.ts';

/** Resources of Strimzi: topics, users with their rights, connectors. */
export function strimzi(resource: Resource): void {
  if (resource.kind === 'KafkaTopic') topic(resource);
  if (resource.kind === 'KafkaUser') user(resource);
  if (resource.kind === 'KafkaConnector') connector(resource);
}

function topic(resource: Resource): void {
  const { spec, notes, owner, at } = resource;
  const own = Object.hasOwn(spec, 'topicName');
  const name = own ? specText(resource, 'topicName') : nameOf(resource);
  if (name !== undefined) notes.channel(name, own ? at('spec', 'topicName') : at('metadata', 'name'), owner);
}

function user(resource: Resource): void {
  const { spec, notes, at } = resource;
  const who = nameOf(resource);
  const acls = isObject(spec.authorization) ? spec.authorization.acls : undefined;
  if (who === undefined || acls === undefined || acls === null) return;
  const place = ['spec', 'authorization', 'acls'] as const;
  if (!Array.isArray(acls)) notes.wrong('KafkaUser: spec.authorization.acls', 'a list', at(...place));
  const grants = (Array.isArray(acls) ? acls : []).flatMap((acl, index): KafkaGrant[] => {
    const here = at(...place, index);
    if (!isObject(acl) || !isObject(acl.resource)) {
      notes.wrong(`KafkaUser: acls/${index}`, 'an object with `resource`', here);
      return [];
    }
    // The older form has one `operation`.
    const operations = [...listAt(acl, 'operations'), acl.operation].filter(each => typeof each === 'string');
    const name = textAt(acl, 'resource', 'name') ?? '';
    if (!isStatic(name)) {
      notes.unread(`KafkaUser: acls/${index}`, here);
      return [];
    }
    return [
      {
        who,
        resource: textAt(acl, 'resource', 'type') ?? '',
        name,
        prefixed: textAt(acl, 'resource', 'patternType')?.toLowerCase() === 'prefix',
        operations: operations as string[],
        denied: textAt(acl, 'type')?.toLowerCase() === 'deny',
        at: here,
      },
    ];
  });
  kafkaGrants(grants, notes);
}

/** A connector of the class of a sink receives, any other sends; neither is said anywhere else. */
function connector(resource: Resource): void {
  const { spec, notes, at } = resource;
  const who = nameOf(resource);
  const className = textAt(spec, 'class');
  if (who === undefined || className === undefined) return;
  const sink = /Sink/.test(className);
  if (!sink && !/Source/.test(className)) return;
  for (const member of sink ? ['topics'] : ['topic', 'topics', 'kafka.topic']) {
    const topics = specText(resource, 'config', member);
    for (const address of topics?.split(',').map(each => each.trim()) ?? []) {
      if (address !== '') notes.use(who, sink ? 'receive' : 'send', address, at('spec', 'config', member));
    }
  }
}
