import { expect, test } from 'vitest';
import { catalogues } from '../gen/catalogues.ts';
import { files, textOf } from './files.ts';

const all = await catalogues();
const kinds = all.flatMap(({ kinds }) => Object.entries(kinds));

test('every fault says what happened, what to do, and with which status and exit code', () => {
  expect(kinds.length).toBeGreaterThan(10);
  const incomplete = kinds.filter(([, { says, help, status, exit, retry }]) => {
    const words = says.trim() !== '' && help.trim() !== '' && !says.includes('\n');
    return !words || !(status >= 400 && status <= 599) || ![2, 3].includes(exit) || typeof retry !== 'boolean';
  });
  expect(incomplete.map(([code]) => code)).toEqual([]);
});

test('no two packages use the same code', () => {
  const codes = kinds.map(([code]) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('every fault is reached by a test or a scenario that names its code', () => {
  const tests = files('.test.ts', '.test.tsx').filter(path => !path.startsWith('tools/laws/'));
  const scenarios = files('.txt').filter(path => path.startsWith('scenarios/'));
  const conformance = files('.ts').filter(path => path.includes('/conformance/'));
  const proofs = [...tests, ...scenarios, ...conformance].map(textOf).join('\n');
  const named = new Set(proofs.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g));
  expect(kinds.map(([code]) => code).filter(code => !named.has(code))).toEqual([]);
});
