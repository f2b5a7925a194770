import { expect, test, vi } from 'vitest';
import { compared } from './cases.test-support.ts';
import { orderIn, problemOf, randomMessage } from './oracle.test-support.ts';
import { pairOf } from './pairs.test-support.ts';

/** Pairs that are tried; `PORTOLAN_PAIRS=10000` for a long run. */
const PAIRS = Number(process.env.PORTOLAN_PAIRS ?? 400);
vi.setConfig({ testTimeout: 600_000 });

const pairs = Array.from({ length: PAIRS }, (_, seed) => {
  const { writer, reader } = pairOf(seed);
  return { seed, writer, reader, comparison: compared(writer, reader) };
});

test('both verdicts are common, and at most 2 % are undecided', () => {
  const share = (verdict: string) => pairs.filter(({ comparison }) => comparison.verdict === verdict).length / PAIRS;
  expect(Math.min(share('compatible'), share('incompatible'))).toBeGreaterThan(0.2);
  expect(share('not-checked')).toBeLessThanOrEqual(0.02);
});

test('protobufjs refuses or misreads every witness', () => {
  for (const { seed, writer, reader, comparison } of pairs)
    for (const { code, witness } of comparison.differences) {
      if (!witness) continue;
      const problem = problemOf(orderIn(writer), orderIn(reader), witness.message as Record<string, unknown>);
      expect({ seed, code, problem }).toEqual({ seed, code, problem: expect.any(String) });
    }
});

test('nearly every incompatible pair has a witness', () => {
  const broken = pairs.filter(({ comparison }) => comparison.verdict === 'incompatible');
  const shown = broken.filter(({ comparison }) => comparison.witness !== undefined);
  expect(shown.length / broken.length).toBeGreaterThan(0.95);
});

test('protobufjs reads whatever is written as what it is, where the pair is compatible', () => {
  for (const { seed, writer, reader, comparison } of pairs) {
    if (comparison.verdict !== 'compatible') continue;
    const [from, to] = [orderIn(writer), orderIn(reader)];
    for (let count = 0; count < 10; count++) {
      const message = randomMessage(from, seed * 10 + count);
      if (!message) continue;
      expect({ seed, message, problem: problemOf(from, to, message) }).toEqual({ seed, message, problem: undefined });
    }
  }
});
