import { keysOf } from '@portolan/base';
import type { Message, MessageExample, MessageId } from '../model.ts';
import { type Cursor, isObject, items, member, originOf, type Resolver } from '../resolve/cursor.ts';
import { nameOf } from '../resolve/location.ts';
import { bindings, compact, described, text, unique } from './common.ts';
import type { SchemaCollector } from './schemas.ts';
import { withTraits } from './trait.ts';

/** Gathers the messages of a document, each once, however many channels and operations name it. */
export interface MessageCollector {
  /** The id of the message at a place; `wish` names a message that has no name of its own. */
  collect(at: Cursor, wish: string): MessageId | undefined;
  messages(): Message[];
}

export function createMessageCollector(
  version: 2 | 3,
  resolver: Resolver,
  schemas: SchemaCollector,
  defaultContentType: string | undefined,
): MessageCollector {
  const ids = new Map<string, MessageId>();
  const found = new Map<MessageId, Message>();
  return { collect, messages: () => [...found.values()] };

  function collect(at: Cursor, wish: string): MessageId | undefined {
    const target = resolver.follow(at);
    if (!target || !isObject(target.value)) return undefined;
    const key = `${target.source}#${target.pointer}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const referred = at.source !== target.source || at.pointer !== target.pointer;
    const called = ownName(target, referred) ?? wish;
    const id = unique(called, found);
    ids.set(key, id);
    found.set(id, message(id, called, withTraits(target, version, resolver)));
    return id;
  }

  function message(id: MessageId, called: string, at: Cursor): Message {
    const value = at.value as Record<string, unknown>;
    return compact({
      id,
      name: text(value.name) ?? called,
      ...described(at, resolver),
      contentType: text(value.contentType) ?? defaultContentType,
      payload: schemaAt(at, 'payload', `${id}.payload`, version === 2 ? text(value.schemaFormat) : undefined),
      headers: schemaAt(at, 'headers', `${id}.headers`),
      correlationId: correlationId(member(at, 'correlationId')),
      examples: items(member(at, 'examples')).flatMap(example),
      bindings: bindings(member(at, 'bindings'), resolver),
      deprecated: value.deprecated === true || undefined,
    });
  }

  function schemaAt(at: Cursor, key: string, wish: string, schemaFormat?: string) {
    const schema = member(at, key);
    return schema.value === undefined ? undefined : schemas.collect(schema, wish, schemaFormat);
  }

  function correlationId(at: Cursor): Message['correlationId'] {
    const value = at.value === undefined ? undefined : resolver.follow(at)?.value;
    if (!isObject(value) || typeof value.location !== 'string') return undefined;
    return compact({ location: value.location, description: text(value.description) });
  }
}

/** What the author called it: its component key, its key in a channel of 3.x, its messageId, its name; for what stands elsewhere, its key or file. */
function ownName(at: Cursor, referred: boolean): string | undefined {
  const keys = keysOf(at.pointer);
  if (keys[0] === 'components' && keys[1] === 'messages' && keys.length === 3) return keys[2];
  if (keys.at(-2) === 'messages') return keys.at(-1);
  const value = at.value as Record<string, unknown>;
  const said = text(value.messageId) ?? text(value.name);
  if (said !== undefined) return said;
  return referred ? nameOf(at.source, at.pointer) : undefined;
}

/** 2.0 knew examples as bare maps of payload and headers, as later versions do. */
function example(at: Cursor): MessageExample[] {
  const { value } = at;
  if (!isObject(value)) return [];
  return [
    compact({
      name: text(value.name),
      summary: text(value.summary),
      payload: value.payload,
      headers: value.headers,
      origin: originOf(at),
    }),
  ];
}
