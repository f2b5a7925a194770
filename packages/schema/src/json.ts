import type { JsonObject } from '@portolan/base';

export { isObject, type JsonObject } from '@portolan/base';

/** The JSON word for what a value is; whole numbers are `integer`. */
export function typeOf(value: unknown): 'null' | 'array' | 'object' | 'string' | 'integer' | 'number' | 'boolean' {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value as 'string' | 'boolean';
  return 'object';
}

/** A member of an object that it holds itself, whatever its name (`__proto__`, `constructor` …). */
export function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Counts the parts of a value, and stops counting at a limit. */
export function partsOf(value: unknown, limit: number): number {
  if (value === null || typeof value !== 'object') return 1 + (typeof value === 'string' ? value.length >> 9 : 0);
  let parts = 1;
  for (const member of Object.values(value)) {
    if (parts >= limit) return limit;
    parts += partsOf(member, limit - parts);
  }
  return parts;
}
