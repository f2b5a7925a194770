import { faults } from '../faults.ts';
import { type SecretRef, secretRef } from './secret.ts';

/** What stands behind the `?` of the address of a source. */
export interface AddressSettings {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  /** A reference to a secret. */
  secret(name: string): SecretRef | undefined;
  /** Milliseconds between two looks, from `every` in seconds. */
  every(otherwise: number): number;
}

/** Most often that a server is asked (seconds). */
const LEAST = 5;

/**
 * Reads the settings of an address. Values may be secrets by mistake, so no fault repeats one.
 *
 * Faults: CONTROL_SOURCE_ADDRESS for a setting that there is not or that makes no sense.
 */
export function settingsInAddress(shown: string, query: string, names: readonly string[]): AddressSettings {
  const given = new URLSearchParams(query);
  const refuse = (reason: string) => faults.SOURCE_ADDRESS({ source: shown, reason });
  for (const name of given.keys()) {
    if (names.includes(name)) continue;
    throw refuse(`it has a setting \`${name.slice(0, 40)}\`, and there are only ${names.join(', ')}`);
  }
  return {
    text: name => given.get(name) ?? undefined,
    texts: name => given.getAll(name),
    flag(name) {
      const value = given.get(name) ?? 'false';
      if (!['true', 'false', ''].includes(value)) throw refuse(`\`${name}\` is either true or false`);
      return value !== 'false';
    },
    secret(name) {
      const written = given.get(name);
      if (written === null) return undefined;
      const ref = secretRef(written);
      if (!ref)
        throw refuse(
          `\`${name}\` says where a secret is, as \`env:NAME\` or \`file:/path\`, and is never the secret itself`,
        );
      return ref;
    },
    every(otherwise) {
      const seconds = given.get('every');
      if (seconds === null) return otherwise;
      if (!/^\d{1,6}$/.test(seconds) || Number(seconds) < LEAST) {
        throw refuse(`\`every\` is a whole number of seconds, at least ${LEAST}`);
      }
      return Number(seconds) * 1_000;
    },
  };
}
