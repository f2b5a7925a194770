import { pointerOf } from '@portolan/base';

/**
 * Names for things of a Contract that AsyncAPI allows as keys of its components; each stays as near as it can to its id, or
 * to what else it is called.
 */
export function keysFor(ids: readonly string[], called = (id: string) => id): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const wish =
      called(id)
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'unnamed';
    let key = wish;
    for (let number = 2; taken.has(key); number++) key = `${wish}-${number}`;
    taken.add(key);
    keys.set(id, key);
  }
  return keys;
}

/** A reference into the same document. What a URI fragment does not hold is encoded (RFC 3986, section 3.5). */
export function referenceTo(...keys: readonly string[]): { readonly $ref: string } {
  const encoded = keys.map(key => key.replace(/[^\w.~!$&'()*+,;=:@/{}-]/gu, encode));
  return { $ref: `#${pointerOf('', ...encoded)}` };
}

function encode(character: string): string {
  try {
    return encodeURIComponent(character);
  } catch {
    return '%EF%BF%BD';
  }
}
