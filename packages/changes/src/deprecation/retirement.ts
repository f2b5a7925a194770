import type { Contract } from '@portolan/contract';
import type { Change } from '../model.ts';
import { announcedOf } from './announced.ts';

/** How far the removal of something keeps to what was announced. */
export interface Retirement {
  /** One sentence about it. */
  readonly says: string;
  /** The day from which on it may be gone; absent where none was announced. */
  readonly sunset?: string;
  /** Whether that day has come. */
  readonly passed: boolean;
  /** What was announced to take its place. */
  readonly alternative?: string;
}

/**
 * What was announced of something that is gone; undefined for a change that removes nothing, and for what was never
 * deprecated.
 *
 * @param before the document that it stood in
 * @param today as `2027-01-31`; on the day of the sunset it may be gone
 */
export function retirementOf(change: Change, before: Contract, today: string): Retirement | undefined {
  const { after, before: origin, subject, verdict } = change;
  if (after || !origin || verdict === 'editorial') return undefined;
  const deprecation = announcedOf(subject, origin, before);
  if (!deprecation) return undefined;
  const { sunset, alternative } = deprecation;
  const instead = alternative === undefined ? {} : { alternative };
  if (sunset === undefined)
    return { says: 'It was deprecated, but nobody said until when it stays.', passed: false, ...instead };
  const passed = sunset <= today;
  const says = passed
    ? `Its sunset, ${sunset}, has come.`
    : `It was announced to stay until ${sunset}, and that day is still to come.`;
  return { says, sunset, passed, ...instead };
}
