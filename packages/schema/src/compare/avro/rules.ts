import type { Profile } from '../model.ts';

/** How far readers are trusted to agree with each other about what the Avro specification leaves open. */
export interface AvroRules {
  /**
   * Which branch of a reader’s union takes a value that was not written as a union.
   *
   * - `first`: the first that matches by kind and name, whatever its inside says (Avro 1.12, “Schema Resolution”).
   * - `any`: whichever can read it whole, as the compatibility checkers of Apache Avro and the registries say.
   * - `every`: implementations choose differently, so each that matches has to be able to.
   */
  readonly union: 'first' | 'any' | 'every';
  /** True where a value that is read as another one breaks, and not only one that is refused. */
  readonly strict: boolean;
}

/** The rules of a profile; profiles of other languages do not apply to Avro, and are read as `sound`. */
export function avroRules(profile: Profile): AvroRules {
  if (profile === 'avro') return { union: 'first', strict: false };
  if (profile === 'confluent') return { union: 'any', strict: false };
  return { union: 'every', strict: true };
}
