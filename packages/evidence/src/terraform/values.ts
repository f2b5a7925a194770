import { compareText } from '@portolan/base';

/** What an expression is worth before Terraform runs. */
export type Value = string | number | boolean | null | readonly Value[] | ValueMap | typeof UNKNOWN_VALUE;
export type ValueMap = ReadonlyMap<string, Value>;

/** A value that only Terraform knows. */
export const UNKNOWN_VALUE: unique symbol = Symbol('unknown');

/** Longest text and list that evaluating makes: names of things are shorter. */
export const LONGEST = 10_000;

export function isMap(value: Value): value is ValueMap {
  return value instanceof Map;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A value as text, where Terraform would make one of it. */
export function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A map of what has keys that are known; unknown otherwise. */
export function mapOf(entries: readonly (readonly [Value, Value])[]): Value {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) {
    const name = textOf(key);
    if (name === undefined) return UNKNOWN_VALUE;
    map.set(name, value);
  }
  return map;
}

/** Keys and values of what one may go through; maps in the order of their keys, as Terraform has them. */
export function entriesOf(value: Value): readonly (readonly [string | number, Value])[] | undefined {
  if (isList(value)) return [...value.entries()];
  return isMap(value) ? [...value].sort(([a], [b]) => compareText(a, b)) : undefined;
}
