/** Freezes plain data through and through, and returns it. Shared and already frozen parts are visited once. */
export function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (Array.isArray(value)) for (let index = 0; index < value.length; index++) deepFreeze(value[index]);
  else for (const key of Object.keys(value)) deepFreeze(value[key as keyof T]);
  return value;
}
