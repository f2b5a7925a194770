import protobuf from 'protobufjs';
import { sequence } from '../../sample/random.ts';

/** Another reader and writer of Protobuf, protobufjs, which shares no line with Portolan. */
export function orderIn(definition: string): protobuf.Type {
  return protobuf.parse(definition, { keepCase: true }).root.resolveAll().lookupType('Order');
}

type Plain = Record<string, unknown>;

const PLAIN = { longs: String, bytes: Array } as const;

/**
 * Why a message is not read as what it was written: protobufjs refuses its bytes, or some field has another value. Only
 * fields that both sides have count, by their numbers, and those that the reader looks for under another number.
 */
export function problemOf(writer: protobuf.Type, reader: protobuf.Type, value: Plain): string | undefined {
  const bytes = writer.encode(writer.fromObject(value)).finish();
  const written = writer.toObject(writer.decode(bytes), PLAIN);
  let read: Plain;
  try {
    read = reader.toObject(reader.decode(bytes), PLAIN);
  } catch (error) {
    return String(error);
  }
  return differing(writer, reader, written, read, '');
}

function differing(
  writer: protobuf.Type,
  reader: protobuf.Type,
  written: Plain,
  read: Plain,
  path: string,
): string | undefined {
  for (const field of writer.fieldsArray) {
    const other = reader.fieldsById[field.id];
    const named = reader.fields[field.name];
    const set = written[field.name];
    if (named && named.id !== field.id && set !== undefined && !isNothing(set, field))
      return `${path}.${field.name} moved`;
    if (!other) continue;
    const problem = differs(field, other, set, read[other.name], `${path}.${field.name}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function differs(
  field: protobuf.Field,
  other: protobuf.Field,
  set: unknown,
  read: unknown,
  path: string,
): string | undefined {
  const [from, to] = [itemsOf(field, set), itemsOf(other, read)];
  if (!field.repeated && !field.map && !other.repeated && !other.map) {
    const both = [field, other].every(one => one.hasPresence || one.resolvedType instanceof protobuf.Type);
    if (both && from[0] !== undefined && to[0] === undefined) return `${path} is lost`;
    const [one, two] = [from[0] ?? unsetOf(field), to[0] ?? unsetOf(other)];
    return one === undefined ? undefined : differsOne(field, other, one, two, path);
  }
  if (field.map && other.map) {
    const [entries, found] = [set ?? {}, read ?? {}].map(map => new Map(Object.entries(map as Plain)));
    if (entries?.size !== found?.size) return `${path} has other keys`;
    for (const [key, item] of entries ?? []) {
      const problem = found?.has(key)
        ? differsOne(field, other, item, found.get(key), `${path}{}`)
        : `${path} lacks ${key}`;
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  // A zero that is not written is nothing in a list.
  if (from.length === 1 && to.length === 0 && !field.repeated && !field.hasPresence && isNothing(from[0], field))
    return undefined;
  if (from.length !== to.length) return `${path} has ${from.length} values, read as ${to.length}`;
  if (field.map || other.map) return undefined;
  for (const [index, item] of from.entries()) {
    const problem = differsOne(field, other, item, to[index], `${path}[]`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function itemsOf(field: protobuf.Field, value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (field.map) return Object.values(value);
  return field.repeated ? (value as unknown[]) : [value];
}

/** What a field holds that is not set; messages hold nothing. */
function unsetOf(field: protobuf.Field): unknown {
  if (field.resolvedType instanceof protobuf.Type) return undefined;
  return field.defaultValue ?? nothingOf(field);
}

function nothingOf({ resolvedType, type }: protobuf.Field): unknown {
  if (resolvedType instanceof protobuf.Enum) return Object.values(resolvedType.values)[0];
  return type === 'string' || type === 'bytes' ? '' : 0;
}

function isNothing(value: unknown, field: protobuf.Field): boolean {
  return !field.hasPresence && !field.repeated && !field.map && canonical(value) === canonical(nothingOf(field));
}

function differsOne(
  field: protobuf.Field,
  other: protobuf.Field,
  set: unknown,
  read: unknown,
  path: string,
): string | undefined {
  const [from, to] = [field.resolvedType, other.resolvedType];
  if (from instanceof protobuf.Type && to instanceof protobuf.Type)
    return differing(from, to, set as Plain, (read ?? {}) as Plain, path);
  // Bytes hold a message whole.
  if (from instanceof protobuf.Type && other.type === 'bytes') return undefined;
  if (from instanceof protobuf.Enum && to instanceof protobuf.Enum) {
    const name = from.valuesById[Number(set)];
    if (name !== undefined && name in to.values && to.values[name] !== Number(set))
      return `${path} is ${name}, which moved`;
  }
  return canonical(set) === canonical(read)
    ? undefined
    : `${path} is ${JSON.stringify(set)}, read as ${JSON.stringify(read)}`;
}

/** One text for one value, whatever type it stands in: 1 and true are one number, a text is its bytes. */
function canonical(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return `${value}`;
  if (typeof value === 'string') return `bytes ${Array.from(new TextEncoder().encode(value)).join(' ')}`;
  if (ArrayBuffer.isView(value)) return `bytes ${Array.from(value as Uint8Array).join(' ')}`;
  if (Array.isArray(value)) return `bytes ${value.join(' ')}`;
  return String(value);
}

/** Random messages of a type, with values at the ends of what their fields hold. */
export function randomMessage(type: protobuf.Type, seed: number): Plain | undefined {
  const random = sequence('protobuf message', seed);
  const pick = (list: readonly unknown[]) => list[Math.floor(random() * list.length)];
  const found = message(type, 3);
  // Messages that require themselves have no end.
  return JSON.stringify(found).includes('null') ? undefined : found;

  function message(of: protobuf.Type, depth: number): Plain {
    const value: Plain = {};
    const chosen = new Set<string>();
    for (const field of of.fieldsArray) {
      const needed = field.required;
      if (!needed && random() < 0.3) continue;
      const choice = field.partOf?.name;
      if (choice !== undefined && chosen.has(choice)) continue;
      const held = () => one(field, depth);
      const found = field.map
        ? Object.fromEntries([[field instanceof protobuf.MapField && field.keyType === 'bool' ? 'true' : '1', held()]])
        : field.repeated
          ? [held(), held()]
          : held();
      if (JSON.stringify(found) === undefined || (JSON.stringify(found).includes('null') && !needed)) continue;
      value[field.name] = found;
      if (choice !== undefined) chosen.add(choice);
    }
    return value;
  }

  function one(field: protobuf.Field, depth: number): unknown {
    const { resolvedType } = field;
    if (resolvedType instanceof protobuf.Type)
      return depth > 0 || (field.required && depth > -20) ? message(resolvedType, depth - 1) : null;
    if (resolvedType instanceof protobuf.Enum) return pick(Object.values(resolvedType.values));
    return pick(VALUES[field.type] ?? [1]);
  }
}

const SIGNED_32 = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)];
const UNSIGNED_32 = [0, 1, 2 ** 32 - 1];
const SIGNED_64 = ['0', '1', '-1', '9223372036854775807', '-9223372036854775808', '4294967296'];
const UNSIGNED_64 = ['0', '1', '18446744073709551615', '4294967296'];

const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  int32: SIGNED_32,
  sint32: SIGNED_32,
  sfixed32: SIGNED_32,
  uint32: UNSIGNED_32,
  fixed32: UNSIGNED_32,
  int64: SIGNED_64,
  sint64: SIGNED_64,
  sfixed64: SIGNED_64,
  uint64: UNSIGNED_64,
  fixed64: UNSIGNED_64,
  bool: [true, false],
  string: ['', 'text', 'é'],
  bytes: ['', 'dA==', '/w=='],
  float: [0, 1.5, -2],
  double: [0, 1.5, -2],
};
