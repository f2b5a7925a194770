import { expect, test } from 'vitest';
import { FOLDERS, type Judged, judgedSuite, type Part, type SuiteDialect } from './suite.test-support.ts';

const DIALECTS = Object.keys(FOLDERS) as SuiteDialect[];

/** Share of tests that must be judged as the suite says, in hundredths. */
const FLOORS: Readonly<Record<Part, number>> = { mandatory: 100, optional: 96, format: 100 };

const CONTENT =
  'draft-07 lets validators ignore contentEncoding and contentMediaType, and later drafts forbid to judge by them';

/** What Portolan judges differently, and why. Mandatory tests have no exception. */
const SKIPPED: Readonly<Partial<Record<SuiteDialect, Readonly<Record<string, string>>>>> = {
  'draft-04': {
    'zeroTerminatedFloats | some languages do not distinguish between different types of numeric value | a float is not an integer even without fractional part':
      'JSON read in JavaScript has one kind of number, and later drafts say that 1.0 is an integer',
  },
  'draft-07': {
    'content | validation of string-encoded content based on media type | an invalid JSON document': CONTENT,
    'content | validation of binary string-encoding | an invalid base64 string (% is not a valid character)': CONTENT,
    'content | validation of binary-encoded media type documents | a validly-encoded invalid JSON document': CONTENT,
    'content | validation of binary-encoded media type documents | an invalid base64 string that is valid JSON':
      CONTENT,
  },
};

test.for(DIALECTS)('the suite of JSON Schema is judged as it says: %s', dialect => {
  const skipped = SKIPPED[dialect] ?? {};
  const parts = (['mandatory', 'optional', 'format'] as const).map(part => ({
    part,
    judged: judgedSuite(dialect, part),
  }));
  console.info(`${dialect}: ${parts.map(({ part, judged }) => `${part} ${rateOf(judged)}`).join(', ')}`);

  const wrong = parts.flatMap(({ judged }) => judged.filter(one => !one.isRight)).map(({ name }) => name);
  expect(wrong.filter(name => !(name in skipped))).toEqual([]);
  expect(Object.keys(skipped).filter(name => !wrong.includes(name))).toEqual([]);
  for (const { part, judged } of parts) expect(share(judged)).toBeGreaterThanOrEqual(FLOORS[part]);
});

function rateOf(judged: readonly Judged[]): string {
  return `${judged.filter(one => one.isRight).length} of ${judged.length} (${share(judged).toFixed(2)} %)`;
}

function share(judged: readonly Judged[]): number {
  return (100 * judged.filter(one => one.isRight).length) / judged.length;
}
