import { keysOf } from '@portolan/base';
import { isObject, type JsonObject, typeOf } from '../json.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import type { AvroField, AvroType, Logical, Named, PrimitiveName } from './model.ts';

/**
 * Reads an Avro schema. Names are found wherever they are defined, before or after their use, in this definition or in
 * one that it refers to with `$ref: '#/schemas/<id>'`. Never throws on a malformed schema: its bad parts are `unknown`.
 */
export function readAvro(source: SchemaSource, lookup: Lookup): AvroType {
  const named = new Map<string, AvroType>();
  const sources = new Map<string, AvroType | undefined>();
  return fromSource(source);

  function fromSource(from: SchemaSource): AvroType {
    if (!sources.has(from.id)) {
      sources.set(from.id, undefined);
      sources.set(from.id, read(parsed(from.definition), ''));
    }
    const resolve = () => sources.get(from.id) ?? unknown(`${from.id} is nothing but a reference to itself`);
    return sources.get(from.id) ?? { kind: 'reference', name: from.id, resolve };
  }

  function read(schema: unknown, namespace: string): AvroType {
    if (typeof schema === 'string') return byName(schema, namespace);
    if (Array.isArray(schema)) return { kind: 'union', branches: schema.map(branch => read(branch, namespace)) };
    if (!isObject(schema)) return unknown(`an Avro type is a name, an object or a list, and this is ${typeOf(schema)}`);
    if (typeof schema.$ref === 'string') return byReference(schema.$ref);
    if (schema.type === 'array') return { kind: 'array', items: read(schema.items, namespace) };
    if (schema.type === 'map') return { kind: 'map', values: read(schema.values, namespace) };
    if (typeof schema.type === 'string' && NAMED.has(schema.type)) return definition(schema, schema.type, namespace);
    if (schema.type === undefined) return unknown('this Avro type has no `type`');
    const type = read(schema.type, namespace);
    return type.kind === 'primitive' ? { ...type, ...logicalOf(schema) } : type;
  }

  function definition(schema: JsonObject, kind: string, namespace: string): AvroType {
    if (typeof schema.name !== 'string') return unknown(`this Avro ${kind} has no name`);
    const fullName = fullNameOf(schema.name, typeof schema.namespace === 'string' ? schema.namespace : namespace);
    const name: Named = { fullName, aliases: texts(schema.aliases), ...docOf(schema) };
    const type = body(schema, kind, name);
    named.set(fullName, type);
    return type;
  }

  function body(schema: JsonObject, kind: string, name: Named): AvroType {
    if (kind === 'fixed') {
      if (typeof schema.size !== 'number') return unknown(`the fixed ${name.fullName} has no size`);
      return { kind, size: schema.size, ...name, ...logicalOf(schema) };
    }
    if (kind === 'enum') {
      if (!Array.isArray(schema.symbols)) return unknown(`the enum ${name.fullName} has no list of symbols`);
      const fallback = typeof schema.default === 'string' ? { default: schema.default } : {};
      return { kind, symbols: texts(schema.symbols), ...name, ...fallback };
    }
    if (!Array.isArray(schema.fields)) return unknown(`the record ${name.fullName} has no list of fields`);
    const namespace = name.fullName.slice(0, Math.max(0, name.fullName.lastIndexOf('.')));
    return { kind: 'record', fields: schema.fields.flatMap(field => fieldOf(field, namespace)), ...name };
  }

  function fieldOf(field: unknown, namespace: string): AvroField[] {
    if (!isObject(field) || typeof field.name !== 'string') return [];
    const fallback = field.default === undefined ? {} : { default: field.default };
    return [
      {
        name: field.name,
        type: read(field.type, namespace),
        aliases: texts(field.aliases),
        ...docOf(field),
        ...fallback,
      },
    ];
  }

  function byName(name: string, namespace: string): AvroType {
    if (PRIMITIVES.has(name)) return { kind: 'primitive', name: name as PrimitiveName };
    if (name.startsWith('#/')) return byReference(name);
    const resolve = () => named.get(fullNameOf(name, namespace)) ?? named.get(name) ?? elsewhere(name, namespace);
    return { kind: 'reference', name, resolve };
  }

  /** A name that no definition at hand defines may be that of another schema of the document. */
  function elsewhere(name: string, namespace: string): AvroType {
    const wanted = fullNameOf(name, namespace);
    const found = lookup(wanted) ?? lookup(name) ?? lookup(name.slice(name.lastIndexOf('.') + 1));
    if (found?.format === 'avro') fromSource(found);
    return named.get(wanted) ?? unknown(`the type “${name}” is defined nowhere`);
  }

  function byReference(reference: string): AvroType {
    const keys = keysOf(reference.slice(1));
    const found = keys[0] === 'schemas' && keys.length === 2 && keys[1] !== undefined ? lookup(keys[1]) : undefined;
    if (!found) return unknown(`refers to “${reference}”, which does not exist`);
    if (found.format !== 'avro')
      return unknown(`refers to “${found.id}”, which is written in another language (${found.format})`);
    return fromSource(found);
  }
}

/** Name of a type as people say it: without its namespace. */
export function simpleName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf('.') + 1);
}

const PRIMITIVES: ReadonlySet<string> = new Set([
  'null',
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
]);

const NAMED: ReadonlySet<string> = new Set(['record', 'error', 'enum', 'fixed']);

/** AsyncAPI wants Avro inline, as an object; some documents hold it as a text. */
function parsed(definition: unknown): unknown {
  return typeof definition === 'string' && /^\s*[[{"]/.test(definition) ? JSON.parse(definition) : definition;
}

function fullNameOf(name: string, namespace: string): string {
  return name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
}

function docOf(schema: JsonObject): { doc?: string } {
  return typeof schema.doc === 'string' ? { doc: schema.doc } : {};
}

function logicalOf(schema: JsonObject): Logical {
  const { logicalType, precision, scale } = schema;
  return {
    ...(typeof logicalType === 'string' && { logicalType }),
    ...(typeof precision === 'number' && { precision }),
    ...(typeof scale === 'number' && { scale }),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

function unknown(reason: string): AvroType {
  return { kind: 'unknown', reason };
}
