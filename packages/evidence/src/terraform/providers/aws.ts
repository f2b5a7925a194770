import { awsRights } from '../../parts/aws-policy.ts';
import type { Place } from '../../parts/gleaning.ts';
import { channelBy, lastPart, listOf, type Reading, type ThingReader, textIn, textsOf } from '../reading.ts';
import { isMap, textOf, type Value } from '../values.ts';

/** Topics, queues, buses and streams of AWS, who is subscribed to them, and what policies let roles do. */
export const aws: Readonly<Record<string, ThingReader>> = {
  aws_sns_topic: channelBy('name'),
  aws_sqs_queue: channelBy('name'),
  aws_kinesis_stream: channelBy('name'),
  aws_cloudwatch_event_bus: channelBy('name'),
  aws_sns_topic_subscription(thing, reading) {
    const topic = textIn(thing, 'topic_arn', reading);
    const endpoint = textIn(thing, 'endpoint', reading);
    const protocol = textIn(thing, 'protocol', reading);
    // An address of mail or of the web is no service by its name.
    if (topic === undefined || endpoint === undefined || !/^(sqs|lambda|firehose)$/.test(protocol ?? '')) return;
    reading.subscriptions.subscribe(lastPart(topic), lastPart(endpoint), thing.place('endpoint'));
  },
  aws_lambda_event_source_mapping(thing, reading) {
    const source = textIn(thing, 'event_source_arn', reading);
    const who = textIn(thing, 'function_name', reading);
    if (source === undefined || who === undefined) return;
    reads(reading, lastPart(who), lastPart(source), thing.place('event_source_arn'));
  },
  aws_cloudwatch_event_target(thing, reading) {
    const bus = textIn(thing, 'event_bus_name', reading);
    const target = textIn(thing, 'arn', reading);
    if (bus === undefined || target === undefined || bus === 'default') return;
    reading.subscriptions.subscribe(lastPart(bus), lastPart(target), thing.place('arn'));
  },
  aws_iam_role_policy(thing, reading) {
    const role = textIn(thing, 'role', reading);
    if (role !== undefined) rights(thing.value('policy'), lastPart(role), thing.place('policy'), reading);
  },
  aws_iam_role_policy_attachment(thing, reading) {
    const role = textIn(thing, 'role', reading);
    const policy = textIn(thing, 'policy_arn', reading);
    if (role === undefined || policy === undefined) return;
    const known = reading.module.things.find(
      each => each.type === 'aws_iam_policy' && textOf(each.value('name')) === lastPart(policy),
    );
    if (known) rights(known.value('policy'), lastPart(role), thing.place('policy_arn'), reading);
  },
};

function reads(reading: Reading, who: string, queue: string, at: Place): void {
  reading.notes.use(who, 'receive', queue, at);
  reading.subscriptions.read(queue, who, at);
}

/** What a policy lets a role do: as `jsonencode` writes it, or as `aws_iam_policy_document` does. */
function rights(policy: Value, role: string, at: Place, reading: Reading): void {
  if (!isMap(policy)) return;
  const statements = policy.get('Statement') ?? policy.get('statement') ?? [];
  for (const statement of listOf(statements)) {
    if (!isMap(statement)) continue;
    const of = (...names: readonly string[]) => textsOf(names.map(name => statement.get(name)).find(Boolean) ?? []);
    if (of('Effect', 'effect').includes('Deny')) continue;
    for (const right of awsRights(of('Action', 'actions'), of('Resource', 'resources'))) {
      reading.notes.use(role, right.action, right.name, at, right.match ? { match: right.match } : {});
      if (right.queue && right.action === 'receive') reading.subscriptions.read(right.name, role, at);
    }
  }
  // Roles are most often called after what takes them on.
  const service = /^(.+?)[-_](?:lambda[-_]|task[-_]|execution[-_]|service[-_])*role$/i.exec(role)?.[1];
  if (service !== undefined) reading.notes.alias(service, role, at);
}
