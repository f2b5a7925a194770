import { keysOf } from '@portolan/base';
import type { Message } from '@portolan/contract';
import { outline, type Shape } from '@portolan/schema';
import type { Lookups } from '../context.ts';

/** Where a runtime expression points: the part of the message and the keys inside it. */
export interface Location {
  readonly part: 'payload' | 'headers';
  readonly keys: readonly string[];
}

/** Reads a runtime expression; undefined when it is none, which the grammar tells. */
export function locationOf(expression: string): Location | undefined {
  const [, part, pointer = ''] = /^\$message\.(header|payload)(?:#(.*))?$/.exec(expression) ?? [];
  if (part === undefined) return undefined;
  return { part: part === 'header' ? 'headers' : 'payload', keys: keysOf(pointer) };
}

/** The first key of a location that the schema of a message does not define; undefined when all are there or may be. */
export function undefinedKey(message: Message, { part, keys }: Location, { schema }: Lookups): string | undefined {
  const source = schema(message[part]);
  if (!source || keys.length === 0) return undefined;
  let shape: Shape | undefined = outline(source, schema, { depth: keys.length + 1 });
  for (const key of keys) {
    // Where alternatives, maps or unknown languages begin, nobody can say that something is not there.
    if (shape?.kind !== 'object' || shape.recursive || shape.variants?.length || shape.items) return undefined;
    const { properties = [] }: Shape = shape;
    if (properties.length === 0) return undefined;
    const found = properties.find(({ name }) => name === key);
    if (!found) return key;
    shape = found.shape;
  }
  return undefined;
}
