import type { Dialect } from '../dialect.ts';
import * as applicators from './applicators.ts';
import * as assertions from './assertions.ts';
import { format } from './formats/format.ts';
import { contains, items } from './items.ts';
import { members, propertyNames } from './members.ts';
import type { Form, Keyword, Maker, Rules, Vocabulary } from './model.ts';
import { dynamicReference, recursiveReference, reference } from './references.ts';
import { unevaluatedItems, unevaluatedProperties } from './unevaluated.ts';

/** The drafts in the order they came; OpenAPI 3.0 stands with draft-04, which it changed. */
const ORDER: readonly Dialect[] = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'];

type Row = readonly [
  name: string,
  vocabulary: Vocabulary,
  form: Form,
  maker: Maker | undefined,
  since?: Dialect,
  until?: Dialect,
];

/** A keyword whose meaning is for other readers: it says nothing about values. */
const SAYS_NOTHING: undefined = undefined;

/**
 * Every keyword of every draft of JSON Schema: what it is called, its vocabulary, what its value must be, what judges it,
 * the first and the last draft that knows it. A keyword that changed its form has a row for each.
 */
const ROWS: readonly Row[] = [
  ['$schema', 'core', 'text', SAYS_NOTHING],
  ['id', 'core', 'text', SAYS_NOTHING, 'draft-04', 'draft-04'],
  ['$id', 'core', 'text', SAYS_NOTHING, 'draft-06'],
  ['$ref', 'core', 'text', reference],
  ['$comment', 'core', 'text', SAYS_NOTHING, 'draft-07'],
  ['$anchor', 'core', 'text', SAYS_NOTHING, '2019-09'],
  ['$vocabulary', 'core', 'any', SAYS_NOTHING, '2019-09'],
  ['$defs', 'core', 'map', SAYS_NOTHING, '2019-09'],
  ['$recursiveRef', 'core', 'text', recursiveReference, '2019-09', '2019-09'],
  ['$recursiveAnchor', 'core', 'flag', SAYS_NOTHING, '2019-09', '2019-09'],
  ['$dynamicRef', 'core', 'text', dynamicReference, '2020-12'],
  ['$dynamicAnchor', 'core', 'text', SAYS_NOTHING, '2020-12'],
  ['definitions', 'core', 'map', SAYS_NOTHING],

  ['allOf', 'applicator', 'list', applicators.allOf],
  ['anyOf', 'applicator', 'list', applicators.anyOf],
  ['oneOf', 'applicator', 'list', applicators.oneOf],
  ['not', 'applicator', 'one', applicators.not],
  ['if', 'applicator', 'one', applicators.conditional, 'draft-07'],
  ['then', 'applicator', 'one', applicators.conditional, 'draft-07'],
  ['else', 'applicator', 'one', applicators.conditional, 'draft-07'],
  ['properties', 'applicator', 'map', members],
  ['patternProperties', 'applicator', 'map', members],
  ['additionalProperties', 'applicator', 'one', members],
  ['propertyNames', 'applicator', 'one', propertyNames, 'draft-06'],
  ['items', 'applicator', 'one-or-list', items, 'draft-04', '2019-09'],
  ['items', 'applicator', 'one', items, '2020-12'],
  ['prefixItems', 'applicator', 'list', items, '2020-12'],
  ['additionalItems', 'applicator', 'one', items, 'draft-04', '2019-09'],
  ['contains', 'applicator', 'one', contains, 'draft-06'],
  ['dependentSchemas', 'applicator', 'map', applicators.dependentSchemas, '2019-09'],
  // Later drafts replaced it, and let validators keep it for those who still write it.
  ['dependencies', 'applicator', 'map-or-names', applicators.dependencies],

  ['unevaluatedProperties', 'unevaluated', 'one', unevaluatedProperties, '2019-09'],
  ['unevaluatedItems', 'unevaluated', 'one', unevaluatedItems, '2019-09'],

  ['type', 'validation', 'types', assertions.type],
  ['enum', 'validation', 'values', assertions.enumeration],
  ['const', 'validation', 'any', assertions.constant, 'draft-06'],
  ['multipleOf', 'validation', 'more-than-zero', assertions.multipleOf],
  ['minimum', 'validation', 'number', assertions.minimum],
  ['maximum', 'validation', 'number', assertions.maximum],
  ['exclusiveMinimum', 'validation', 'flag', assertions.minimum, 'draft-04', 'draft-04'],
  ['exclusiveMaximum', 'validation', 'flag', assertions.maximum, 'draft-04', 'draft-04'],
  ['exclusiveMinimum', 'validation', 'number', assertions.exclusiveMinimum, 'draft-06'],
  ['exclusiveMaximum', 'validation', 'number', assertions.exclusiveMaximum, 'draft-06'],
  ['minLength', 'validation', 'count', assertions.minLength],
  ['maxLength', 'validation', 'count', assertions.maxLength],
  ['pattern', 'validation', 'text', assertions.pattern],
  ['minItems', 'validation', 'count', assertions.minItems],
  ['maxItems', 'validation', 'count', assertions.maxItems],
  ['uniqueItems', 'validation', 'flag', assertions.uniqueItems],
  ['minContains', 'validation', 'count', contains, '2019-09'],
  ['maxContains', 'validation', 'count', contains, '2019-09'],
  ['minProperties', 'validation', 'count', assertions.minProperties],
  ['maxProperties', 'validation', 'count', assertions.maxProperties],
  ['required', 'validation', 'texts', assertions.required],
  ['dependentRequired', 'validation', 'texts-by-name', assertions.dependentRequired, '2019-09'],

  ['format', 'format', 'text', format],

  ['contentEncoding', 'content', 'text', SAYS_NOTHING, 'draft-07'],
  ['contentMediaType', 'content', 'text', SAYS_NOTHING, 'draft-07'],
  ['contentSchema', 'content', 'one', SAYS_NOTHING, '2019-09'],

  ['title', 'meta-data', 'text', SAYS_NOTHING],
  ['description', 'meta-data', 'text', SAYS_NOTHING],
  ['default', 'meta-data', 'any', SAYS_NOTHING],
  ['examples', 'meta-data', 'values', SAYS_NOTHING, 'draft-06'],
  ['readOnly', 'meta-data', 'flag', SAYS_NOTHING, 'draft-07'],
  ['writeOnly', 'meta-data', 'flag', SAYS_NOTHING, 'draft-07'],
  ['deprecated', 'meta-data', 'flag', SAYS_NOTHING, '2019-09'],
];

/** `nullable` is made where the checks of a schema are put together, because it stands above all of them. */
const NULLABLE: Keyword = { vocabulary: 'validation', form: 'flag', maker: () => undefined };

const known = new Map<Dialect, ReadonlyMap<string, Keyword>>();

/** The keywords of a draft by name. */
export function keywordsOf(dialect: Dialect): ReadonlyMap<string, Keyword> {
  const made = known.get(dialect) ?? newKeywords(dialect);
  known.set(dialect, made);
  return made;
}

function newKeywords(dialect: Dialect): ReadonlyMap<string, Keyword> {
  const at = ORDER.indexOf(dialect === 'openapi-3.0' ? 'draft-04' : dialect);
  const keywords = new Map<string, Keyword>();
  for (const [name, vocabulary, form, maker, since = 'draft-04', until = '2020-12'] of ROWS) {
    if (at < ORDER.indexOf(since) || at > ORDER.indexOf(until)) continue;
    keywords.set(name, { vocabulary, form, ...(maker && { maker }) });
  }
  if (dialect === 'openapi-3.0') keywords.set('nullable', NULLABLE);
  return keywords;
}

/** The rules of a draft; without its formats, which then say nothing, if nobody asserts them. */
export function rulesOfDialect(dialect: Dialect, assertsFormats: boolean): Rules {
  const keywords = keywordsOf(dialect);
  const isLate = dialect === '2019-09' || dialect === '2020-12';
  return {
    dialect,
    keywords: assertsFormats ? keywords : without(keywords, ({ vocabulary }) => vocabulary === 'format'),
    id: dialect === 'draft-04' || dialect === 'openapi-3.0' ? 'id' : '$id',
    heedsSiblings: isLate,
    isDynamic: isLate,
  };
}

export function without(
  keywords: ReadonlyMap<string, Keyword>,
  isLeftOut: (keyword: Keyword) => boolean,
): ReadonlyMap<string, Keyword> {
  return new Map([...keywords].filter(([, keyword]) => !isLeftOut(keyword)));
}
