import { expect, test } from 'vitest';
import { reportOf } from '../report.ts';
import { placedFindings } from './placed.ts';
import { findingAt, reportWith } from './test-support.ts';

const fingerprints = (report: ReturnType<typeof reportOf>) => placedFindings(report).map(it => it.fingerprint);

test('a finding keeps its fingerprint when text above it moves it to another line', () => {
  const before = fingerprints(reportWith([findingAt('A_B', 'error', 'Wrong.', 6, [14, 24])]));
  const after = fingerprints(reportWith([findingAt('A_B', 'error', 'Wrong.', 9, [16, 26])]));
  expect(before[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(after).toEqual(before);
});

test('what is said of another pointer, with another code or in other words has another fingerprint', () => {
  const findings = [
    findingAt('A_B', 'error', 'Wrong.', 6, [1, 2]),
    findingAt('A_B', 'error', 'Wrong.', 6, [1, 2], '/y'),
    findingAt('A_C', 'error', 'Wrong.', 6, [1, 2]),
    findingAt('A_B', 'error', 'Very wrong.', 6, [1, 2]),
  ];
  expect(new Set(fingerprints(reportWith(findings))).size).toBe(4);
});

test('what is said twice of one pointer has two fingerprints', () => {
  const twice = [findingAt('A_B', 'error', 'Wrong.', 6, [1, 2]), findingAt('A_B', 'error', 'Wrong.', 7, [1, 2])];
  expect(new Set(fingerprints(reportWith(twice))).size).toBe(2);
});

test('a finding in a file that two documents share is there once', () => {
  const shared = findingAt('A_B', 'error', 'Wrong.', 6, [1, 2]);
  const report = reportOf(['a.yaml', 'b.yaml'].map(location => ({ location, files: [], findings: [shared] })));
  expect(placedFindings(report)).toHaveLength(1);
});

test('a finding without a file is about its document, whose path is given without `./`', () => {
  const finding = { ...findingAt('A_B', 'error', 'Wrong.', 1, [1, 2]), origin: { source: '', pointer: '' } };
  expect(placedFindings(reportWith([finding], { location: './specs/a.yaml' }))[0]?.source).toBe('specs/a.yaml');
});
