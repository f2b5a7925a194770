import type { SchemaSource } from '../shape.ts';
import { compare } from './compare.ts';
import type { CompareOptions, Comparison, Lookups } from './model.ts';

/** What a new version of a schema must be able to do, as registries know it. */
export type Mode =
  | 'NONE'
  | 'BACKWARD'
  | 'BACKWARD_TRANSITIVE'
  | 'FORWARD'
  | 'FORWARD_TRANSITIVE'
  | 'FULL'
  | 'FULL_TRANSITIVE';

/** One version against the candidate, in one direction. */
export interface Check {
  readonly version: SchemaSource;
  /** Backward: the candidate reads what the version wrote. Forward: the version reads what the candidate writes. */
  readonly direction: 'backward' | 'forward';
  readonly comparison: Comparison;
}

export interface Compatibility {
  /** Incompatible where one check is; not checked where one could not be made and none is incompatible. */
  readonly verdict: Comparison['verdict'];
  /** The newest version first. */
  readonly checks: readonly Check[];
}

export interface CompatibilityOptions extends CompareOptions {
  /** How a version, or the candidate, finds what it refers to. */
  readonly lookupOf?: (source: SchemaSource) => Lookups['writer'];
}

/**
 * Judges whether a candidate may follow the versions that are there, oldest first. Without versions it may. Versions that
 * were deleted are not given. A version in another language is incompatible by the profile `confluent`, and not checked by
 * all others.
 */
export function compatibility(
  versions: readonly SchemaSource[],
  candidate: SchemaSource,
  mode: Mode,
  { lookupOf = () => () => undefined, ...options }: CompatibilityOptions = {},
): Compatibility {
  const wanted = mode === 'NONE' ? [] : mode.endsWith('_TRANSITIVE') ? [...versions].reverse() : versions.slice(-1);
  const checks = wanted.flatMap(version =>
    directionsOf(mode).map((direction): Check => {
      const [writer, reader] = direction === 'backward' ? [version, candidate] : [candidate, version];
      const lookups = { writer: lookupOf(writer), reader: lookupOf(reader) };
      return { version, direction, comparison: compare(writer, reader, lookups, options) };
    }),
  );
  const verdicts = checks.map(({ comparison }) => comparison.verdict);
  const verdict = (['incompatible', 'not-checked'] as const).find(one => verdicts.includes(one)) ?? 'compatible';
  return { verdict, checks };
}

function directionsOf(mode: Mode): readonly Check['direction'][] {
  if (mode.startsWith('FULL')) return ['backward', 'forward'];
  return mode.startsWith('FORWARD') ? ['forward'] : ['backward'];
}
