import { isObject, type JsonObject } from '@portolan/base';
import { UNKNOWN } from './yaml-stream.ts';

/** The object at a place inside a value, or an empty one: for texts that others wrote. */
export function objectAt(value: unknown, ...keys: readonly string[]): JsonObject {
  const found = at(value, ...keys);
  return isObject(found) ? found : {};
}

/** The list at a place inside a value, or an empty one. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = at(value, ...keys);
  return Array.isArray(found) ? found : [];
}

/** The text at a place inside a value, where there is one that is not empty. Numbers are texts that nobody quoted. */
export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = at(value, ...keys);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

/** Whether a text says what it is: nothing in it is worked out elsewhere. */
export function isStatic(text: string): boolean {
  return !text.includes(UNKNOWN) && !text.includes('${');
}

/** The value at a place; undefined where there is none. Never looks at what objects inherit. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}
