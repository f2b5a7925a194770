import type protobuf from 'protobufjs';
import { isEnum, type ProtobufFile, parseProtobuf, typeOfField } from '../protobuf/parse.ts';
import type { Constraint, SchemaSource, Shape, ShapeKind } from '../shape.ts';
import { type Draft, done, draft, opaque, recursion } from './draft.ts';
import { label } from './merge.ts';
import { spend, type Walk } from './walk.ts';
import { wellKnown } from './well-known.ts';

/**
 * Draws a Protobuf message by the names of its text. Only proto2 and editions know required fields; comments are
 * descriptions; types of files that are imported cannot be seen, except those that come with the language.
 */
export function outlineProtobuf(source: SchemaSource, walk: Walk): Shape {
  const file = parseProtobuf(source.definition);
  if (typeof file === 'string') return opaque(file, 'protobuf', source.id);
  return message(file.message, { walk, file, active: new Set() }, 0);
}

interface Scope {
  readonly walk: Walk;
  readonly file: ProtobufFile;
  /** Messages being drawn: meeting one again is recursion. */
  readonly active: Set<protobuf.Type>;
}

function message(type: protobuf.Type, scope: Scope, depth: number): Shape {
  const stop = spend(scope.walk, depth);
  if (stop) return stop;
  if (scope.active.has(type)) return recursion('object', 'message', type.name);
  scope.active.add(type);
  const shape = named('object', 'message', type);
  shape.properties = type.fieldsArray.map(field => ({
    name: field.name,
    required: field.required,
    shape: fieldShape(field, scope, depth + 1),
  }));
  scope.active.delete(type);
  const choices = type.oneofsArray.filter(oneof => !oneof.isProto3Optional);
  shape.constraints = choices.map(oneof => ({ name: `oneof ${oneof.name}`, value: oneof.oneof }));
  return done(shape);
}

/** The fields as drawn, with what the field itself says: comment, default, `deprecated`, its name in JSON. */
function fieldShape(field: protobuf.Field, scope: Scope, depth: number): Shape {
  const shape: Draft = { ...container(field, scope, depth) };
  const options: Readonly<Record<string, unknown>> = field.options ?? {};
  if (field.comment) shape.description = field.comment;
  if (options.default !== undefined) shape.default = options.default;
  if (options.deprecated === true) shape.deprecated = true;
  if (typeof options.json_name === 'string') {
    const constraint: Constraint = { name: 'json_name', value: options.json_name };
    shape.constraints = [...shape.constraints, constraint];
  }
  return done(shape);
}

function container(field: protobuf.Field, scope: Scope, depth: number): Shape {
  if (!field.map && !field.repeated) return valueShape(field, scope, depth);
  const stop = spend(scope.walk, depth);
  if (stop) return stop;
  const items = valueShape(field, scope, depth + 1);
  if (field.repeated) return done({ ...draft('list', `repeated ${label(items)}`), items });
  const { keyType } = field as unknown as protobuf.MapField;
  return done({ ...draft('map', `map<${keyType}, ${label(items)}>`), items });
}

const SCALARS: Readonly<Record<string, ShapeKind>> = {
  double: 'number',
  float: 'number',
  int32: 'integer',
  int64: 'integer',
  uint32: 'integer',
  uint64: 'integer',
  sint32: 'integer',
  sint64: 'integer',
  fixed32: 'integer',
  fixed64: 'integer',
  sfixed32: 'integer',
  sfixed64: 'integer',
  bool: 'boolean',
  string: 'string',
  bytes: 'bytes',
};

function valueShape(field: protobuf.Field, scope: Scope, depth: number): Shape {
  const scalar = Object.hasOwn(SCALARS, field.type) ? SCALARS[field.type] : undefined;
  if (scalar) return spend(scope.walk, depth) ?? done(draft(scalar, field.type));
  const type = typeOfField(field);
  if (!type) return wellKnown(field.type) ?? opaque(missing(field.type, scope.file), field.type);
  if (!isEnum(type)) return message(type, scope, depth);
  const stop = spend(scope.walk, depth, 1 + (Object.keys(type.values).length >> 3));
  return stop ?? done({ ...named('string', 'enum', type), enum: Object.keys(type.values) });
}

function named(kind: ShapeKind, type: string, from: protobuf.Type | protobuf.Enum): Draft {
  const shape = draft(kind, type);
  shape.name = from.name;
  if (from.comment) shape.description = from.comment;
  if (from.options?.deprecated === true) shape.deprecated = true;
  return shape;
}

function missing(type: string, file: ProtobufFile): string {
  const imports = file.imports.filter(name => !name.startsWith('google/protobuf/'));
  if (imports.length === 0) return `the type “${type}” is defined nowhere`;
  return `the type “${type}” comes from an imported file (${imports.join(', ')}), and imports are not loaded`;
}
