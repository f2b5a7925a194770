import type { Link, ServiceId, ServiceNode } from '../model.ts';
import { compact } from './compact.ts';

/** Whose something is. */
export interface Belonging {
  readonly owner?: string;
  readonly domain?: string;
}

/**
 * Whose the channels and messages are, by their ids: what is sent belongs to its sender. Several senders own it together
 * only when they agree; otherwise, and without a sender, nobody is called the owner. A sender that is uncertain counts
 * only where there is no other.
 */
export function belongingOf(
  links: readonly Link[],
  services: readonly ServiceNode[],
  of: (link: Link) => string | undefined,
): ReadonlyMap<string, Belonging> {
  const byId = new Map(services.map(service => [service.id, service]));
  const certain = sendersOf(
    links.filter(link => link.confidence !== 'uncertain'),
    of,
  );
  const senders = new Map([...sendersOf(links, of), ...certain]);
  return new Map(
    [...senders].map(([id, ids]) => {
      const all = [...ids].map(service => byId.get(service));
      const owner = agreed(all.map(service => service?.owner));
      const domain = agreed(all.map(service => service?.domain));
      return [id, compact({ owner, domain })];
    }),
  );
}

function sendersOf(links: readonly Link[], of: (link: Link) => string | undefined): Map<string, Set<ServiceId>> {
  const senders = new Map<string, Set<ServiceId>>();
  for (const link of links) {
    const id = link.action === 'send' ? of(link) : undefined;
    if (id !== undefined) senders.set(id, (senders.get(id) ?? new Set()).add(link.service));
  }
  return senders;
}

function agreed(words: readonly (string | undefined)[]): string | undefined {
  return words.every(word => word === words[0]) ? words[0] : undefined;
}
