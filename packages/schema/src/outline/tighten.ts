import { canonical } from '@portolan/base';
import type { Constraint } from '../shape.ts';

/** The limits of both lists; of two bounds the tighter one stands. */
export function tightened(a: readonly Constraint[], b: readonly Constraint[]): readonly Constraint[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const result = [...a];
  for (const constraint of b) {
    const index = result.findIndex(known => known.name === constraint.name);
    const known = result[index];
    const one = known && single(known, constraint);
    if (one) result[index] = one;
    else result.push(constraint);
  }
  return result;
}

/** The values that are in both lists, in the order of the first. */
export function commonValues(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
  const known = new Set(b.map(value => canonical(value)));
  return a.filter(value => known.has(canonical(value)));
}

/** One constraint that says what both say; undefined when it takes both. */
function single(a: Constraint, b: Constraint): Constraint | undefined {
  if (typeof a.value === 'number' && typeof b.value === 'number') {
    if (/^(min|exclusiveMin)/.test(a.name)) return a.value >= b.value ? a : b;
    if (/^(max|exclusiveMax)/.test(a.name)) return a.value <= b.value ? a : b;
    if (a.name === 'multipleOf') return commonMultiple(a, b);
  }
  return canonical(a.value) === canonical(b.value) ? a : undefined;
}

function commonMultiple(a: Constraint, b: Constraint): Constraint | undefined {
  const [one, other] = [a.value as number, b.value as number];
  if (one % other === 0) return a;
  if (other % one === 0) return b;
  if (!Number.isInteger(one) || !Number.isInteger(other)) return undefined;
  let [divisor, rest] = [one, other];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return { name: 'multipleOf', value: (one / divisor) * other };
}
