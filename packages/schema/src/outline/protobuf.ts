import { isOpen, presenceOf } from '../protobuf/features.ts';
import { optionOf, type ProtoEnum, type ProtoField, type ProtoFile, type ProtoMessage } from '../protobuf/model.ts';
import { readProtobuf } from '../protobuf/read.ts';
import { resolveType } from '../protobuf/resolve.ts';
import type { World } from '../protobuf/world.ts';
import type { Constraint, SchemaSource, Shape, ShapeKind } from '../shape.ts';
import { type Draft, done, draft, opaque, recursion } from './draft.ts';
import { label } from './merge.ts';
import { spend, type Walk } from './walk.ts';
import { wellKnown } from './well-known.ts';

/**
 * Draws a Protobuf message by the names of its text. Only proto2 and editions know required fields; comments are
 * descriptions; types of imported files are drawn where those files are at hand.
 */
export function outlineProtobuf(source: SchemaSource, walk: Walk): Shape {
  const reading = readProtobuf(source, walk.lookup);
  if (typeof reading === 'string') return opaque(reading, 'protobuf', source.id);
  const scope: Scope = { walk, world: reading.world, active: new Set() };
  return message(reading.message, reading.file, scope, 0);
}

interface Scope {
  readonly walk: Walk;
  readonly world: World;
  /** Messages being drawn: meeting one again is recursion. */
  readonly active: Set<ProtoMessage>;
}

function message(type: ProtoMessage, file: ProtoFile, scope: Scope, depth: number): Shape {
  const stop = spend(scope.walk, depth);
  if (stop) return stop;
  if (scope.active.has(type)) return recursion('object', 'message', type.name);
  scope.active.add(type);
  const shape = named('object', 'message', type);
  shape.properties = type.fields.map(field => ({
    name: field.name,
    required: presenceOf(field, type, file) === 'required',
    shape: fieldShape(field, { type, file }, scope, depth + 1),
  }));
  scope.active.delete(type);
  shape.constraints = type.oneofs.map(oneof => ({ name: `oneof ${oneof.name}`, value: oneof.fields }));
  return done(shape);
}

/** The message that a field stands in. */
interface Around {
  readonly type: ProtoMessage;
  readonly file: ProtoFile;
}

/** The fields as drawn, with what the field itself says: comment, default, `deprecated`, its name in JSON. */
function fieldShape(field: ProtoField, around: Around, scope: Scope, depth: number): Shape {
  const shape: Draft = { ...container(field, around, scope, depth) };
  const fallback = optionOf(field, 'default');
  const json = optionOf(field, 'json_name');
  if (field.comment) shape.description = field.comment;
  if (fallback) shape.default = defaultOf(fallback);
  if (optionOf(field, 'deprecated')?.value === 'true') shape.deprecated = true;
  if (json) {
    const constraint: Constraint = { name: 'json_name', value: json.value };
    shape.constraints = [...shape.constraints, constraint];
  }
  return done(shape);
}

function defaultOf({ kind, value }: { readonly kind: string; readonly value: string }): unknown {
  if (kind === 'number') return Number.isNaN(Number(value)) ? value : Number(value);
  if (kind === 'name' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function container(field: ProtoField, around: Around, scope: Scope, depth: number): Shape {
  if (field.key === undefined && field.label !== 'repeated') return valueShape(field, around, scope, depth);
  const stop = spend(scope.walk, depth);
  if (stop) return stop;
  const items = valueShape(field, around, scope, depth + 1);
  if (field.key === undefined) return done({ ...draft('list', `repeated ${label(items)}`), items });
  return done({ ...draft('map', `map<${field.key}, ${label(items)}>`), items });
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

function valueShape(field: ProtoField, { type: outer, file }: Around, scope: Scope, depth: number): Shape {
  const scalar = Object.hasOwn(SCALARS, field.type) ? SCALARS[field.type] : undefined;
  if (scalar) return spend(scope.walk, depth) ?? done(draft(scalar, field.type));
  const found = resolveType(field.type, outer.fullName, file, scope.world);
  // Types that come with the language are drawn even where the import of their file was forgotten.
  const known = wellKnown(found && 'wellKnown' in found ? found.wellKnown : field.type);
  if (!found || 'wellKnown' in found) return known ?? opaque(missing(field.type, file, scope.world), field.type);
  if (found.type.kind === 'message') return message(found.type, found.file, scope, depth);
  const stop = spend(scope.walk, depth, 1 + (found.type.values.length >> 3));
  return stop ?? enumeration(found.type, found.file);
}

function enumeration(type: ProtoEnum, file: ProtoFile): Shape {
  const shape = named('string', 'enum', type);
  shape.enum = type.values.map(({ name }) => name);
  if (!isOpen(type, file)) shape.constraints = [{ name: 'closed', value: true }];
  return done(shape);
}

function named(kind: ShapeKind, type: string, from: ProtoMessage | ProtoEnum): Draft {
  const shape = draft(kind, type);
  shape.name = from.name;
  if (from.comment) shape.description = from.comment;
  if (optionOf(from, 'deprecated')?.value === 'true') shape.deprecated = true;
  return shape;
}

function missing(type: string, file: ProtoFile, world: World): string {
  const absent = file.imports.filter(imported => world.importOf(imported, file) === 'missing').map(({ path }) => path);
  if (absent.length === 0) return `the type “${type}” is defined nowhere`;
  return `the type “${type}” may come from an imported file that is missing (${absent.join(', ')})`;
}
