import avsc from 'avsc';
import { expect, test, vi } from 'vitest';
import { readAvro } from '../../avro/read.ts';
import { compared, readByAvsc, source } from './cases.test-support.ts';
import { pairOf } from './pairs.test-support.ts';

/** Pairs that are tried; `PORTOLAN_PAIRS=10000` for a long run. */
const PAIRS = Number(process.env.PORTOLAN_PAIRS ?? 400);
vi.setConfig({ testTimeout: 600_000 });

/** Random pairs that everybody reads: changes may put a branch into a union twice, or another before that of a default. */
const pairs = Array.from({ length: PAIRS }, (_, seed) => ({ seed, ...pairOf(seed) })).filter(({ writer, reader }) =>
  [writer, reader].every(definition => readAvro(source('it', definition), () => undefined).flaws().length === 0),
);

test('most pairs are Avro, and both verdicts are common', () => {
  const verdicts = pairs.map(({ writer, reader }) => compared(writer, reader, 'avro').verdict);
  const count = (verdict: string) => verdicts.filter(one => one === verdict).length / PAIRS;
  expect(pairs.length / PAIRS).toBeGreaterThan(0.85);
  expect(Math.min(count('compatible'), count('incompatible'))).toBeGreaterThan(0.2);
});

test.each(['avro', 'confluent', 'sound'] as const)('at most 2 % are undecided by the profile %s', profile => {
  const open = pairs.filter(({ writer, reader }) => compared(writer, reader, profile).verdict === 'not-checked');
  expect(open.length / pairs.length).toBeLessThanOrEqual(0.02);
});

test.each(['avro', 'confluent'] as const)('avsc refuses every witness by the profile %s', profile => {
  for (const { seed, writer, reader } of pairs) {
    const { verdict, witness } = compared(writer, reader, profile);
    if (verdict !== 'incompatible') continue;
    // Every value can be written, and so every difference can be shown.
    expect({ seed, witness: witness?.problem }).toEqual({ seed, witness: expect.any(String) });
    expect({ seed, ...readByAvsc(writer, reader, witness?.encoded) }).toEqual({ seed, refused: expect.any(String) });
  }
});

test.each(['avro', 'confluent', 'sound'] as const)(
  'avsc reads whatever is written where the profile %s says that it can',
  profile => {
    for (const { seed, writer, reader } of pairs) {
      if (compared(writer, reader, profile).verdict !== 'compatible') continue;
      const [from, to] = [writer, reader].map(definition =>
        avsc.Type.forSchema(structuredClone(definition) as avsc.Schema, { wrapUnions: true }),
      ) as [avsc.Type, avsc.Type];
      const read = () => {
        const resolver = to.createResolver(from);
        for (const value of valuesOf(from)) to.fromBuffer(from.toBuffer(value), resolver);
      };
      expect(read, `seed ${seed}`).not.toThrow();
    }
  },
);

test('what one profile refuses the stricter one refuses too', () => {
  for (const { seed, writer, reader } of pairs) {
    const [confluent, avro, sound] = (['confluent', 'avro', 'sound'] as const).map(
      profile => compared(writer, reader, profile).verdict,
    );
    if (confluent === 'incompatible') expect([seed, avro]).toEqual([seed, 'incompatible']);
    if (avro === 'incompatible') expect([seed, sound]).toEqual([seed, 'incompatible']);
  }
});

/** Some random values; a type that contains itself may run away with avsc, and then has none. */
function valuesOf(type: avsc.Type): readonly unknown[] {
  try {
    return Array.from({ length: 5 }, () => type.random());
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
