import type { Gleaning, Place } from './gleaning.ts';

/** Who gets what is sent to topics by way of queues and subscriptions, as clouds have them. */
export interface Subscriptions {
  /** What is sent to a topic comes into a queue, or to a subscription. */
  subscribe(topic: string, queue: string, at: Place): void;
  /** Somebody reads a queue, or a subscription. */
  read(queue: string, who: string, at: Place): void;
  /** Notes who receives, when all is known. */
  conclude(): void;
}

/** More than one file has, and readers that one queue has. */
const MOST = 20_000;
const MOST_READERS = 100;

export function subscriptions(notes: Gleaning): Subscriptions {
  const topics: { readonly topic: string; readonly queue: string; readonly at: Place }[] = [];
  const readers = new Map<string, Map<string, Place>>();
  return {
    subscribe(topic, queue, at) {
      if (topics.length < MOST) topics.push({ topic, queue, at });
    },
    read(queue, who, at) {
      const known = readers.get(queue) ?? new Map<string, Place>();
      if (!known.has(who) && known.size < MOST_READERS) readers.set(queue, known.set(who, at));
    },
    conclude() {
      for (const { topic, queue, at } of topics) {
        const known = readers.get(queue);
        for (const [who, place] of known ?? []) notes.use(who, 'receive', topic, place);
        // Somebody reads it whom nobody names: then the name of the queue is all there is to go by.
        if (!known) notes.use(queue, 'receive', topic, at);
      }
    },
  };
}
