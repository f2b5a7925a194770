import type { Finding } from '@portolan/base';
import type { FindingCounts } from '../port.ts';

/** How many findings there are of each severity. */
export function countsOf(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** How many different values the items have. */
export function distinct<T>(items: readonly T[], of: (item: T) => string | undefined): number {
  return new Set(items.map(of)).size;
}
