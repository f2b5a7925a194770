import type { Contract } from '@portolan/contract';

/** Somebody or something that an extension names: as a text, or as an object with more about it. */
export interface Named {
  /** The word that identifies it: the text, else the object's `id`, `name` or `email`. */
  readonly word: string;
  readonly name?: string;
  readonly email?: string;
  readonly url?: string;
}

/**
 * What the first of some extensions names, in `info` or at the root of the document. Of a list the first entry counts.
 * Extensions are free text, so anything that names nothing is passed over in silence.
 */
export function namedBy(contract: Contract, keys: readonly string[]): Named | undefined {
  for (const key of keys) {
    for (const extensions of [contract.info.extensions, contract.extensions]) {
      const named = nameIn(extensions[key]);
      if (named) return named;
    }
  }
  return undefined;
}

function nameIn(value: unknown): Named | undefined {
  if (Array.isArray(value)) return nameIn(value[0]);
  const word = textIn(value);
  if (word) return { word };
  if (value === null || typeof value !== 'object') return undefined;
  const { id, name, email, url } = value as Record<string, unknown>;
  const identity = textIn(id) ?? textIn(name) ?? textIn(email);
  return identity ? { word: identity, name: textIn(name), email: textIn(email), url: textIn(url) } : undefined;
}

function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
