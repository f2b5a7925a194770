import { isObject, type JsonObject } from '@portolan/base';
import { keysOfPath } from './field-change.ts';
import type { FieldChange } from './model.ts';

/** An example of the old message as one of the new message; undefined where nobody can say what a field would be. */
export function changedSample(example: unknown, changes: readonly FieldChange[]): unknown {
  if (!isObject(example)) return undefined;
  let payload = example.payload;
  for (const change of changes) {
    if (change.kind === 'retype' || change.kind === 'require') return undefined;
    const keys = keysOfPath(change.field);
    const name = keys.pop() as string;
    payload = at(payload, keys, value => changed(value, name, change));
  }
  return payload === undefined ? example : { ...example, payload };
}

function at(value: unknown, [key, ...rest]: readonly string[], make: (value: JsonObject) => JsonObject): unknown {
  if (key === undefined) return isObject(value) ? make(value) : value;
  if (key === '[]') return Array.isArray(value) ? value.map(item => at(item, rest, make)) : value;
  if (!isObject(value) || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: at(value[key], rest, make) };
}

function changed(value: JsonObject, name: string, change: FieldChange): JsonObject {
  if (change.kind === 'rename')
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key === name ? change.to : key, member]));
  if (change.kind === 'remove') return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  return value;
}
