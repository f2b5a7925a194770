import { pointerOf } from '@portolan/base';
import type { Message, MessageId, SchemaDefinition, SchemaId, Tag } from '../model.ts';
import { compact, text, unique } from '../normalise/common.ts';
import { formatOf, isJsonSchema } from '../normalise/format.ts';
import { createSchemaCollector } from '../normalise/schemas.ts';
import { type Cursor, isObject, items, type Json, member, members, originOf } from '../resolve/cursor.ts';
import { nameOf } from '../resolve/location.ts';
import type { Report } from '../resolve/resolver.ts';
import { attributesSchema, valueSchema } from './attributes.ts';
import { createEmbedded } from './embedded.ts';
import { XREGISTRY_REFERENCE_BROKEN, XREGISTRY_SCHEMA_ELSEWHERE, XREGISTRY_SCHEMA_FORMAT_MISSING } from './findings.ts';
import { contentTypeOf, schemaFormatOf } from './formats.ts';
import { entityAt, firstOf, isInside, withBase } from './lookup.ts';
import { attributePrefix, protocolOf } from './protocols.ts';
import { versionedSchema } from './schemas.ts';

/** What the endpoints and the group of a message say about the form it travels in. */
export interface Surroundings {
  readonly protocol: string | undefined;
  readonly envelope: string | undefined;
  readonly options: Json;
}

/** Gathers the messages of a registry, each once, with the schemas that they name. */
export interface DefinitionCollector {
  collect(id: string, at: Cursor, around: Surroundings): MessageId | undefined;
  messages(): Message[];
  schemas(): SchemaDefinition[];
}

const DRAFT_07 = 'application/schema+json;version=draft-07';

export function createDefinitionCollector(root: Cursor, report: Report): DefinitionCollector {
  const ids = new Map<string, MessageId>();
  const found = new Map<MessageId, Message>();
  const embedded = createEmbedded(report);
  const schemas = createSchemaCollector(embedded.resolver);
  const known = new Map<string, SchemaId | undefined>();
  return { collect, messages: () => [...found.values()], schemas: definitions };

  function definitions(): SchemaDefinition[] {
    return schemas.definitions().map(schema => ({ ...schema, origin: embedded.home(schema.origin) }));
  }

  function collect(key: string, written: Cursor, around: Surroundings): MessageId | undefined {
    if (!isObject(written.value)) return undefined;
    const before = ids.get(written.pointer);
    if (before !== undefined) return before;
    const broken = (at: Cursor) => brokenReference(at, 'message', '/messagegroups/orders/messages/placed');
    const at = withBase(root, written, broken);
    const id = unique(key, found);
    ids.set(written.pointer, id);
    found.set(id, message(id, key, at, around));
    return id;
  }

  function message(id: MessageId, key: string, at: Cursor, around: Surroundings): Message {
    const value = at.value as Json;
    const format = text(firstOf(at, 'dataschemaformat', 'schemaformat').value);
    const attributes = attributesOf(at);
    const own = protocolOf(text(firstOf(at, 'protocol', 'binding').value))?.name;
    const protocol = own ?? around.protocol;
    const envelope = text(firstOf(at, 'envelope', 'format').value) ?? around.envelope;
    // Metadata without the name of an envelope are those of the only envelope that there is.
    const event = envelope === undefined ? Object.keys(attributes).length > 0 : /^cloudevents/i.test(envelope);
    const options = { ...around.options, ...asObject(value.envelopeoptions) };
    const structured = event && options.mode === 'structured';
    const said = text(value.datacontenttype) ?? text(asObject(attributes.datacontenttype).value);
    const payload = payloadOf(id, at, format);
    return compact({
      id,
      name: key,
      ...describedAs(at),
      title: text(value.name),
      contentType: structured
        ? (text(options.format) ?? 'application/cloudevents+json')
        : (said ?? contentTypeOf(format)),
      payload: structured ? envelopeOf(id, at, attributes, payload) : payload,
      headers: headersOf(id, at, structured || !event ? undefined : attributes, attributePrefix(protocol)),
      examples: [],
      bindings: bindingsOf(protocol, asObject(value.protocoloptions)),
      deprecated: (value.deprecated !== undefined && value.deprecated !== false) || undefined,
    });
  }

  /** The schema that a message names or holds; what cannot be followed is told. */
  function payloadOf(id: MessageId, at: Cursor, format: string | undefined): SchemaId | undefined {
    const inline = firstOf(at, 'dataschema', 'schema');
    if (inline.value !== undefined) {
      if (format === undefined) report(XREGISTRY_SCHEMA_FORMAT_MISSING, inline, { message: id });
      return schemaAt(inline, `${id}.payload`, format);
    }
    const uri = firstOf(at, 'dataschemaxid', 'dataschemauri', 'schemaurl', 'schemauri');
    if (typeof uri.value !== 'string') return undefined;
    if (!isInside(uri.value)) {
      report(XREGISTRY_SCHEMA_ELSEWHERE, uri, { reference: uri.value, message: id });
      return undefined;
    }
    const entity = entityAt(root, uri.value);
    const schema = entity && versionedSchema(entity);
    if (!schema) {
      brokenReference(uri, 'schema', '/schemagroups/orders/schemas/placed');
      return undefined;
    }
    if (schema.elsewhere) {
      report(XREGISTRY_SCHEMA_ELSEWHERE, uri, { reference: String(schema.at.value), message: id });
      return undefined;
    }
    return schemaAt(schema.at, nameOfSchema(uri.value), schema.format ?? format);
  }

  function schemaAt(at: Cursor, wish: string, format: string | undefined): SchemaId | undefined {
    if (known.has(at.pointer)) return known.get(at.pointer);
    const schemaFormat = schemaFormatOf(format) ?? DRAFT_07;
    const language = formatOf(schemaFormat);
    const json = isJsonSchema(language) || language === 'avro';
    const id = schemas.collect(embedded.open(at, json), wish, schemaFormat);
    known.set(at.pointer, id);
    return id;
  }

  /** The whole event as one object: structured mode. */
  function envelopeOf(id: MessageId, at: Cursor, attributes: Json, data: SchemaId | undefined): SchemaId | undefined {
    const { properties, required } = attributesSchema(attributes, '');
    const format = data === undefined ? undefined : schemas.definitions().find(schema => schema.id === data)?.format;
    const reference =
      format !== undefined && isJsonSchema(format) ? { $ref: `#/schemas${pointerOf('', data as string)}` } : {};
    return made(at, `${id}.event`, { type: 'object', properties: { ...properties, data: reference }, required });
  }

  /** Attributes in binary mode, and the headers that the protocol's own options declare. */
  function headersOf(id: MessageId, at: Cursor, attributes: Json | undefined, prefix: string): SchemaId | undefined {
    const { properties, required } = attributes
      ? attributesSchema(attributes, prefix)
      : { properties: {} as Record<string, unknown>, required: [] };
    const options = asObject((at.value as Json).protocoloptions);
    for (const field of ['headers', 'application-properties', 'user-properties', 'user_properties']) {
      for (const [name, declared] of declaredIn(options[field])) {
        properties[name] = valueSchema(declared);
        if (declared.required === true) required.push(name);
      }
    }
    if (Object.keys(properties).length === 0) return undefined;
    return made(at, `${id}.headers`, { type: 'object', properties, ...(required.length > 0 && { required }) });
  }

  /** A schema that the reader put together. Its references are ids already, so nothing in it is to be resolved. */
  function made(at: Cursor, wish: string, definition: Json): SchemaId {
    return schemas.add(wish, { format: 'json-schema', schemaFormat: DRAFT_07, definition, origin: originOf(at) });
  }

  function brokenReference(at: Cursor, what: string, like: string): void {
    report(XREGISTRY_REFERENCE_BROKEN, at, { what, reference: String(at.value), like });
  }
}

/** Older drafts wrapped the attributes once more. */
function attributesOf(at: Cursor): Json {
  const metadata = firstOf(at, 'envelopemetadata', 'metadata').value;
  const whole = asObject(metadata);
  return isObject(whole.attributes) && !('value' in whole.attributes) ? whole.attributes : whole;
}

/** What a registry says about everything in it. */
export function describedAs(at: Cursor) {
  const value = asObject(at.value);
  const url = text(firstOf(at, 'documentation', 'docs').value);
  return compact({
    description: text(value.description),
    tags: tagsOf(at),
    externalDocs: url === undefined ? undefined : { url },
    extensions: {},
    origin: originOf(at),
  });
}

function tagsOf(at: Cursor): Tag[] {
  return members(member(at, 'labels')).map(([name, { value }]) => ({
    name: typeof value === 'string' && value !== '' ? `${name}=${value}` : name,
  }));
}

/** Headers as a list of named values, as a map of values, or as a map of declarations. */
function declaredIn(value: unknown): [string, Json][] {
  const at = { source: '', pointer: '', value };
  const listed = items(at).flatMap(item => {
    const name = isObject(item.value) ? text(item.value.name) : undefined;
    return name === undefined ? [] : [[name, item.value as Json] as [string, Json]];
  });
  const mapped = members(at).map(([name, item]): [string, Json] => [
    name,
    isObject(item.value) ? item.value : { value: item.value },
  ]);
  return [...listed, ...mapped];
}

function bindingsOf(protocol: string | undefined, options: Json): Message['bindings'] {
  const status = Number(options.status);
  if (protocol === 'http' && Number.isInteger(status)) {
    return { http: { statusCode: status, bindingVersion: '0.3.0' } };
  }
  if (protocol !== 'kafka' || typeof options.key !== 'string') return {};
  return { kafka: { key: { type: 'string', ...valueSchema({ value: options.key }) }, bindingVersion: '0.5.0' } };
}

function nameOfSchema(reference: string): string {
  const name = /\/schemas\/([^/]+)/.exec(reference)?.[1];
  return name === undefined ? nameOf('', reference.replace(/^#/, '')) : name.replace(/:[^:]*$/, '');
}

export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}
