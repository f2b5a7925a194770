import type { Dialect } from '../dialect.ts';
import type { JsonObject } from '../json.ts';
import { keywordsOf } from './keywords.ts';
import type { Form, Vocabulary } from './model.ts';

const DRAFTS: ReadonlyMap<string, Dialect> = new Map<string, Dialect>([
  ['draft-04', 'draft-04'],
  ['draft-06', 'draft-06'],
  ['draft-07', 'draft-07'],
  ['draft/2019-09', '2019-09'],
  ['draft/2020-12', '2020-12'],
]);

/**
 * The meta-schema at an address of json-schema.org, which schemas refer to when their values are schemas. It is made from
 * the table of keywords, so that both always say the same. Of the later drafts the parts for each vocabulary are there too.
 */
export function metaschema(address: string): JsonObject | undefined {
  const [, draft = '', part] =
    /^https?:\/\/json-schema\.org\/(draft[-/][\d-]+)\/(?:schema|meta\/([a-z-]+))$/.exec(address) ?? [];
  const dialect = DRAFTS.get(draft);
  if (dialect === undefined) return undefined;
  const isLate = draft.startsWith('draft/');
  if (part !== undefined && !isLate) return undefined;
  const properties = propertiesOf(dialect, part);
  if (part !== undefined && Object.keys(properties).length === 0) return undefined;
  const idKeyword = dialect === 'draft-04' ? 'id' : '$id';
  return {
    $schema: isLate ? `https://json-schema.org/${draft}/schema` : `http://json-schema.org/${draft}/schema#`,
    [idKeyword]: isLate ? address : `${address}#`,
    ...(dialect === '2020-12' && { $dynamicAnchor: 'meta' }),
    ...(dialect === '2019-09' && { $recursiveAnchor: true }),
    type: dialect === 'draft-04' ? 'object' : ['object', 'boolean'],
    properties,
    // In draft-04 a flag that excludes a limit needs the limit.
    ...(dialect === 'draft-04' && {
      dependencies: { exclusiveMinimum: ['minimum'], exclusiveMaximum: ['maximum'] },
    }),
  };
}

function propertiesOf(dialect: Dialect, part: string | undefined): JsonObject {
  const isWanted = (vocabulary: Vocabulary) =>
    part === undefined || vocabulary === part || (vocabulary === 'format' && part.startsWith('format'));
  const wanted = [...keywordsOf(dialect)].filter(([, keyword]) => isWanted(keyword.vocabulary));
  return Object.fromEntries(wanted.map(([name, { form }]) => [name, schemaOf(name, form, dialect)]));
}

/** What the value of a keyword must be, as a schema. */
function schemaOf(name: string, form: Form, dialect: Dialect): unknown {
  const schema = recursion(dialect);
  const isOld = dialect === 'draft-04';
  const texts = { type: 'array', items: { type: 'string' }, uniqueItems: true };
  switch (form) {
    case 'one':
      return isOld && name.startsWith('additional') ? { anyOf: [{ type: 'boolean' }, schema] } : schema;
    case 'list':
      return { type: 'array', minItems: 1, items: schema };
    case 'one-or-list':
      return { anyOf: [schema, { type: 'array', minItems: 1, items: schema }] };
    case 'map':
      return {
        type: 'object',
        additionalProperties: schema,
        ...(name === 'patternProperties' && !isOld && { propertyNames: { format: 'regex' } }),
      };
    case 'map-or-names':
      return { type: 'object', additionalProperties: { anyOf: [schema, isOld ? { ...texts, minItems: 1 } : texts] } };
    case 'text':
      return { type: 'string', ...FORMATS[name] };
    case 'texts':
      return isOld ? { ...texts, minItems: 1 } : texts;
    case 'texts-by-name':
      return { type: 'object', additionalProperties: texts };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'number':
      return { type: 'number' };
    case 'more-than-zero':
      return isOld ? { type: 'number', minimum: 0, exclusiveMinimum: true } : { type: 'number', exclusiveMinimum: 0 };
    case 'flag':
      return { type: 'boolean' };
    case 'types':
      return { anyOf: [TYPE, { type: 'array', items: TYPE, minItems: 1, uniqueItems: true }] };
    case 'values':
      return { type: 'array', ...(isOld && { minItems: 1, uniqueItems: true }) };
    default:
      return {};
  }
}

const TYPE = { enum: ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] };

const FORMATS: Readonly<Record<string, JsonObject>> = {
  $schema: { format: 'uri' },
  $id: { format: 'uri-reference' },
  $ref: { format: 'uri-reference' },
  $recursiveRef: { format: 'uri-reference' },
  $dynamicRef: { format: 'uri-reference' },
  pattern: { format: 'regex' },
};

/** The way a meta-schema refers to itself, so that others can extend it. */
function recursion(dialect: Dialect): JsonObject {
  if (dialect === '2020-12') return { $dynamicRef: '#meta' };
  return dialect === '2019-09' ? { $recursiveRef: '#' } : { $ref: '#' };
}
