import { Ajv, type Options, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluatorOf } from './evaluate.ts';

/** Another implementation as an oracle: whatever schema and whatever value, both say the same. */

/** Fixed, so that it says the same to everybody; other seeds and more runs look for more. */
const SEED = 2020;
const RUNS = 500;

/** Objects as JSON has them: ajv takes those without a prototype for others. */
const PLAIN = { noNullPrototype: true } as const;

const names = fc.constantFrom('a', 'b', 'ab', 'c');
const counts = fc.integer({ min: 0, max: 3 });
const numbers = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constantFrom(0.5, 1.5, -2.5));
const texts = fc.constantFrom('', 'a', 'ab', 'abc', '💩', 'é');
const patterns = fc.constantFrom('^a', 'b$', 'a|b', '^.$');

function valuesWith(fewestItems: number): fc.Arbitrary<unknown> {
  const { value } = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(numbers, texts, fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { minLength: fewestItems, maxLength: 4 }),
      fc.dictionary(names, tie('value'), { maxKeys: 4, ...PLAIN }),
    ),
  }));
  return value;
}

const values = valuesWith(0);

const types = fc.constantFrom('string', 'number', 'integer', 'boolean', 'object', 'array', 'null');

/**
 * Schemas of keywords that both treat the same. References stand alone and below other keywords, so that none is endless.
 * `contains` is kept apart from empty lists, which ajv lets pass in places, and from `unevaluatedItems`, which ajv does not
 * judge beside it; nor does it count items that `true` allows, or what an `if` without `then` looks at, as evaluated.
 */
function schemas(isLate: boolean, about: 'tuples' | 'contains'): fc.Arbitrary<unknown> {
  const definitions = isLate ? '$defs' : 'definitions';
  const { schema } = fc.letrec<{ schema: unknown; inner: unknown }>(tie => {
    const inner = tie('inner');
    const list = fc.array(inner, { minLength: 1, maxLength: 3 });
    const byName = fc.dictionary(names, inner, { maxKeys: 3, ...PLAIN });
    const assertions = {
      type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
      enum: fc.uniqueArray(values, { minLength: 1, maxLength: 3, selector: value => JSON.stringify(value) }),
      const: values,
      minimum: numbers,
      maximum: numbers,
      exclusiveMinimum: numbers,
      exclusiveMaximum: numbers,
      multipleOf: fc.constantFrom(1, 2, 0.5),
      minLength: counts,
      maxLength: counts,
      pattern: patterns,
      minItems: counts,
      maxItems: counts,
      uniqueItems: fc.boolean(),
      minProperties: counts,
      maxProperties: counts,
      required: fc.uniqueArray(names, { maxLength: 2 }),
    };
    const applicators = {
      allOf: list,
      anyOf: list,
      oneOf: list,
      not: inner,
      if: inner,
      // biome-ignore lint/suspicious/noThenProperty: the keyword is called that
      then: inner,
      else: inner,
      properties: byName,
      patternProperties: fc.dictionary(patterns, inner, { maxKeys: 2, ...PLAIN }),
      additionalProperties: inner,
      propertyNames: inner,
    };
    const containing = { contains: inner, ...(isLate && { minContains: counts, maxContains: counts }) };
    const tuples = isLate ? { prefixItems: list } : { items: fc.oneof(inner, list), additionalItems: inner };
    const lists = {
      ...(isLate && { items: inner.filter(schema => schema !== true) }),
      ...(about === 'contains' ? containing : tuples),
    };
    const dependents = isLate
      ? {
          dependentSchemas: byName,
          dependentRequired: fc.dictionary(names, fc.uniqueArray(names, { maxLength: 2 }), PLAIN),
        }
      : { dependencies: fc.dictionary(names, fc.oneof(inner, fc.uniqueArray(names, { maxLength: 2 })), PLAIN) };
    const late = isLate && { unevaluatedProperties: inner, ...(about === 'tuples' && { unevaluatedItems: inner }) };
    const keywords = { ...assertions, ...applicators, ...lists, ...dependents, ...late };
    // Few at once: with all of them nothing would ever fit.
    const some = fc
      .uniqueArray(fc.constantFrom(...Object.keys(keywords)), { minLength: 1, maxLength: 4 })
      .chain(chosen => {
        const wanted = chosen.includes('if') ? [...chosen, 'then'] : chosen;
        const picked = Object.entries(keywords).filter(([name]) => wanted.includes(name));
        return fc.record(Object.fromEntries(picked) as Record<string, fc.Arbitrary<unknown>>, PLAIN);
      });
    const reference = fc.constantFrom({ $ref: `#/${definitions}/one` }, { $ref: '#/properties/a' });
    const within = fc.record({ properties: fc.record({ a: reference }, PLAIN) }, PLAIN);
    return {
      inner: fc.oneof({ maxDepth: 3, withCrossShrink: true }, fc.boolean(), within, some),
      schema: fc
        .tuple(some, fc.record({ [definitions]: fc.record({ one: inner }), properties: fc.record({ a: inner }) }))
        .map(([schema, more]) => ({ ...schema, ...more })),
    };
  });
  return schema;
}

const OPTIONS: Options = { strict: false, validateFormats: false, validateSchema: false, logger: false };

test.for([
  ['draft-07', 'tuples'],
  ['draft-07', 'contains'],
  ['2020-12', 'tuples'],
  ['2020-12', 'contains'],
] as const)('%s, with %s: whatever the schema and the value, ajv says the same', ([version, about]) => {
  const isLate = version === '2020-12';
  const some = about === 'contains' ? valuesWith(1) : values;
  const property = fc.property(schemas(isLate, about), fc.array(some, { minLength: 1, maxLength: 4 }), agree);
  fc.assert(property, { numRuns: RUNS, seed: SEED });

  function agree(definition: unknown, examples: readonly unknown[]): void {
    const ajv = isLate ? new Ajv2020(OPTIONS) : new Ajv(OPTIONS);
    const expected = ajv.compile(definition as object);
    const schemaFormat = `application/schema+json;version=${version}`;
    const judge = evaluatorOf({ id: 'x', format: 'json-schema', schemaFormat, definition }, () => undefined);
    for (const value of examples) {
      const valid = opinion(expected, value);
      if (valid !== undefined) expect([value, judge(value)]).toMatchObject([value, { valid }]);
    }
  }
});

/** Nothing where the code that ajv makes fails itself, as it does with some `unevaluatedProperties` in alternatives. */
function opinion(judge: ValidateFunction, value: unknown): boolean | undefined {
  try {
    return judge(value);
  } catch {
    return undefined;
  }
}
