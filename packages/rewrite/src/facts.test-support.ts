import type { Contract } from '@portolan/contract';
import { differences as differencesOf } from './facts/differences.ts';

/**
 * The facts of a Contract as they are compared before and after a rewriting: without places, digests and the version that
 * the author wrote, and with its words for directions left out.
 */
export function facts(contract: Contract | undefined): unknown {
  if (!contract) return undefined;
  const { digest: _d, asyncapi: _a, sources: _s, origin: _o, unused, ...rest } = contract;
  const operations = rest.operations.map(({ verb: _, direction, ...operation }) => ({
    ...operation,
    direction: { ...direction, evidence: direction.evidence.filter(({ kind }) => kind !== 'verb') },
  }));
  return strip({ ...rest, operations, unused: unused.map(({ pointer }) => pointer).sort() });
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => !(key === 'origin' && isOrigin(member)))
      .map(([key, member]) => [key, strip(member)]),
  );
}

function isOrigin(value: unknown): boolean {
  return value !== null && typeof value === 'object' && 'source' in value && 'pointer' in value;
}

/** Where two sets of facts differ, as `pointer: before → after`. */
export function differences(before: unknown, after: unknown): string[] {
  return differencesOf(before, after).map(
    found => `${found.pointer}: ${JSON.stringify(found.before)} → ${JSON.stringify(found.after)}`,
  );
}
