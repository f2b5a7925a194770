import type { Score } from '@portolan/checks';
import type { ScoreView } from '../port.ts';

/** A score for people: what lost points first, by how many, and where that is mended. */
export function scoreView({ points, of, criteria }: Score): ScoreView {
  const sorted = criteria.toSorted((a, b) => b.of - b.earned - (a.of - a.earned));
  return {
    points,
    of,
    criteria: sorted.map(({ id, says, earned, of: worth, missing }) => ({
      id,
      says,
      earned,
      of: worth,
      missing: missing.map(({ what, origin, range }) => ({
        what,
        file: origin.source,
        ...(range && { line: range.start.line }),
      })),
    })),
  };
}
