import { pointerOf } from '@portolan/base';
import { HOLDERS, type Holds } from '@portolan/schema/keywords';
import type { SchemaDefinition, SchemaFormat, SchemaId } from '../model.ts';
import {
  type Cursor,
  isObject,
  items,
  type Json,
  member,
  originOf,
  type Resolver,
  referenceOf,
} from '../resolve/cursor.ts';
import { nameOf } from '../resolve/location.ts';
import { compact, mapped, text, unique } from './common.ts';
import { formatOf, isJsonSchema } from './format.ts';
import { linked } from './links.ts';
import { hintsOf, messageIn } from './protobuf-message.ts';

/** Gathers the schemas of a document, each once, under ids that people recognise. */
export interface SchemaCollector {
  /**
   * The id of the schema at a place, collected with everything it refers to. `schemaFormat` is what stands beside it (2.x);
   * a Multi Format Schema Object (3.x) names its own. `wish` names a schema that has no name.
   */
  collect(at: Cursor, wish: string, schemaFormat?: string): SchemaId | undefined;
  /** Adds a schema that the reader put together; its references are ids already. */
  add(wish: string, schema: Omit<SchemaDefinition, 'id'>): SchemaId;
  /** All of them, by id. */
  definitions(): SchemaDefinition[];
}

/** `root` is the document, whose components may define what schemas name without a reference. */
export function createSchemaCollector(resolver: Resolver, root?: Cursor): SchemaCollector {
  const ids = new Map<string, SchemaId>();
  const found = new Map<SchemaId, SchemaDefinition | undefined>();
  // A queue and not recursion: schemas that refer to each other in a long chain must not exhaust the stack.
  const waiting: (() => void)[] = [];
  let draining = false;
  return { collect, add, definitions };

  function add(wish: string, schema: Omit<SchemaDefinition, 'id'>): SchemaId {
    const id = unique(wish, found);
    found.set(id, { id, ...schema });
    return id;
  }

  function definitions(): SchemaDefinition[] {
    return linked({ resolver, root, collect, definitions: collected });
  }

  function collected(): SchemaDefinition[] {
    return [...found.values()].filter(schema => schema !== undefined);
  }

  function collect(at: Cursor, wish: string, beside?: string): SchemaId | undefined {
    const outer = followed(at, beside);
    if (!outer) return undefined;
    const multiFormat = isObject(outer.value) && 'schemaFormat' in outer.value && 'schema' in outer.value;
    const schemaFormat = multiFormat ? text((outer.value as { schemaFormat: unknown }).schemaFormat) : beside;
    const inner = multiFormat ? followed(member(outer, 'schema'), schemaFormat) : outer;
    if (!inner || inner.value === undefined) return undefined;

    const format = formatOf(schemaFormat);
    const message =
      format === 'protobuf'
        ? messageIn(inner, [...hintsOf(multiFormat ? member(outer, 'schema') : at, outer), wish])
        : undefined;
    const key = `${inner.source}#${inner.pointer}${message === undefined ? '' : ` ${message}`}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const named =
      multiFormat && inner.source === outer.source && inner.pointer.startsWith(outer.pointer) ? outer : inner;
    const id = unique(message?.split('.').at(-1) ?? wishedName(at, named, wish), found);
    ids.set(key, id);
    found.set(id, undefined);
    waiting.push(() => {
      const definition = rewritten(inner, format, id, schemaFormat);
      found.set(id, compact({ id, format, schemaFormat, definition, root: message, origin: originOf(inner) }));
    });
    drain();
    return id;
  }

  /** What a reference leads to; where siblings count, a reference with siblings is a schema of its own. */
  function followed(at: Cursor, schemaFormat: string | undefined): Cursor | undefined {
    return heedsSiblings(schemaFormat) && hasSiblings(at.value) ? at : resolver.follow(at);
  }

  function drain(): void {
    if (draining) return;
    draining = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next();
    draining = false;
  }

  /** Things that were referred to have a name already; things written in place get the wished one. */
  function wishedName(written: Cursor, target: Cursor, wish: string): string {
    const inPlace = written.source === target.source && written.pointer === target.pointer;
    return inPlace && !target.pointer.startsWith('/components/schemas/') ? wish : nameOf(target.source, target.pointer);
  }

  function rewritten(at: Cursor, format: SchemaFormat, id: SchemaId, schemaFormat: string | undefined): unknown {
    if (isJsonSchema(format)) return schema(at, true);
    return format === 'avro' ? anywhere(at) : at.value;

    function reference(place: Cursor): unknown {
      const target = collect(place, `${id}.${nameOf(place.source, place.pointer)}`, schemaFormat);
      return target === undefined ? { $ref: referenceOf(place.value) } : { $ref: `#/schemas${pointerOf('', target)}` };
    }

    function schema(place: Cursor, top = false): unknown {
      if (!isObject(place.value)) return place.value;
      const siblings = heedsSiblings(schemaFormat) && hasSiblings(place.value);
      if (!siblings && !top && referenceOf(place.value) !== undefined) return reference(place);
      if (siblings) return { ...keywords(place), ...referenceIn(place) };
      return keywords(place);
    }

    /** Only the reference of a schema that says more than that, resolved. */
    function referenceIn(place: Cursor): { $ref: unknown } {
      const value = { $ref: referenceOf(place.value) };
      return reference({ ...originOf(place), value }) as { $ref: unknown };
    }

    function keywords(place: Cursor): Record<string, unknown> {
      return mapped(place.value as Json, (value, keyword) => {
        const holds = HOLDERS.get(keyword);
        return holds === undefined ? value : held(holds, member(place, keyword));
      });
    }

    function held(holds: Holds, inner: Cursor): unknown {
      if (holds === 'map' || holds === 'map-or-names') return mapOfSchemas(inner);
      if (!Array.isArray(inner.value)) return holds === 'list' ? inner.value : schema(inner);
      return holds === 'one' ? inner.value : items(inner).map(item => schema(item));
    }

    function mapOfSchemas(inner: Cursor): unknown {
      if (!isObject(inner.value)) return inner.value;
      return mapped(inner.value, (value, name) => (isLeaf(value) ? value : schema(member(inner, name))));
    }

    /** Avro has no reference keyword of its own; people put `$ref` wherever a type may stand. */
    function anywhere(place: Cursor): unknown {
      if (Array.isArray(place.value)) return items(place).map(anywhere);
      if (!isObject(place.value)) return place.value;
      if (referenceOf(place.value) !== undefined) return reference(place);
      return mapped(place.value, (_, key) => anywhere(member(place, key)));
    }
  }
}

/** From 2019-09 on the keywords beside a `$ref` count as if they stood in an `allOf` with it; before, they are ignored. */
function heedsSiblings(schemaFormat: string | undefined): boolean {
  return /2019-09|2020-12|openapi(s\.org|;version=3\.[1-9])/.test(schemaFormat ?? '');
}

/** Whether a schema neither refers to another one nor holds one, as most: nothing in it is rewritten, so it needs no copy. */
function isLeaf(schema: unknown): boolean {
  if (!isObject(schema)) return true;
  for (const keyword of Object.keys(schema)) if (keyword === '$ref' || HOLDERS.has(keyword)) return false;
  return true;
}

function hasSiblings(value: unknown): boolean {
  return referenceOf(value) !== undefined && Object.keys(value as object).length > 1;
}
