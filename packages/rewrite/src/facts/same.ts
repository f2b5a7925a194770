import type { Contract } from '@portolan/contract';
import { faults } from '../faults.ts';
import { type Difference, differences, inWords } from './differences.ts';
import { movedFacts } from './facts.ts';

/** Where a document says something else after a rewriting that must not change what it says. */
export function movedDifferences(before: Contract, after: Contract): Difference[] {
  return before.digest === after.digest ? [] : differences(movedFacts(before), movedFacts(after));
}

/** Throws REWRITE_NOT_FAITHFUL when there is a difference, or when the result cannot be read at all. */
export function mustBeNone(location: string, found: readonly Difference[]): void {
  const [first] = found;
  if (first) throw faults.NOT_FAITHFUL({ location, difference: inWords(first) });
}
