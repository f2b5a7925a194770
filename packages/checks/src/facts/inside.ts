/** What is called for a value; the list of keys is one and the same for all, and changes after the call. */
export type Visit = (value: unknown, keys: readonly (string | number)[]) => void;

/**
 * Calls with a value and with everything inside it, in the order of the text, together with the keys that lead there.
 * A call and not a generator, because documents have hundreds of thousands of values.
 */
export function visitInside(value: unknown, visit: Visit, keys: (string | number)[] = []): void {
  visit(value, keys);
  if (value === null || typeof value !== 'object') return;
  // By index: each step of an iterator would be an object.
  if (Array.isArray(value)) for (let index = 0; index < value.length; index++) enter(value[index], index, visit, keys);
  else for (const key of Object.keys(value)) enter((value as Record<string, unknown>)[key], key, visit, keys);
}

function enter(member: unknown, key: string | number, visit: Visit, keys: (string | number)[]): void {
  keys.push(key);
  visitInside(member, visit, keys);
  keys.pop();
}
