/** True for two values that JSON cannot tell apart, whatever the order of their keys. Shared parts are compared once. */
export function sameData(a: unknown, b: unknown): boolean {
  const seen = new WeakMap<object, WeakSet<object>>();
  return same(a, b);

  function same(left: unknown, right: unknown): boolean {
    if (left === right) return true;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
      return Number.isNaN(left) && Number.isNaN(right);
    }
    if (seen.get(left)?.has(right)) return true;
    const others = seen.get(left) ?? new WeakSet();
    seen.set(left, others.add(right));
    if (Array.isArray(left) !== Array.isArray(right)) return false;
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length) return false;
    return keys.every(
      key =>
        Object.hasOwn(right, key) &&
        same((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
    );
  }
}
