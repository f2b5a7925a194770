import type { Channel, Contract, Info, Operation, Server } from '../model.ts';
import { type Cursor, isObject, member, originOf, type Resolver } from '../resolve/cursor.ts';
import { compact, described, text } from './common.ts';
import { createMessageCollector, type MessageCollector } from './messages.ts';
import { createSchemaCollector, type SchemaCollector } from './schemas.ts';

/** What a version's own normaliser gives; the rest of a Contract is the same for both. */
export interface Parts {
  readonly servers: readonly Server[];
  readonly channels: readonly Channel[];
  readonly operations: readonly Omit<Operation, 'direction'>[];
  readonly securitySchemes: Contract['securitySchemes'];
}

/** What normalising a document needs at hand. */
export interface Context {
  readonly root: Cursor;
  readonly resolver: Resolver;
  readonly schemas: SchemaCollector;
  readonly messages: MessageCollector;
  readonly defaultContentType?: string;
}

export function createContext(root: Cursor, version: 2 | 3, resolver: Resolver): Context {
  const schemas = createSchemaCollector(resolver, root);
  const defaultContentType = text(member(root, 'defaultContentType').value);
  const messages = createMessageCollector(version, resolver, schemas, defaultContentType);
  return compact({ root, resolver, schemas, messages, defaultContentType });
}

/** In 2.x tags and external docs of the whole stand at the root, in 3.x inside `info`: both are the application's. */
export function info(root: Cursor, version: 2 | 3, resolver: Resolver): Info {
  const at = resolver.follow(member(root, 'info')) ?? member(root, 'info');
  const value = isObject(at.value) ? at.value : {};
  const own = described(at, resolver);
  const above = version === 2 ? described(root, resolver) : own;
  return compact({
    ...own,
    title: own.title ?? '',
    version: typeof value.version === 'number' ? String(value.version) : (text(value.version) ?? ''),
    tags: above.tags,
    externalDocs: above.externalDocs,
    termsOfService: text(value.termsOfService),
    contact: person(value.contact),
    license: person(value.license),
    origin: originOf(at),
  });
}

function person(value: unknown) {
  if (!isObject(value)) return undefined;
  return compact({ name: text(value.name), url: text(value.url), email: text(value.email) });
}
