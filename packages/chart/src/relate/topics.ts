import type { Channel } from '@portolan/contract';
import { withoutNames } from '../address.ts';
import { familyIn } from './brokers.ts';

/** Finds the topics that subscriptions belong to. */
export interface Topics {
  /**
   * The address by which a channel is compared: without the names of parameters, and of the topic where it is one of the
   * topic's subscriptions (`orders/subscriptions/billing`).
   */
  addressOf(channel: Channel, broker: string | undefined): string;
}

/** Families of protocols whose receivers have subscriptions of their own at the topics of senders. */
const WITH_SUBSCRIPTIONS: ReadonlySet<string> = new Set([
  ...['amqp1', 'servicebus', 'azureservicebus', 'azure-servicebus'],
  ...['googlepubsub', 'pubsub', 'gcp-pubsub'],
]);

/** `orders/subscriptions/billing`, as Service Bus writes it. */
const WRITTEN_OUT = /^(.+)\/subscriptions?\/[^/]+$/i;

/**
 * Which addresses are subscriptions. Service Bus and Pub/Sub give each receiver a subscription; what arrives there is what
 * is sent to the topic. `orders/subscriptions/billing` says so by itself; `orders/billing` is one where another document
 * has the channel `orders` on the same broker.
 */
export function topicsOf(
  members: readonly { readonly channel: Channel; readonly brokers: readonly string[] }[],
): Topics {
  const known = new Set(
    members.flatMap(({ channel, brokers }) =>
      channel.address === null ? [] : brokers.map(broker => `${broker}\n${withoutNames(channel.address as string)}`),
    ),
  );
  return {
    addressOf({ address }, broker) {
      const plain = withoutNames(address ?? '');
      if (broker === undefined || !hasSubscriptions(broker)) return plain;
      const written = WRITTEN_OUT.exec(plain)?.[1];
      if (written !== undefined) return written;
      const topic = /^(.+)\/[^/]+$/.exec(plain)?.[1];
      return topic !== undefined && known.has(`${broker}\n${topic}`) ? topic : plain;
    },
  };
}

function hasSubscriptions(broker: string): boolean {
  return WITH_SUBSCRIPTIONS.has(familyIn(broker) ?? '') || /\.servicebus\.[a-z.]+(:\d+)?$/.test(broker);
}
