import type { Message, MessageExample, MessageId } from '../model.ts';
import { compact, extensions, text, unique } from '../normalise/common.ts';
import type { SchemaCollector } from '../normalise/schemas.ts';
import { type Cursor, isObject, type Json, member, members, originOf, type Resolver } from '../resolve/cursor.ts';
import { nameOf } from '../resolve/location.ts';
import { headersOf, type NamedValues, parametersIn } from './parameters.ts';

/** Gathers the messages of an OpenAPI document: one per media type of a body, each once however often it is referred to. */
export interface BodyCollector {
  /** The messages that a request is; one without content where it has no body. */
  request(item: Cursor, operation: Cursor, wish: string): MessageId[];
  /** The messages that it is answered with: responses that have a body. */
  responses(operation: Cursor, wish: string): MessageId[];
  messages(): Message[];
}

/** What the media types of one body have in common. */
interface Body {
  /** As it is written, which may be a reference. */
  readonly entry: Cursor;
  /** References followed. */
  readonly at: Cursor;
  readonly wish: string;
  /** The operation or the response that has the headers. */
  readonly owner: Cursor;
  readonly headers: NamedValues | undefined;
  readonly facts: Pick<Message, 'summary' | 'description' | 'deprecated' | 'bindings'>;
}

export function createBodyCollector(resolver: Resolver, schemas: SchemaCollector, schemaFormat: string): BodyCollector {
  const ids = new Map<string, MessageId>();
  const found = new Map<MessageId, Message>();
  return { request, responses, messages: () => [...found.values()] };

  function request(item: Cursor, operation: Cursor, wish: string): MessageId[] {
    const entry = member(operation, 'requestBody');
    const at = entry.value === undefined ? undefined : resolver.follow(entry);
    const value = operation.value as Json;
    const body = at && isObject(at.value) ? at : undefined;
    const shared = body !== undefined && isElsewhere(entry, body);
    const facts = compact({
      summary: shared ? undefined : (text(value.summary) ?? text((item.value as Json).summary)),
      description: text((body?.value as Json | undefined)?.description) ?? text(value.description),
      deprecated: value.deprecated === true || undefined,
      bindings: {},
    });
    const headers = parametersIn('header', item, operation, resolver);
    return collect({ entry: body ? entry : operation, at: body ?? operation, wish, owner: operation, headers, facts });
  }

  function responses(operation: Cursor, wish: string): MessageId[] {
    return members(member(operation, 'responses')).flatMap(([status, entry]) => {
      const at = status.startsWith('x-') ? undefined : resolver.follow(entry);
      if (!at || !isObject(at.value) || members(member(at, 'content')).length === 0) return [];
      const statusCode = /^[1-5]\d\d$/.test(status) ? Number(status) : undefined;
      const bindings = statusCode === undefined ? {} : { http: { statusCode, bindingVersion: '0.3.0' } };
      const facts = compact({ description: text(at.value.description), bindings });
      return collect({ entry, at, wish: `${wish} ${status}`, owner: at, headers: headersOf(at, resolver), facts });
    });
  }

  function collect(body: Body): MessageId[] {
    const types = members(member(body.at, 'content'));
    if (types.length === 0) return [once(body, undefined, body.at, 0)];
    return types.map(([type, media], index) => once(body, type, media, index));
  }

  function once(body: Body, contentType: string | undefined, media: Cursor, index: number): MessageId {
    const { deprecated, bindings } = body.facts;
    const key = JSON.stringify([media.source, media.pointer, body.headers?.identity, deprecated, bindings]);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const called = isElsewhere(body.entry, body.at) ? nameOf(body.at.source, body.at.pointer) : body.wish;
    const id = unique(index === 0 ? called : `${called} ${contentType}`, found);
    ids.set(key, id);
    found.set(id, message(id, called, body, contentType, media));
    return id;
  }

  function message(id: MessageId, name: string, body: Body, contentType: string | undefined, media: Cursor): Message {
    const schema = contentType === undefined ? undefined : member(media, 'schema');
    const { headers } = body;
    return compact({
      id,
      name,
      ...body.facts,
      contentType,
      payload: schema?.value === undefined ? undefined : schemas.collect(schema, `${id}.payload`, schemaFormat),
      headers: headers && schemas.collect(madeAt(body.owner, headers.schema), `${id}.headers`, schemaFormat),
      examples: contentType === undefined ? [] : examplesOf(media),
      tags: [],
      extensions: contentType === undefined ? {} : extensions(media),
      origin: originOf(media),
    });
  }

  function examplesOf(media: Cursor): MessageExample[] {
    const single = member(media, 'example');
    const own = single.value === undefined ? [] : [{ payload: single.value, origin: originOf(single) }];
    const named = members(member(media, 'examples')).flatMap(([name, entry]) => {
      const value = resolver.follow(entry)?.value;
      // Examples that stand in a file of their own are not loaded, so nothing can be said about them.
      if (!isObject(value) || !('value' in value || 'dataValue' in value)) return [];
      const payload = 'value' in value ? value.value : value.dataValue;
      return [compact({ name, summary: text(value.summary), payload, origin: originOf(entry) })];
    });
    return [...own, ...named];
  }
}

/** A value that the reader put together needs a place of its own, below the one it was made from. */
function madeAt(owner: Cursor, value: unknown): Cursor {
  return { source: owner.source, pointer: `${owner.pointer}/(headers)`, value };
}

function isElsewhere(entry: Cursor, at: Cursor): boolean {
  return entry.source !== at.source || entry.pointer !== at.pointer;
}
