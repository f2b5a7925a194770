import type { Reach } from './gleaning.ts';

/**
 * Addresses that a regular expression of RabbitMQ's permissions means, as far as it is one name, several names or the
 * beginning of names. Undefined for anything else. RabbitMQ looks for it anywhere in a name, so it says something plain
 * only when it is anchored.
 */
export function addressesOf(pattern: string): readonly ({ readonly address: string } & Reach)[] | undefined {
  if (pattern === '' || pattern === '^$') return [];
  if (/^\^?\.\*\$?$/.test(pattern)) return [{ address: '', match: 'prefix' }];
  const whole = /^\^(?:\((?:\?:)?([^()]*)\)|([^()|$]*))(\$?)$/.exec(pattern);
  if (!whole) return undefined;
  const [, several, one, end] = whole;
  const found: ({ address: string } & Reach)[] = [];
  for (const part of (several ?? one ?? '').split('|')) {
    const open = part.endsWith('.*') || end === '';
    const name = literalOf(part.endsWith('.*') ? part.slice(0, -2) : part);
    if (name === undefined || (name === '' && !open)) return undefined;
    found.push(open ? { address: name, match: 'prefix' } : { address: name });
  }
  return found;
}

/** The only text that a part matches; a plain dot is what people write for a dot. */
function literalOf(part: string): string | undefined {
  const bare = part.replace(/\\([.\-_/:#*+])/g, '$1').replace(/\[\.\]/g, '.');
  return /^[\w.\-/:#]*$/.test(bare) ? bare : undefined;
}
