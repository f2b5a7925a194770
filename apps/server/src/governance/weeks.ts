import type { ChangeVerdict } from '@portolan/changes';
import type { GovernedWeek, ReviewVerdict } from '../port.ts';
import { dayOf } from './waivers.ts';

const DAY = 24 * 60 * 60 * 1_000;

/** The Monday of a time, in UTC: `2026-01-26`. */
export function mondayOf(at: string): string {
  const time = new Date(at);
  return dayOf(new Date(time.getTime() - ((time.getUTCDay() + 6) % 7) * DAY));
}

/** Every week from one time to another, also those in which nothing was. */
export function weeksBetween(
  since: string,
  now: Date,
  revisions: readonly { readonly at: string; readonly verdict: ChangeVerdict }[],
  checks: readonly { readonly at: string; readonly verdict?: string }[],
): GovernedWeek[] {
  const changed = Map.groupBy(revisions, ({ at }) => mondayOf(at));
  const checked = Map.groupBy(checks, ({ at }) => mondayOf(at));
  const weeks: GovernedWeek[] = [];
  const last = dayOf(now);
  for (let start = mondayOf(since); start <= last; start = dayOf(new Date(Date.parse(start) + 7 * DAY))) {
    const revision = (verdict: ChangeVerdict) => countOf(changed.get(start), verdict);
    const check = (kind: ReviewVerdict['kind']) => countOf(checked.get(start), kind);
    weeks.push({
      start,
      revisions: {
        breaking: revision('breaking'),
        'not-checked': revision('not-checked'),
        'non-breaking': revision('non-breaking'),
        editorial: revision('editorial'),
      },
      checks: {
        breaking: check('breaking'),
        findings: check('findings'),
        version: check('version'),
        'not-checked': check('not-checked'),
        settled: check('settled'),
        well: check('well'),
      },
    });
  }
  return weeks;
}

function countOf(all: readonly { readonly verdict?: string }[] = [], verdict: string): number {
  return all.filter(one => one.verdict === verdict).length;
}
