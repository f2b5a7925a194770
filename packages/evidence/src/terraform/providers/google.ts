import type { Thing } from '../module.ts';
import { channelBy, innerText, lastPart, type Reading, type ThingReader, textIn, textsOf } from '../reading.ts';

/** Topics and subscriptions of Google Pub/Sub, and who has which role on them. */
export const google: Readonly<Record<string, ThingReader>> = {
  google_pubsub_topic: channelBy('name'),
  google_pubsub_subscription(thing, reading) {
    const name = textIn(thing, 'name', reading);
    const topic = textIn(thing, 'topic', reading);
    if (name === undefined || topic === undefined) return;
    reading.subscriptions.subscribe(lastPart(topic), name, thing.place('topic'));
    const pushed = innerText(thing.value('push_config'), 'push_endpoint');
    const host = /^https?:\/\/([\w-]+)/.exec(pushed ?? '')?.[1];
    if (host !== undefined) reading.subscriptions.read(name, host, thing.place('push_config'));
  },
  google_pubsub_topic_iam_member: topicRole,
  google_pubsub_topic_iam_binding: topicRole,
  google_pubsub_subscription_iam_member: subscriptionRole,
  google_pubsub_subscription_iam_binding: subscriptionRole,
};

function topicRole(thing: Thing, reading: Reading): void {
  if (textIn(thing, 'role', reading) !== 'roles/pubsub.publisher') return;
  const topic = textIn(thing, 'topic', reading);
  if (topic === undefined) return;
  for (const who of membersOf(thing)) reading.notes.use(who, 'send', lastPart(topic), thing.place('topic'));
}

function subscriptionRole(thing: Thing, reading: Reading): void {
  if (textIn(thing, 'role', reading) !== 'roles/pubsub.subscriber') return;
  const subscription = textIn(thing, 'subscription', reading);
  if (subscription === undefined) return;
  for (const who of membersOf(thing)) {
    reading.subscriptions.read(lastPart(subscription), who, thing.place('subscription'));
  }
}

/** `serviceAccount:orders@project.iam.gserviceaccount.com` is `orders`. People and groups are no services. */
function membersOf(thing: Thing): readonly string[] {
  const all = [...textsOf(thing.value('member')), ...textsOf(thing.value('members'))];
  return all.flatMap(member => /^serviceAccount:([^@]+)/.exec(member)?.[1] ?? []);
}
