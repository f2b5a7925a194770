import { addressesOf } from './amqp-rights.ts';
import type { Gleaning, Place } from './gleaning.ts';

/** What one file says about rights and bindings on a RabbitMQ broker. */
export interface AmqpTopology {
  /** A user may write (send) or read (receive) what a regular expression matches. */
  right(who: string, action: 'send' | 'receive', pattern: string, at: Place, what: string): void;
  /** What is sent to an exchange with a routing key comes into a queue. */
  binding(exchange: string, queue: string, key: string | undefined): void;
  /** Notes who sends and receives, when all is known. */
  conclude(): void;
}

/** More than one file has, and ways that lead into one queue. */
const MOST = 20_000;
const MOST_WAYS = 100;

/** Gathers rights and bindings, because who reads a queue receives what is sent to the exchange that it is bound to. */
export function amqpTopology(notes: Gleaning): AmqpTopology {
  const rights: { who: string; action: 'send' | 'receive'; pattern: string; at: Place; what: string }[] = [];
  const bound = new Map<string, Set<string>>();
  return {
    right(who, action, pattern, at, what) {
      if (rights.length < MOST) rights.push({ who, action, pattern, at, what });
    },
    binding(exchange, queue, key) {
      const ways = bound.get(queue) ?? new Set<string>();
      if (ways.size >= MOST_WAYS) return;
      if (exchange !== '') ways.add(exchange);
      if (key !== undefined && key !== '') ways.add(key);
      bound.set(queue, ways);
    },
    conclude() {
      for (const { who, action, pattern, at, what } of rights) {
        const addresses = addressesOf(pattern);
        if (!addresses) notes.unread(what, at);
        for (const { address, ...reach } of addresses ?? []) {
          // Through the nameless exchange one sends to every queue, which says nothing about any.
          if (address !== 'amq.default') notes.use(who, action, address, at, reach);
          const through = action === 'receive' && !reach.match ? bound.get(address) : undefined;
          for (const way of through ?? []) notes.use(who, 'receive', way, at);
        }
      }
    },
  };
}
