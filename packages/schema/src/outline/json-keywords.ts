import { isObject, type JsonObject, partsOf, typeOf } from '../json.ts';
import type { Constraint, ShapeKind } from '../shape.ts';
import type { Draft } from './draft.ts';
import type { Walk } from './walk.ts';

const OF_ANY = ['not', 'discriminator'];
const OF_NUMBERS = [...OF_ANY, 'minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf'];
const OF_KIND: Partial<Record<ShapeKind, readonly string[]>> = {
  string: [...OF_ANY, 'minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType'],
  number: OF_NUMBERS,
  integer: OF_NUMBERS,
  list: [...OF_ANY, 'minItems', 'maxItems', 'uniqueItems', 'contains', 'minContains', 'maxContains'],
  object: [
    ...OF_ANY,
    'minProperties',
    'maxProperties',
    'propertyNames',
    'dependentRequired',
    'dependentSchemas',
    'dependencies',
  ],
};

/** Adds the limits that count for the draft's kind, under their own keyword names. */
export function addConstraints(shape: Draft, schema: JsonObject, walk: Walk): void {
  const found: Constraint[] = [];
  for (const name of OF_KIND[shape.kind === 'map' ? 'object' : shape.kind] ?? OF_ANY) {
    const value = schema[name];
    if (value === undefined || (name === 'uniqueItems' && value === false)) continue;
    if (typeof value === 'object') walk.left -= partsOf(value, walk.left + 1);
    found.push({ name, value });
  }
  if (schema.if !== undefined) found.push(conditional(schema, walk));
  if (found.length)
    shape.constraints =
      typeof schema.exclusiveMinimum === 'boolean' || typeof schema.exclusiveMaximum === 'boolean'
        ? withoutFlags(found)
        : found;
}

function conditional(schema: JsonObject, walk: Walk): Constraint {
  const value: Record<string, unknown> = {};
  for (const name of ['if', 'then', 'else']) if (schema[name] !== undefined) value[name] = schema[name];
  walk.left -= partsOf(value, walk.left + 1);
  return { name: 'if', value };
}

/** Draft-04 wrote `exclusiveMinimum: true` beside `minimum`; later drafts write the number itself. */
function withoutFlags(constraints: readonly Constraint[]): Constraint[] {
  const flagged = (name: string) => constraints.some(other => other.name === name && other.value === true);
  return constraints
    .filter(({ name, value }) => !(name.startsWith('exclusive') && typeof value === 'boolean'))
    .map(constraint => {
      if (constraint.name === 'minimum' && flagged('exclusiveMinimum'))
        return { name: 'exclusiveMinimum', value: constraint.value };
      if (constraint.name === 'maximum' && flagged('exclusiveMaximum'))
        return { name: 'exclusiveMaximum', value: constraint.value };
      return constraint;
    });
}

/** Adds what a schema says about its meaning: title, description, default, examples, enum and const. */
export function addAnnotations(shape: Draft, schema: JsonObject, walk: Walk): void {
  if (typeof schema.title === 'string') shape.title = schema.title;
  if (typeof schema.description === 'string') {
    shape.description = schema.description;
    walk.left -= schema.description.length >> 9;
  }
  if (typeof schema.format === 'string') shape.format = schema.format;
  if (schema.deprecated === true) shape.deprecated = true;
  if (schema.readOnly === true) shape.readOnly = true;
  if (schema.writeOnly === true) shape.writeOnly = true;
  if (Array.isArray(schema.enum)) {
    shape.enum = schema.enum;
    walk.left -= schema.enum.length >> 3;
  }
  if (schema.const !== undefined) shape.const = schema.const;
  if (schema.default !== undefined) shape.default = schema.default;
  if (Array.isArray(schema.examples)) shape.examples = schema.examples;
  else if (schema.example !== undefined) shape.examples = [schema.example];
  if (shape.examples || isObject(shape.default) || isObject(shape.const)) {
    walk.left -= partsOf([shape.examples, shape.default, shape.const], walk.left + 8) >> 2;
  }
}

const TELLING: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  [
    'object',
    [
      'properties',
      'required',
      'patternProperties',
      'additionalProperties',
      'propertyNames',
      'minProperties',
      'maxProperties',
    ],
  ],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains']],
  ['string', ['pattern', 'minLength', 'maxLength', 'contentEncoding']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

const NUMBER_FORMATS: Readonly<Record<string, string>> = {
  int32: 'integer',
  int64: 'integer',
  float: 'number',
  double: 'number',
};

/**
 * The types a schema states, or the one its other keywords are about. The latter is what its author meant, although a
 * schema without `type` also lets pass whatever its keywords do not apply to.
 */
export function typesOf(schema: JsonObject): string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return [...new Set(type.map(String))];
  for (const [inferred, keywords] of TELLING) {
    if (keywords.some(keyword => schema[keyword] !== undefined && typeof schema[keyword] !== 'boolean'))
      return [inferred];
  }
  if (typeof schema.format === 'string') return [NUMBER_FORMATS[schema.format] ?? 'string'];
  if (schema.const !== undefined) return [typeOf(schema.const)];
  return Array.isArray(schema.enum) ? [...new Set(schema.enum.map(typeOf))] : [];
}
