import type { Bindings } from '../model.ts';

/** Members of operation bindings that name those who receive together: Kafka's `groupId`, the queue of NATS. */
const GROUPS: readonly (readonly [protocol: string, member: string])[] = [
  ['kafka', 'groupId'],
  ['nats', 'queue'],
];

/**
 * The group that an operation's bindings say it receives in. Only receivers have one. Kafka writes it as a schema, where a
 * `const`, the only value of an `enum`, or a default names it.
 */
export function groupOf(bindings: Bindings): string | undefined {
  for (const [protocol, member] of GROUPS) {
    const named = nameIn(membersOf(bindings[protocol])[member]);
    if (named !== undefined) return named;
  }
  return undefined;
}

function nameIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  const { const: only, enum: among, default: usual } = membersOf(value);
  const [first] = Array.isArray(among) && among.length === 1 ? among : [];
  return [only, first, usual].find(name => typeof name === 'string' && name.trim() !== '') as string | undefined;
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
