import { text } from '../normalise/common.ts';
import { anchoredAt } from '../normalise/trait.ts';
import { type Cursor, isObject, items, type Json, member, members, type Resolver } from '../resolve/cursor.ts';
import { inlined } from './inline.ts';

/** What an object of named values looks like: the headers of a message, the query of a request. */
export interface NamedValues {
  /** As a schema of the same language as all schemas of the document. */
  readonly schema: Json;
  /** Equal for the same parameters, wherever they are referred to. */
  readonly identity: string;
}

/** Header parameters of these names say nothing: OpenAPI describes them by other means. */
const IGNORED = new Set(['accept', 'content-type', 'authorization']);

/** The parameters of one kind that a request has: those of its path item, overruled by its own of the same name. */
export function parametersIn(
  where: 'header' | 'query',
  item: Cursor,
  operation: Cursor,
  resolver: Resolver,
): NamedValues | undefined {
  const found = new Map<string, Cursor>();
  for (const entry of [...items(member(item, 'parameters')), ...items(member(operation, 'parameters'))]) {
    const at = resolver.follow(entry);
    if (!at || !isObject(at.value) || at.value.in !== where) continue;
    const name = text(at.value.name);
    if (name === undefined || (where === 'header' && IGNORED.has(name.toLowerCase()))) continue;
    found.set(name, at);
  }
  return valuesOf(found, operation.source, where === 'query' ? resolver : undefined);
}

/** The headers of a response. */
export function headersOf(response: Cursor, resolver: Resolver): NamedValues | undefined {
  const found = new Map<string, Cursor>();
  for (const [name, entry] of members(member(response, 'headers'))) {
    const at = resolver.follow(entry);
    if (at && isObject(at.value) && name.toLowerCase() !== 'content-type') found.set(name, at);
  }
  return valuesOf(found, response.source);
}

/** @param inline given where nothing resolves references later on, as in bindings */
function valuesOf(found: ReadonlyMap<string, Cursor>, source: string, inline?: Resolver): NamedValues | undefined {
  if (found.size === 0) return undefined;
  const required = [...found].filter(([, at]) => (at.value as Json).required === true).map(([name]) => name);
  const properties = Object.fromEntries([...found].map(([name, at]) => [name, valueSchema(at, source, inline)]));
  const schema = { type: 'object', properties, ...(required.length > 0 && { required }) };
  return { schema, identity: [...found].map(([name, at]) => `${name} ${at.source}#${at.pointer}`).join('\n') };
}

/** What a parameter or a header looks like; one with a media type in place of a schema is text that holds it. */
function valueSchema(at: Cursor, source: string, inline: Resolver | undefined): unknown {
  const { content, description, deprecated } = at.value as Json;
  const own = member(at, 'schema');
  const schema = inline ? inlined(own, inline) : own.value;
  const [mediaType] = isObject(content) ? Object.keys(content) : [];
  const written = mediaType === undefined ? (schema ?? {}) : { type: 'string', contentMediaType: mediaType };
  const here = at.source === source ? written : anchoredAt(written, at.source);
  if (!isObject(here) || '$ref' in here) return here;
  return {
    ...here,
    ...(typeof description === 'string' && { description }),
    ...(deprecated === true && { deprecated }),
  };
}
