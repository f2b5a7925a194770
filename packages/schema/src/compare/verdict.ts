import type { Comparison, Difference, NotCompared } from './model.ts';

/** What differences and open questions come to: compatible only where nothing breaks and nothing is open. */
export function verdictOf(
  differences: readonly Difference[],
  notCompared: readonly NotCompared[],
): Comparison['verdict'] {
  if (differences.some(difference => difference.breaks === 'yes')) return 'incompatible';
  const open = notCompared.length > 0 || differences.some(difference => difference.breaks === 'not-checked');
  return open ? 'not-checked' : 'compatible';
}
