import { expect, test } from 'vitest';
import { chartOf } from '../../../test-support/chart-of.ts';
import { type Habits, inverted } from '../../../test-support/inverted.ts';
import { lineOf } from '../../../test-support/short.ts';

/** Sizes and seeds; more of them for a longer run. With 40 seeds (November 2026) no case had a wrong direction asserted. */
const SEEDS = Number(process.env.PORTOLAN_INVERSION_SEEDS ?? 4);
const SIZES = [6, 25];

const HALF = { documented: 1, inverted: 0.5 };
const CASES: readonly (readonly [string, Habits, least: number])[] = [
  ['authors say a lot', { ...HALF, ids: 1, summaries: 1, groups: 1 }, 0.9],
  ['authors name operations', { ...HALF, ids: 1, summaries: 0, groups: 0 }, 0.9],
  ['authors write summaries', { ...HALF, ids: 0, summaries: 1, groups: 0 }, 0.4],
  ['authors name consumer groups', { ...HALF, ids: 0, summaries: 0, groups: 1 }, 0.3],
  ['authors say little', { ...HALF, ids: 0.3, summaries: 0.3, groups: 0.3 }, 0.2],
  ['authors say nothing', { ...HALF, ids: 0, summaries: 0, groups: 0 }, 0],
  ['a third has no document', { documented: 0.67, inverted: 0.5, ids: 0.6, summaries: 0.5, groups: 0.6 }, 0.4],
  ['all verbs are wrong', { documented: 1, inverted: 1, ids: 0.8, summaries: 0.5, groups: 0.8 }, 0.5],
  ['receivers use wildcards', { ...HALF, wildcards: 0.4, ids: 1, summaries: 1, groups: 0 }, 0.9],
  [
    'receivers use wildcards, and authors say little',
    { ...HALF, wildcards: 0.4, ids: 0.3, summaries: 0.3, groups: 0 },
    0.4,
  ],
  [
    'receivers use wildcards, and authors say nothing',
    { ...HALF, wildcards: 0.4, ids: 0, summaries: 0, groups: 0 },
    0.2,
  ],
  ['no verb is wrong', { documented: 1, inverted: 0, ids: 0.5, summaries: 0.5, groups: 0.5 }, 0.95],
];

test.each(CASES)('%s: no direction that the chart asserts is wrong', async (name, habits, least) => {
  let [asserted, all] = [0, 0];
  for (const size of SIZES) {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { texts, truth } = inverted(size, seed, habits);
      const chart = await chartOf(texts);
      const certain = chart.links.filter(({ confidence }) => confidence !== 'uncertain');
      const wrong = certain.map(link => lineOf(chart, link).replace(' Changed', '')).filter(line => !truth.has(line));
      expect(wrong, `size ${size}, seed ${seed}`).toEqual([]);
      asserted += certain.length;
      all += chart.links.length;
    }
  }
  if (process.env.PORTOLAN_INVERSION_SEEDS) console.info(`${name}: ${asserted} of ${all} directions asserted`);
  expect(asserted / all).toBeGreaterThanOrEqual(least);
});
