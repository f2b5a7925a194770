import {
  type AvroField,
  type AvroPrimitive,
  type AvroType,
  type Logical,
  type PrimitiveName,
  target,
} from '../avro/model.ts';
import { simpleName } from '../avro/names.ts';
import { readAvro } from '../avro/read.ts';
import type { Constraint, Property, SchemaSource, Shape, ShapeKind } from '../shape.ts';
import { type Draft, done, draft, opaque, recursion } from './draft.ts';
import { label, nullable } from './merge.ts';
import { spend, type Walk } from './walk.ts';

/**
 * Draws an Avro schema. A field is required when it has no default: that is what a writer must give and a reader may miss.
 * A union with `null` is nullable; logical types stand in `format`.
 */
export function outlineAvro(source: SchemaSource, walk: Walk): Shape {
  return node(readAvro(source, walk.lookup).type, { walk, active: new Set() }, 0);
}

interface Scope {
  readonly walk: Walk;
  /** Full names of the records being drawn: meeting one again is recursion. */
  readonly active: Set<string>;
}

function node(type: AvroType, scope: Scope, depth: number): Shape {
  const stop = spend(scope.walk, depth);
  if (stop) return stop;
  switch (type.kind) {
    case 'primitive':
      return primitive(type);
    case 'record':
      return record(type, scope, depth);
    case 'enum': {
      scope.walk.left -= type.symbols.length >> 3;
      return done({
        ...named('string', type),
        enum: type.symbols,
        ...(type.default !== undefined && { default: type.default }),
      });
    }
    case 'fixed':
      return done({ ...named('bytes', type), ...logical(type, [{ name: 'size', value: type.size }]) });
    case 'array': {
      const items = node(type.items, scope, depth + 1);
      return done({ ...draft('list', `array<${label(items)}>`), items });
    }
    case 'map': {
      const items = node(type.values, scope, depth + 1);
      return done({ ...draft('map', `map<${label(items)}>`), items });
    }
    case 'union':
      return union(type.branches, scope, depth);
    case 'reference':
      return node(target(type), scope, depth);
    case 'unknown':
      return opaque(type.reason);
  }
}

const KINDS: Readonly<Record<PrimitiveName, ShapeKind>> = {
  null: 'null',
  boolean: 'boolean',
  int: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
  bytes: 'bytes',
  string: 'string',
};

function primitive(type: AvroPrimitive): Shape {
  return done({ ...draft(KINDS[type.name], type.name), ...logical(type, []) });
}

function record(type: AvroType & { kind: 'record' }, scope: Scope, depth: number): Shape {
  if (scope.active.has(type.fullName)) return recursion('object', 'record', simpleName(type.fullName));
  scope.active.add(type.fullName);
  const properties = type.fields.map(field => property(field, scope, depth + 1));
  scope.active.delete(type.fullName);
  return done({ ...named('object', type), properties });
}

function property(field: AvroField, scope: Scope, depth: number): Property {
  const shape: Draft = { ...node(field.type, scope, depth) };
  if (field.doc !== undefined) shape.description = field.doc;
  if (field.default !== undefined) shape.default = field.default;
  if (field.aliases.length) shape.constraints = [...shape.constraints, { name: 'aliases', value: field.aliases }];
  return { name: field.name, required: field.default === undefined, shape: done(shape) };
}

function union(branches: readonly AvroType[], scope: Scope, depth: number): Shape {
  const others = branches.filter(branch => !(branch.kind === 'primitive' && branch.name === 'null'));
  const [only] = others;
  if (!only) return branches.length ? done(draft('null', 'null')) : opaque('this union has no branch');
  if (others.length === 1)
    return others.length < branches.length ? nullable(node(only, scope, depth)) : node(only, scope, depth);
  const shape = draft('union', 'union');
  shape.variants = others.map(branch => node(branch, scope, depth + 1));
  if (others.length < branches.length) shape.nullable = true;
  return done(shape);
}

const WORDS = { object: 'record', string: 'enum', bytes: 'fixed' } as const;

function named(kind: keyof typeof WORDS, type: { fullName: string; doc?: string; aliases: readonly string[] }): Draft {
  const shape = draft(kind, WORDS[kind]);
  shape.name = simpleName(type.fullName);
  if (type.doc !== undefined) shape.description = type.doc;
  if (type.aliases.length) shape.constraints = [{ name: 'aliases', value: type.aliases }];
  return shape;
}

function logical(type: Logical, limits: readonly Constraint[]): Partial<Draft> {
  const constraints = [...limits];
  if (type.precision !== undefined) constraints.push({ name: 'precision', value: type.precision });
  if (type.scale !== undefined) constraints.push({ name: 'scale', value: type.scale });
  return {
    ...(constraints.length && { constraints }),
    ...(type.logicalType !== undefined && { format: type.logicalType }),
  };
}
