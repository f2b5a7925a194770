import { isObject } from '@portolan/base';
import { awsRights } from '../parts/aws-policy.ts';
import type { Place } from '../parts/gleaning.ts';
import { isStatic, listAt, objectAt, at as valueAt } from '../parts/values.ts';
import { type CloudReader, type CloudResource, known, nameAt, nameIn, ownerOf, textIn } from './resource.ts';

/** Readers by the type of the resources that they understand. */
export const READERS: Readonly<Record<string, CloudReader>> = {
  'AWS::SNS::Topic': topic,
  'AWS::SNS::Subscription': subscription,
  'AWS::SQS::Queue': channelBy('QueueName'),
  'AWS::Kinesis::Stream': channelBy('Name'),
  'AWS::Events::EventBus': channelBy('Name'),
  'AWS::MSK::Topic': channelBy('TopicName'),
  'AWS::Events::Rule': rule,
  'AWS::Lambda::EventSourceMapping': mapping,
  'AWS::Serverless::Function': serverless,
  'AWS::IAM::Role': role,
  'AWS::IAM::Policy': policy,
  'AWS::IAM::ManagedPolicy': policy,
};

/** Without a name of its own a resource gets one that nobody knows before. */
function channelBy(member: string): CloudReader {
  return resource => {
    const name = Object.hasOwn(resource.properties, member) ? textIn(resource, member) : undefined;
    if (name !== undefined) resource.notes.channel(name, resource.at(member), ownerOf(resource));
    else if (!Object.hasOwn(resource.properties, member))
      resource.notes.unread(`${resource.id}: ${member}`, resource.at());
  };
}

function topic(resource: CloudResource): void {
  channelBy('TopicName')(resource);
  const name = resource.textOf(resource.properties.TopicName);
  if (name === undefined || !isStatic(name)) return;
  for (const [index, inner] of listAt(resource.properties, 'Subscription').entries()) {
    if (isObject(inner)) subscribe(resource, name, inner.Endpoint, inner.Protocol, ['Subscription', index, 'Endpoint']);
  }
}

function subscription(resource: CloudResource): void {
  const { TopicArn, Endpoint, Protocol } = resource.properties;
  const name = nameIn(resource, TopicArn, ['TopicArn']);
  if (name !== undefined) subscribe(resource, name, Endpoint, Protocol, ['Endpoint']);
}

function subscribe(
  resource: CloudResource,
  topicName: string,
  endpoint: unknown,
  protocol: unknown,
  keys: readonly (string | number)[],
): void {
  if (!/^(sqs|lambda|firehose)$/.test(resource.textOf(protocol) ?? '')) return;
  const name = nameIn(resource, endpoint, keys);
  if (name !== undefined) resource.subscriptions.subscribe(topicName, name, resource.at(...keys));
}

/** What a rule finds on a bus goes to its targets. */
function rule(resource: CloudResource): void {
  const bus = nameAt(resource, 'EventBusName');
  if (bus === undefined || bus === 'default') return;
  for (const [index, target] of listAt(resource.properties, 'Targets').entries()) {
    const keys = ['Targets', index, 'Arn'];
    const name = nameIn(resource, valueAt(target, 'Arn'), keys);
    if (name !== undefined) resource.subscriptions.subscribe(bus, name, resource.at(...keys));
  }
}

function mapping(resource: CloudResource): void {
  const who = nameAt(resource, 'FunctionName');
  if (who === undefined) return;
  const topics = listAt(resource.properties, 'Topics');
  for (const [index, each] of topics.entries()) {
    const name = known(resource, each, ['Topics', index]);
    if (name !== undefined) resource.notes.use(who, 'receive', name, resource.at('Topics', index));
  }
  // With topics, the source is the cluster that has them.
  if (topics.length === 0) reads(resource, who, resource.properties.EventSourceArn, ['EventSourceArn']);
}

function reads(resource: CloudResource, who: string, source: unknown, keys: readonly (string | number)[]): void {
  const name = nameIn(resource, source, keys);
  if (name === undefined) return;
  resource.notes.use(who, 'receive', name, resource.at(...keys));
  resource.subscriptions.read(name, who, resource.at(...keys));
}

/** Members of the events of a function of SAM that name what it receives from. */
const SOURCES = ['Topic', 'Queue', 'Stream', 'EventBusName'];

/** Templates of policies in SAM, with the member that names what they are about. */
const TEMPLATES: Readonly<Record<string, readonly [action: 'send' | 'receive', member: string]>> = {
  SNSPublishMessagePolicy: ['send', 'TopicName'],
  SQSSendMessagePolicy: ['send', 'QueueName'],
  SQSPollerPolicy: ['receive', 'QueueName'],
  EventBridgePutEventsPolicy: ['send', 'EventBusName'],
  KinesisStreamReadPolicy: ['receive', 'StreamName'],
};

function serverless(resource: CloudResource): void {
  const own = resource.textOf(resource.properties.FunctionName);
  const who = own !== undefined && isStatic(own) ? own : resource.id;
  for (const [event, described] of Object.entries(objectAt(resource.properties, 'Events'))) {
    for (const member of SOURCES) {
      const source = valueAt(described, 'Properties', member);
      if (source !== undefined) reads(resource, who, source, ['Events', event, 'Properties', member]);
    }
    for (const [index, name] of listAt(described, 'Properties', 'Topics').entries()) {
      const keys = ['Events', event, 'Properties', 'Topics', index];
      const address = known(resource, name, keys);
      if (address !== undefined) resource.notes.use(who, 'receive', address, resource.at(...keys));
    }
  }
  for (const [index, given] of listAt(resource.properties, 'Policies').entries()) {
    if (!isObject(given)) continue;
    statements(resource, who, given, resource.at('Policies', index));
    for (const [name, values] of Object.entries(given)) {
      const meant = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined;
      const address = meant && nameIn(resource, valueAt(values, meant[1]), ['Policies', index, name, meant[1]]);
      if (meant && address !== undefined) resource.notes.use(who, meant[0], address, resource.at('Policies', index));
    }
  }
}

function role(resource: CloudResource): void {
  const own = resource.textOf(resource.properties.RoleName);
  const who = own !== undefined && isStatic(own) ? own : resource.id;
  for (const [index, given] of listAt(resource.properties, 'Policies').entries()) {
    statements(resource, who, objectAt(given, 'PolicyDocument'), resource.at('Policies', index));
  }
}

function policy(resource: CloudResource): void {
  for (const given of listAt(resource.properties, 'Roles')) {
    const text = resource.textOf(given);
    // A role without a name of its own is known by what it is called in the template.
    const who = text !== undefined && isStatic(text) ? text : referredTo(given);
    if (who !== undefined) {
      statements(resource, who, objectAt(resource.properties, 'PolicyDocument'), resource.at('PolicyDocument'));
    }
  }
}

function referredTo(value: unknown): string | undefined {
  if (isObject(value) && typeof value.Ref === 'string') return value.Ref;
  return typeof value === 'string' ? /^¤Ref +(\w+)$/.exec(value)?.[1] : undefined;
}

function statements(resource: CloudResource, who: string, document: unknown, at: Place): void {
  const given = valueAt(document, 'Statement');
  for (const statement of Array.isArray(given) ? given : [given]) {
    if (!isObject(statement) || statement.Effect === 'Deny') continue;
    const texts = (value: unknown) =>
      (Array.isArray(value) ? value : [value]).flatMap(each => resource.textOf(each) ?? []);
    const resources = texts(statement.Resource).filter(each => isStatic(each.split(/[/:]/).at(-1) ?? ''));
    for (const right of awsRights(texts(statement.Action), resources)) {
      resource.notes.use(who, right.action, right.name, at, right.match ? { match: right.match } : {});
      if (right.queue && right.action === 'receive') resource.subscriptions.read(right.name, who, at);
    }
  }
}
