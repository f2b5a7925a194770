import { Ajv, type Options, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { evaluatorOf, rootOf } from '../../evaluate/evaluate.ts';
import { sequence } from '../../sample/random.ts';
import type { SchemaSource } from '../../shape.ts';
import { compareJsonSchema } from './compare.ts';
import { type Draft, edited, pick, type Random, randomDocument, randomValue } from './random.test-support.ts';
import { newSearch } from './search/find.ts';
import { be, type Goal, notBe } from './search/goal.ts';
import type { Term } from './search/part.ts';
import { partsOf } from './search/parts.ts';
import { termOf } from './search/term.ts';

/**
 * Random pairs of schemas: no witness that another implementation does not confirm, nothing called compatible that any
 * message contradicts, and next to nothing left undecided. PORTOLAN_FUZZ_RUNS looks at more of them.
 */
const PAIRS = Number(process.env.PORTOLAN_FUZZ_RUNS ?? 300);

/** Messages by which a verdict of compatible is challenged. */
const CHALLENGES = 40;

const lookups = { writer: () => undefined, reader: () => undefined };
const OPTIONS: Options = { strict: false, validateSchema: false, logger: false };

test.for(['edited', 'independent'] as const)(
  '%s pairs: witnesses hold, compatible holds',
  { timeout: 600_000 },
  kind => {
    const tally = { compatible: 0, incompatible: 0, 'not-checked': 0 };
    for (let pair = 0; pair < PAIRS; pair++) {
      const random = sequence('pair of schemas', kind, pair);
      const draft = pick(['draft-07', '2020-12'] as const, random);
      const written = randomDocument(random, draft);
      const read = kind === 'edited' ? edited(written, random, draft) : randomDocument(random, draft);
      const [writer, reader] = [sourceOf('writer', written, draft), sourceOf('reader', read, draft)];
      const { verdict, differences, notCompared } = compareJsonSchema(writer, reader, lookups);
      const about = JSON.stringify({ pair, written, read });
      tally[verdict]++;
      const judges = { writer: judgeOf(written, draft), reader: judgeOf(read, draft) };
      for (const { breaks, witness } of differences) {
        expect(breaks === 'yes', about).toBe(witness !== undefined);
        if (!witness) continue;
        expect(says(judges.writer, witness.message), `${JSON.stringify(witness)} ${about}`).not.toBe(false);
        expect(says(judges.reader, witness.message), `${JSON.stringify(witness)} ${about}`).not.toBe(true);
      }
      if (verdict === 'not-checked') expect(notCompared, about).not.toEqual([]);
      if (verdict === 'incompatible')
        expect(
          differences.some(({ witness }) => witness),
          about,
        ).toBe(true);
      expect([about, verdict]).toEqual([about, wholeVerdict(writer, reader)]);
      if (verdict !== 'compatible') continue;
      for (const message of challenges(writer, reader, random)) {
        const refused = says(judges.writer, message) === true && says(judges.reader, message) === false;
        expect(refused, `${JSON.stringify(message)} ${about}`).toBe(false);
      }
    }
    const undecided = tally['not-checked'] / PAIRS;
    console.info(`${kind}: ${JSON.stringify(tally)}, ${(100 * undecided).toFixed(2)} % undecided`);
    expect(undecided).toBeLessThanOrEqual(0.02);
  },
);

function sourceOf(id: string, definition: unknown, draft: Draft): SchemaSource {
  return { id, format: 'json-schema', schemaFormat: `application/schema+json;version=${draft}`, definition };
}

function judgeOf(definition: object, draft: Draft): ValidateFunction {
  const ajv = draft === '2020-12' ? new Ajv2020(OPTIONS) : new Ajv(OPTIONS);
  (addFormats as unknown as (ajv: Ajv) => Ajv)(ajv as Ajv);
  return ajv.compile(definition);
}

/**
 * Undefined where ajv is known to be wrong or fails itself: it lets empty lists pass `contains`, forgets which properties
 * were evaluated beside a `dependentSchemas` that does not apply, and the code that it makes for some
 * `unevaluatedProperties` in alternatives throws.
 */
function says(judge: ValidateFunction, message: unknown): boolean | undefined {
  const text = JSON.stringify(judge.schema);
  if (text.includes('"contains"') && JSON.stringify(message ?? null).includes('[]')) return undefined;
  if (text.includes('"dependentSchemas"') && text.includes('"unevaluatedProperties"')) return undefined;
  try {
    return judge(message);
  } catch {
    return undefined;
  }
}

/** The verdict by one question about both schemas as wholes, which must be the same as part by part. */
function wholeVerdict(writer: SchemaSource, reader: SchemaSource): string {
  const { kind } = newSearch(1_000_000).ask([be(termIn(writer)), notBe(termIn(reader))]);
  return { found: 'incompatible', none: 'compatible', unknown: 'not-checked' }[kind];
}

function termIn(source: SchemaSource): Term {
  return termOf(rootOf(source, lookups.writer), { resources: [], inner: new Map() });
}

/** Messages at random, and messages of the writer that are, or are not, what parts of both schemas say. */
function* challenges(writer: SchemaSource, reader: SchemaSource, random: Random): Generator<unknown> {
  for (let count = 0; count < CHALLENGES; count++) yield randomValue(random);
  const roots = [termIn(writer), termIn(reader)];
  const [root] = roots as [Term];
  const pieces = roots
    .flatMap(term => partsOf(term))
    .map((part): Goal => ({ kind: 'part', part, isMet: random() < 0.5 }));
  const judge = evaluatorOf(writer, () => undefined);
  for (const piece of pieces) {
    const answer = newSearch(20_000).ask([be(root), piece]);
    if (answer.kind !== 'found') continue;
    yield answer.value;
    yield* mutations(answer.value, random).filter(value => 'valid' in judge(value));
  }
  const opposite = newSearch(20_000).ask([notBe(root)]);
  if (opposite.kind === 'found') yield* mutations(opposite.value, random);
}

/** A message with single things changed: left out, added, of another type. */
function mutations(message: unknown, random: Random): unknown[] {
  if (Array.isArray(message)) {
    const at = Math.floor(random() * message.length);
    return [
      message.slice(1),
      [...message, randomValue(random, 1)],
      message.map((item, index) => (index === at ? randomValue(random, 2) : item)),
    ].filter(value => value !== undefined);
  }
  if (typeof message !== 'object' || message === null) return [randomValue(random, 1)];
  const names = Object.keys(message);
  const { [pick(names, random) ?? '']: _, ...rest } = message as Record<string, unknown>;
  const name = pick([...names, 'a', 'b', 'zz'], random);
  return [rest, { ...message, [name]: randomValue(random, 2) }, { ...rest, [name]: randomValue(random, 1) }];
}
