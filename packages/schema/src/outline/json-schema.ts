import { heedsSiblings } from '../dialect.ts';
import { isObject, type JsonObject, typeOf } from '../json.ts';
import { type Base, baseOf, follow } from '../reference.ts';
import type { Constraint, Property, SchemaSource, Shape, ShapeKind } from '../shape.ts';
import { type Draft, done, draft, opaque, recursion } from './draft.ts';
import { addAnnotations, addConstraints, typesOf } from './json-keywords.ts';
import { label, merge, nullable } from './merge.ts';
import { spend, type Walk } from './walk.ts';

/** Where the reader is: in which definition, inside which definitions already, through how many schemas. */
interface Scope {
  readonly walk: Walk;
  readonly base: Base;
  /** Definitions being drawn, as `<id>#<pointer>`: meeting one again is recursion. */
  readonly active: Set<string>;
  readonly hops: number;
}

/** References and `allOf` add no level to the tree, but chains of them are bounded too. */
const MOST_HOPS = 200;

/** Draws a schema of the JSON Schema family. */
export function outlineJsonSchema(source: SchemaSource, walk: Walk): Shape {
  const scope: Scope = { walk, base: baseOf(source), active: new Set([`${source.id}#`]), hops: 0 };
  return node(source.definition, scope, 0, source.id);
}

function node(schema: unknown, scope: Scope, depth: number, name?: string): Shape {
  const stop = spend(scope.walk, depth);
  if (stop) return stop;
  if (schema === true) return done(draft('any', 'any'));
  if (schema === false) return done(draft('never', 'never'));
  if (!isObject(schema)) return opaque(`a schema is an object, true or false, and this is ${article(typeOf(schema))}`);
  if (scope.hops > MOST_HOPS) return opaque(`refers on through more than ${MOST_HOPS} schemas`);
  if (typeof schema.$ref === 'string') return reference(schema, schema.$ref, scope, depth, name);
  const dynamic = schema.$dynamicRef ?? schema.$recursiveRef;
  if (typeof dynamic === 'string') return reference(schema, dynamic, scope, depth, name);
  return keywords(schema, scope, depth, name);
}

function reference(schema: JsonObject, to: string, scope: Scope, depth: number, name?: string): Shape {
  const target = follow(to, scope.base, scope.walk.lookup);
  if (typeof target === 'string') return opaque(target);
  const key = `${target.base.id}#${target.pointer}`;
  if (scope.active.has(key)) return recursion(...kindOf(target.schema), target.name);
  scope.active.add(key);
  const shape = node(target.schema, { ...scope, base: target.base, hops: scope.hops + 1 }, depth, target.name);
  scope.active.delete(key);
  if (!heedsSiblings(scope.base.dialect) || Object.keys(schema).length === 1) return shape;
  const { $ref: _, $dynamicRef: __, $recursiveRef: ___, ...siblings } = schema;
  return merge(keywords(siblings, scope, depth, name), shape);
}

/** A schema object that is no reference. */
function keywords(schema: JsonObject, scope: Scope, depth: number, name?: string): Shape {
  const { allOf, oneOf, anyOf } = schema;
  let shape = typed(schema, scope, depth, name);
  const inner = { ...scope, hops: scope.hops + 1 };
  if (Array.isArray(allOf)) {
    for (const member of allOf) shape = merge(shape, node(member, inner, depth));
    if (name === undefined && allOf.length > 1) shape = unnamed(shape);
  }
  if (Array.isArray(oneOf)) shape = merge(shape, union('oneOf', oneOf, inner, depth));
  if (Array.isArray(anyOf)) shape = merge(shape, union('anyOf', anyOf, inner, depth));
  return schema.nullable === true && scope.base.dialect === 'openapi-3.0' ? nullable(shape) : shape;
}

/** What `type` and the keywords about that type say. */
function typed(schema: JsonObject, scope: Scope, depth: number, name?: string): Shape {
  const stated = typesOf(schema);
  const types =
    stated.length > 1
      ? stated.filter(type => type !== 'null' && !(type === 'integer' && stated.includes('number')))
      : stated;
  const shape = types.length > 1 ? draft('union', types.join(' | ')) : draft(...kindOfType(types[0]));
  if (name !== undefined) shape.name = name;
  if (stated.length > 1 && stated.includes('null')) shape.nullable = true;
  if (types.length > 1)
    shape.variants = types.map(type => done(ofType(draft(...kindOfType(type)), schema, scope, depth + 1)));
  else ofType(shape, schema, scope, depth);
  addAnnotations(shape, schema, scope.walk);
  return done(shape);
}

function ofType(shape: Draft, schema: JsonObject, scope: Scope, depth: number): Draft {
  if (shape.kind === 'opaque') shape.notChecked = `“${shape.type}” is no type of JSON Schema`;
  if (shape.kind === 'union') return shape;
  addConstraints(shape, schema, scope.walk);
  if (shape.kind === 'object') addMembers(shape, schema, scope, depth + 1);
  if (shape.kind === 'list') addItems(shape, schema, scope, depth + 1);
  return shape;
}

function addMembers(shape: Draft, schema: JsonObject, scope: Scope, depth: number): void {
  const required = new Set(
    Array.isArray(schema.required) ? schema.required.filter(name => typeof name === 'string') : [],
  );
  const properties: Property[] = [];
  if (isObject(schema.properties)) {
    for (const [name, inner] of Object.entries(schema.properties)) {
      properties.push({ name, required: required.delete(name), shape: node(inner, scope, depth) });
    }
  }
  for (const name of required) properties.push({ name, required: true, shape: node(true, scope, depth) });
  if (properties.length) shape.properties = properties;
  addOthers(shape, schema, scope, depth);
}

/** Members that have no name in the schema: `patternProperties`, `additionalProperties`, `unevaluatedProperties`. */
function addOthers(shape: Draft, schema: JsonObject, scope: Scope, depth: number): void {
  const patterns = isObject(schema.patternProperties) ? Object.entries(schema.patternProperties) : [];
  const rest = schema.additionalProperties ?? schema.unevaluatedProperties;
  const others = patterns.map(([, inner]) => node(inner, scope, depth));
  if (isObject(rest) && Object.keys(rest).length) others.push(node(rest, scope, depth));
  if (patterns.length)
    limit(
      shape,
      'patternProperties',
      patterns.map(([pattern]) => pattern),
    );
  if (rest === false) limit(shape, 'additionalProperties', false);
  const [first] = others;
  if (!first) return;
  shape.items = others.length === 1 ? first : oneOfShapes('anyOf', others);
  if (shape.properties) return;
  shape.kind = 'map';
  shape.type = `map<${label(shape.items)}>`;
}

function addItems(shape: Draft, schema: JsonObject, scope: Scope, depth: number): void {
  const oldTuple = Array.isArray(schema.items);
  const first = oldTuple ? schema.items : schema.prefixItems;
  const rest = oldTuple ? schema.additionalItems : schema.items;
  if (Array.isArray(first)) {
    const least = typeof schema.minItems === 'number' ? schema.minItems : 0;
    shape.properties = first.map((item, index) => ({
      name: String(index),
      required: index < least,
      shape: node(item, scope, depth),
    }));
    shape.type = `array<${shape.properties.map(item => label(item.shape)).join(', ')}>`;
  }
  if (rest === false) limit(shape, 'items', false);
  if (rest === undefined || typeof rest === 'boolean') return;
  shape.items = node(rest, scope, depth);
  if (!shape.properties) shape.type = `array<${label(shape.items)}>`;
}

/** What is put together from several definitions has the name of none of them. */
function unnamed(shape: Shape): Shape {
  if (shape.name === undefined) return shape;
  const { name: _, ...rest } = shape;
  return done({ ...rest });
}

function limit(shape: Draft, name: string, value: unknown): void {
  shape.constraints = [...shape.constraints, { name, value } satisfies Constraint];
}

function union(word: string, alternatives: readonly unknown[], scope: Scope, depth: number): Shape {
  return oneOfShapes(
    word,
    alternatives.map(member => node(member, scope, depth + 1)),
  );
}

/** A union of shapes; the alternative `null` makes the rest nullable. */
function oneOfShapes(word: string, alternatives: readonly Shape[]): Shape {
  const variants = alternatives.filter(variant => variant.kind !== 'null' && variant.kind !== 'never');
  const mayBeNull = alternatives.some(variant => variant.kind === 'null');
  const [only] = variants;
  if (!only) return done(mayBeNull ? draft('null', 'null') : draft('never', 'never'));
  if (variants.length === 1) return mayBeNull ? nullable(only) : only;
  const shape = draft('union', word);
  shape.variants = variants;
  if (mayBeNull || variants.some(variant => variant.nullable)) shape.nullable = true;
  return done(shape);
}

const KINDS: Readonly<Record<string, ShapeKind>> = {
  object: 'object',
  array: 'list',
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  null: 'null',
};

function kindOfType(type: string | undefined): [ShapeKind, string] {
  return type === undefined
    ? ['any', 'any']
    : [Object.hasOwn(KINDS, type) ? (KINDS[type] as ShapeKind) : 'opaque', type];
}

/** Kind and type of a schema at a glance, without looking inside. */
function kindOf(schema: unknown): [ShapeKind, string] {
  if (!isObject(schema)) return ['any', 'any'];
  if (Array.isArray(schema.oneOf)) return ['union', 'oneOf'];
  if (Array.isArray(schema.anyOf)) return ['union', 'anyOf'];
  return kindOfType(typesOf(schema).find(type => type !== 'null'));
}

function article(type: string): string {
  return type === 'null' ? 'nothing' : `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`;
}
