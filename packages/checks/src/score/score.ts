import type { Finding, Origin, Range } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { lookupsOf } from '../context.ts';
import { maskSecrets } from '../secrets.ts';
import { CRITERIA } from './criteria.ts';
import type { Criterion, Judged, Missing } from './criterion.ts';

/** How good a document is, and why. */
export interface Score {
  /** The sum of what the criteria earned: a whole number from 0 to `of`. */
  readonly points: number;
  /** 100. */
  readonly of: number;
  /** All of them, always in the same order. */
  readonly criteria: readonly ScoredCriterion[];
}

export interface ScoredCriterion {
  readonly id: string;
  /** What a good document does, in one sentence. */
  readonly says: string;
  /** Whole points; less than `of` exactly when something is missing. */
  readonly earned: number;
  readonly of: number;
  /** What to mend to earn the rest. */
  readonly missing: readonly Missing[];
}

/** Where a fact stands in the text. */
type Locate = (origin: Origin) => Range | undefined;

/**
 * Rates a document by what it says of itself and by what is said about it. `findings` are those of reading and of
 * whichever rules the caller applies; they count by severity, and infos not at all. Schemas in Protobuf are looked into
 * once they have been prepared, which `lint` does.
 *
 * Points are rounded down, so that nothing is missing for free. Mending what is missing never costs a point, unless it
 * brings a new error or warning.
 */
export function score(contract: Contract, findings: readonly Finding[], locate: Locate = () => undefined): Score {
  const judged: Judged = { ...lookupsOf(contract), findings };
  const criteria = CRITERIA.map(criterion => scored(criterion, judged, locate));
  return {
    points: criteria.reduce((sum, { earned }) => sum + earned, 0),
    of: criteria.reduce((sum, criterion) => sum + criterion.of, 0),
    criteria,
  };
}

function scored({ id, says, of, share }: Criterion, judged: Judged, locate: Locate): ScoredCriterion {
  const { parts, missing } = share(judged);
  const earned = Math.floor((of * (parts - missing.length)) / parts);
  const placed = missing.map(({ origin, what }) => {
    const range = locate(origin);
    return { origin, ...(range && { range }), what: maskSecrets(what) };
  });
  return { id, says, earned, of, missing: placed };
}
