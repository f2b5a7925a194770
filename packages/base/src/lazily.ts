/**
 * Gives an object a member that is worked out when somebody first asks for it, and only once. It looks like any other
 * member: copies and JSON have it.
 */
export function lazily<T extends object, K extends string, V>(
  object: T,
  key: K,
  make: () => V,
): T & Readonly<Record<K, V>> {
  let made: { readonly value: V } | undefined;
  const get = () => {
    made ??= { value: make() };
    return made.value;
  };
  return Object.defineProperty(object, key, { enumerable: true, get }) as T & Readonly<Record<K, V>>;
}
