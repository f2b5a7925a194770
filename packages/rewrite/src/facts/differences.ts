import { pointerOf } from '@portolan/base';

/** A place where two values differ; a side that has nothing there is undefined. */
export interface Difference {
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Where two plain values differ. Lists are compared item by item. */
export function differences(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (before === after) return [];
  const both = [before, after].every(side => side !== null && typeof side === 'object');
  if (!both || Array.isArray(before) !== Array.isArray(after)) return [{ pointer, before, after }];
  const [left, right] = [before, after] as Record<string, unknown>[];
  const keys = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  return [...keys].flatMap(key => differences(left?.[key], right?.[key], pointerOf(pointer, key)));
}

/** A difference in words: `/info/title: "Orders" → "Order"`. */
export function inWords({ pointer, before, after }: Difference): string {
  return `${pointer}: ${shortened(before)} → ${shortened(after)}`;
}

function shortened(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
