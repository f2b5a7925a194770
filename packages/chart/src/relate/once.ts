import type { Contract } from '@portolan/contract';

/**
 * Remembers what follows from a contract alone. Contracts never change, and when one document of a thousand does, the
 * chart is related anew from nine hundred and ninety-nine known ones.
 */
export function onceFor<T>(make: (contract: Contract) => T): (contract: Contract) => T {
  const made = new WeakMap<Contract, { readonly value: T }>();
  return contract => {
    const known = made.get(contract);
    if (known) return known.value;
    const value = make(contract);
    made.set(contract, { value });
    return value;
  };
}
