import type { UseFact } from '../port.ts';
import type { Gleaning, Place } from './gleaning.ts';

/** One access control entry of Kafka, as Strimzi, Terraform and others write it. */
export interface KafkaGrant {
  /** The principal, without `User:`. */
  readonly who: string;
  /** `topic`, `group`; anything else is about no channel. */
  readonly resource: string;
  /** `*` is every one. */
  readonly name: string;
  readonly prefixed: boolean;
  /** `Read`, `WRITE`, `All`. */
  readonly operations: readonly string[];
  readonly denied: boolean;
  readonly at: Place;
}

/** Operations on a topic that make somebody a sender, or a receiver. Describing a topic makes nobody either. */
const MEANS: Readonly<Record<UseFact['action'], readonly string[]>> = {
  send: ['write', 'all'],
  receive: ['read', 'all'],
};

const MOST_DENIED = 500;

/**
 * Notes who may send and receive by the rights on topics. What is denied wins, as in Kafka. Who reads in a single group is
 * known under its name too.
 */
export function kafkaGrants(grants: readonly KafkaGrant[], notes: Gleaning): void {
  const byUser = Map.groupBy(grants, ({ who }) => who);
  for (const [who, own] of byUser) {
    const topics = own.filter(({ resource }) => resource.toLowerCase() === 'topic');
    for (const action of ['send', 'receive'] as const) {
      const about = topics.filter(({ operations }) =>
        operations.some(each => MEANS[action].includes(each.toLowerCase())),
      );
      const denied = about.filter(grant => grant.denied).map(reachOf);
      // Nobody writes so many exceptions by hand; without looking at them all, nothing can be said.
      if (denied.length > MOST_DENIED) continue;
      for (const grant of about) if (!grant.denied) allow(who, action, grant, denied, notes);
    }
    alias(who, own, notes);
  }
}

interface KafkaReach {
  readonly name: string;
  readonly prefix: boolean;
}

function reachOf({ name, prefixed }: Pick<KafkaGrant, 'name' | 'prefixed'>): KafkaReach {
  if (name === '*') return { name: '', prefix: true };
  return { name, prefix: prefixed };
}

function allow(
  who: string,
  action: UseFact['action'],
  grant: KafkaGrant,
  denied: readonly KafkaReach[],
  notes: Gleaning,
): void {
  const { name, prefix } = reachOf(grant);
  if (name === '' && !prefix) return;
  if (denied.some(each => (each.prefix ? name.startsWith(each.name) : !prefix && each.name === name))) return;
  if (!prefix) {
    notes.use(who, action, name, grant.at);
    return;
  }
  const except = denied.filter(each => each.name.startsWith(name)).map(each => `${each.name}${each.prefix ? '*' : ''}`);
  notes.use(who, action, name, grant.at, { match: 'prefix', ...(except.length > 0 && { except }) });
}

function alias(who: string, own: readonly KafkaGrant[], notes: Gleaning): void {
  const groups = own.filter(({ resource, denied }) => resource.toLowerCase() === 'group' && !denied);
  const [only] = groups;
  if (!only || groups.some(({ name, prefixed }) => name !== only.name || prefixed || name === '*')) return;
  // Documents may know the one name or the other.
  notes.alias(who, only.name, only.at);
  notes.alias(only.name, who, only.at);
}
