import { isObject, type Origin, pointerOf } from '@portolan/base';
import type { Bindings } from '@portolan/contract';
import type { Context } from '../../context.ts';
import type { Visitors } from '../../kind.ts';
import type { Pair, Sides } from '../../model.ts';
import { same } from '../../values.ts';

/** What may have bindings. */
export type BoundKind = 'server' | 'channel' | 'operation' | 'message';

interface Bound {
  readonly id: string;
  readonly bindings: Bindings;
  readonly origin: Origin;
}

/** Visits everything that has bindings. */
export function everyBound(look: (kind: BoundKind, pair: Pair<Bound>, context: Context) => void): Visitors {
  const of = (kind: BoundKind) => (sides: Sides<Bound>, context: Context) => {
    const { before, after } = sides;
    if (before && after) look(kind, { before, after }, context);
  };
  return { server: of('server'), channel: of('channel'), operation: of('operation'), message: of('message') };
}

/** One setting that is another than before; a side without it is undefined. */
export interface BindingEdit {
  /** The protocol first: `kafka`, `topicConfiguration`, `retention.ms`. */
  readonly path: readonly string[];
  readonly from: unknown;
  readonly to: unknown;
}

/** Settings that changed, the outermost that came or went. A schema (a Kafka key) is one setting. */
export function bindingEdits(before: Bindings, after: Bindings): BindingEdit[] {
  const found: BindingEdit[] = [];
  walk(before, after, []);
  return found;

  function walk(from: unknown, to: unknown, path: readonly string[]): void {
    if (same(from, to)) return;
    if (!isObject(from) || !isObject(to) || path[1] === 'key') {
      found.push({ path, from, to });
      return;
    }
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) walk(from[key], to[key], [...path, key]);
  }
}

/** Where a setting stands; without it, the thing that would have it. */
export function placeOf({ origin }: Bound, path: readonly string[], value: unknown): Origin {
  return value === undefined
    ? origin
    : { source: origin.source, pointer: pointerOf(origin.pointer, 'bindings', ...path) };
}
