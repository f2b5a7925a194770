import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareJsonSchema } from './compare.ts';

/** Pairs of the suites of other projects; see NOTICE. Where Portolan says otherwise, a message shows it, or a reason stands here. */
const corpus = join(import.meta.dirname, '../../../../../corpus/json-schema-compatibility');

interface Case {
  readonly name: string;
  readonly writer: unknown;
  readonly reader: unknown;
  readonly isCompatible: boolean;
}

function read<T>(file: string): T[] {
  return JSON.parse(readFileSync(join(corpus, file), 'utf8')) as T[];
}

interface Versions {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

const both = ({ name, before, after }: Versions, newReadsOld: boolean, oldReadsNew: boolean): Case[] => [
  { name: `${name}, new reads old`, writer: before, reader: after, isCompatible: newReadsOld },
  { name: `${name}, old reads new`, writer: after, reader: before, isCompatible: oldReadsNew },
];

const SUITES = {
  karapace: () =>
    read<Omit<Case, 'isCompatible'> & { compatible: boolean }>('karapace.json').map(
      ({ compatible, ...rest }): Case => ({ ...rest, isCompatible: compatible }),
    ),
  apicurio: () =>
    read<Versions & { compatibility: 'backward' | 'both' | 'none' }>('apicurio.json').flatMap(one =>
      both(one, one.compatibility !== 'none', one.compatibility === 'both'),
    ),
  jsoncompat: () =>
    read<Versions & { newReadsOld: boolean; oldReadsNew: boolean }>('jsoncompat.json').flatMap(one =>
      both(one, one.newReadsOld, one.oldReadsNew),
    ),
};

const ALL_TEXTS = 'the pattern is found in every text, so that it asks for nothing';
const SAYS_NOTHING = 'the keyword says nothing about which values there are';
const NO_VALUE = 'one side admits no value at all, and there is nothing that the other could refuse';
const IN_PLACE = 'a schema that refers to itself in place means nothing that anybody could judge by';

/** Why there is no message that shows a difference although a suite expects one, or why nobody can tell. */
const ARGUED: readonly (readonly [name: RegExp, reason: string])[] = [
  [/^true_schema_is_compatible_with_object /, 'the schema `true` admits every value'],
  [/^extra_field_with_closed_model_is_incompatible 1$/, NO_VALUE],
  [/^true_and_false_schemas /, NO_VALUE],
  [/^array_and_tuples_are_incompatible 1$/, 'the first of whole numbers is a whole number'],
  [/^schema_restrict_attributes_is_incompatible 5$/, ALL_TEXTS],
  [/^pattern_properties 5$/, 'the pattern `^a*` is found in every name, and what is found may be anything'],
  [/^object_properties 1$/, 'a member that is optional and may be anything asks for nothing'],
  [/^property_names 2$/, 'a member that is optional and may be anything asks for nothing'],
  [/^String: pattern [12],/, ALL_TEXTS],
  [/^Const,/, NO_VALUE],
  [/^String: content(Encoding|MediaType) [23],/, SAYS_NOTHING],
  [/^Complex: anyOf 1, old/, 'texts fit the first alternative and all else the second: both sides admit every value'],
  [/^Complex: oneOf 1, old/, 'only what is not longer than 5, or 10, fits both: longer texts and all else fit one'],
  [/^Conditional: (if|then|else),/, ALL_TEXTS],
  [/^large_integer_enum_precision,/, 'the two numbers are the same one in IEEE 754, by which they are read'],
  [/^unsupported_subset_pattern_properties_additional_fallback,/, 'a control character is never the name `x`'],
  [/^dependent_required_recursive_property_names,/, IN_PLACE],
  [/^recursive_allof_enum_not_empty,/, IN_PLACE],
  [/^same_value_recursive_applicator_narrowed,/, IN_PLACE],
];

const lookups = { writer: () => undefined, reader: () => undefined };

test.for([
  ['karapace', 'draft-07'],
  ['apicurio', 'draft-07'],
  ['jsoncompat', '2020-12'],
] as const)('%s', ([suite, draft]) => {
  const schemaFormat = `application/schema+json;version=${draft}`;
  const cases = SUITES[suite]();
  let [agreed, shown] = [0, 0];
  const unexplained: string[] = [];
  for (const { name, writer, reader, isCompatible } of cases) {
    const { verdict, witness } = compareJsonSchema(
      { id: 'writer', format: 'json-schema', schemaFormat, definition: writer },
      { id: 'reader', format: 'json-schema', schemaFormat, definition: reader },
      lookups,
    );
    if (verdict === (isCompatible ? 'compatible' : 'incompatible')) agreed++;
    else if (verdict === 'incompatible' && witness) shown++;
    else if (!ARGUED.some(([about]) => about.test(name))) unexplained.push(`${name}: ${verdict}`);
  }
  const argued = cases.length - agreed - shown;
  console.info(`${suite}: ${agreed} of ${cases.length} agree, ${shown} are refuted by a message, ${argued} are argued`);
  expect(unexplained).toEqual([]);
});
