import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SchemaSource } from '../../shape.ts';
import type { Profile } from '../model.ts';
import { compareAvro } from './compare.ts';
import { avroErrorOf } from './error-types.ts';

/** The pairs of reader and writer that Apache Avro tests its own checker with; see NOTICE. */
interface Pair {
  readonly test: string;
  readonly reader: unknown;
  readonly writer: unknown;
  readonly compatible: boolean;
  readonly types?: readonly string[];
  readonly locations?: readonly string[];
}
const file = join(import.meta.dirname, '../../../../../corpus/apache-avro/compatibility-pairs.json');
const { pairs }: { readonly pairs: readonly Pair[] } = JSON.parse(readFileSync(file, 'utf8'));

const none = { writer: () => undefined, reader: () => undefined };
const source = (id: string, definition: unknown): SchemaSource => ({ id, format: 'avro', definition });
const judged = ({ writer, reader }: Pair, profile: Profile) =>
  compareAvro(source('writer', writer), source('reader', reader), none, { profile });

test('are all there', () => {
  expect(pairs).toHaveLength(137);
});

describe.each(['avro', 'confluent'] as const)('by the profile %s', profile => {
  test.each(pairs.map((pair, index) => [index, pair] as const))('pair %i has the verdict of Apache Avro', (_, pair) => {
    expect(judged(pair, profile).verdict).toBe(pair.compatible ? 'compatible' : 'incompatible');
  });
});

test.each(pairs.filter(({ compatible }) => !compatible).map((pair, index) => [index, pair] as const))(
  'incompatible pair %i has the errors and locations that clients of registries know',
  (_, pair) => {
    const errors = judged(pair, 'confluent').differences.flatMap(difference => avroErrorOf(difference) ?? []);
    expect([...new Set(errors.map(({ errorType }) => errorType))].sort()).toEqual(pair.types);
    // Python names the whole beside each place where a name does not match, and Java does not.
    const told = errors[0]?.errorType === 'NAME_MISMATCH' ? pair.locations?.filter(at => at !== '/') : pair.locations;
    expect([...new Set(errors.map(({ location }) => location))].sort()).toEqual(told);
  },
);

test('every incompatible pair has a witness', () => {
  const without = pairs.filter(pair => !pair.compatible && !judged(pair, 'avro').witness);
  expect(without).toEqual([]);
});
