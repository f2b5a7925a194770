/** What is called for a value; the list of keys is one and the same for all, and changes after the call. */
export type Visit = (value: unknown, keys: readonly (string | number)[]) => void;

/**
 * Calls with a value and with everything inside it, in the order of the text, together with the keys that lead there.
 * A call and not a generator, because documents have hundreds of thousands of values.
 */
export function visitInside(value: unknown, visit: Visit, keys: (string | number)[] = []): void {
  visit(value, keys);
  if (value === null || typeof value !== 'object') return;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    keys.push(key);
    visitInside((value as Record<string | number, unknown>)[key], visit, keys);
    keys.pop();
  }
}
