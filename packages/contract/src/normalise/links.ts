import { type AvroNames, avroNames, protobufImports } from '@portolan/schema/links';
import type { SchemaDefinition, SchemaId } from '../model.ts';
import { type Cursor, isObject, member, members, type Resolver } from '../resolve/cursor.ts';
import { placesOf } from '../resolve/imports.ts';
import { nameOf } from '../resolve/location.ts';
import { formatOf } from './format.ts';

/** What linking needs of the collector of schemas. */
export interface Collected {
  readonly resolver: Resolver;
  /** The whole document; undefined where it has no components of its own. */
  readonly root: Cursor | undefined;
  definitions(): readonly SchemaDefinition[];
  collect(at: Cursor, wish: string, schemaFormat: string | undefined): SchemaId | undefined;
}

const PROTOBUF = 'application/vnd.google.protobuf';

/**
 * The schemas with what they name without a `$ref`: Avro types by full name, among all Avro schemas of the document and
 * its components; Protobuf imports by path, among the files that were read. What is found this way is collected too.
 */
export function linked(collected: Collected): SchemaDefinition[] {
  const imports = new Map<SchemaId, Record<string, readonly SchemaId[]>>();
  const avro = createAvroLinks(collected);
  // What one schema draws in may name more: each is linked once, until none is new.
  for (let size = -1; size < collected.definitions().length; ) {
    size = collected.definitions().length;
    for (const schema of collected.definitions()) {
      if (schema.format === 'protobuf' && !imports.has(schema.id))
        imports.set(schema.id, protobufLinks(schema, collected));
      else if (schema.format === 'avro') avro.add(schema);
    }
    avro.complete();
  }
  for (const schema of collected.definitions()) if (schema.format === 'avro') imports.set(schema.id, avro.of(schema));
  return collected.definitions().map(schema => {
    const own = imports.get(schema.id) ?? {};
    return Object.keys(own).length > 0 ? { ...schema, imports: own } : schema;
  });
}

function protobufLinks(schema: SchemaDefinition, { resolver, root, collect, definitions }: Collected) {
  const { definition, origin } = schema;
  const found: [string, readonly SchemaId[]][] = [];
  for (const path of typeof definition === 'string' ? protobufImports(definition) : []) {
    const place = placesOf(path, origin.source, root?.source ?? origin.source).find(location => resolver.has(location));
    if (place === undefined) continue;
    const known = definitions().find(({ origin: { source, pointer } }) => source === place && pointer === '');
    const id = known?.id ?? collectFile(place);
    if (id !== undefined) found.push([path, [id]]);
  }
  return Object.fromEntries(found);

  function collectFile(location: string): SchemaId | undefined {
    const $ref = `/${location.split('/').map(encodeURIComponent).join('/')}`;
    const file = resolver.follow({ source: origin.source, pointer: '', value: { $ref } });
    return file && collect(file, nameOf(location, ''), PROTOBUF);
  }
}

/** Knows which schema defines which Avro type. */
function createAvroLinks(collected: Collected) {
  const names = new Map<SchemaId, AvroNames>();
  const definers = new Map<string, SchemaId[]>();
  let components: Map<string, Cursor[]> | undefined;
  return { add, complete, of };

  function add(schema: SchemaDefinition): void {
    if (names.has(schema.id)) return;
    const own = avroNames(schema.definition);
    names.set(schema.id, own);
    for (const name of own.defines) definers.set(name, [...(definers.get(name) ?? []), schema.id]);
  }

  /** Collects the components that define a type which nothing collected so far does. */
  function complete(): void {
    for (const { foreign } of [...names.values()]) {
      for (const name of foreign) {
        if (definers.has(name)) continue;
        components ??= componentsByName(collected);
        for (const at of components.get(name) ?? []) collected.collect(at, name, 'application/vnd.apache.avro');
      }
    }
  }

  function of({ id }: SchemaDefinition): Record<string, readonly SchemaId[]> {
    const entries = (names.get(id)?.foreign ?? []).map(
      name => [name, (definers.get(name) ?? []).filter(other => other !== id)] as const,
    );
    return Object.fromEntries(entries.filter(([, others]) => others.length > 0));
  }
}

/** Components that are Avro schemas, as references to them, by the names they define. */
function componentsByName({ root, resolver }: Collected): Map<string, Cursor[]> {
  const found = new Map<string, Cursor[]>();
  for (const [, at] of root ? members(member(member(root, 'components'), 'schemas')) : []) {
    for (const name of avroNames(avroIn(at, resolver)).defines) {
      const reference: Cursor = { source: at.source, pointer: '', value: { $ref: `#${encoded(at.pointer)}` } };
      found.set(name, [...(found.get(name) ?? []), reference]);
    }
  }
  return found;
}

/** The Avro schema that a component is: a Multi Format Schema Object, or, as in 2.x, a named type written in place. */
function avroIn(at: Cursor, resolver: Resolver): unknown {
  const { value } = at;
  if (!isObject(value)) return undefined;
  if ('schemaFormat' in value && 'schema' in value) {
    const format = typeof value.schemaFormat === 'string' ? formatOf(value.schemaFormat) : undefined;
    return format === 'avro' ? resolver.follow(member(at, 'schema'))?.value : undefined;
  }
  const named = typeof value.name === 'string' && ['record', 'enum', 'fixed'].includes(value.type as string);
  return named ? value : undefined;
}

function encoded(pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/');
}
