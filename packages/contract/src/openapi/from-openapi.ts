import type { Channel, Contract, Direction, Operation, Reply, Tag } from '../model.ts';
import { compact, described, extensions, namedSecurity, tags, text, texts, unique } from '../normalise/common.ts';
import { info } from '../normalise/parts.ts';
import { createSchemaCollector } from '../normalise/schemas.ts';
import { type Cursor, type Json, member, originOf, type Resolver } from '../resolve/cursor.ts';
import { createBodyCollector } from './messages.ts';
import { parametersIn } from './parameters.ts';
import { operationsOf, type Sent } from './requests.ts';
import { schemesOf } from './security.ts';
import { serversOf } from './servers.ts';
import type { OpenApiEdition } from './version.ts';

/** The facts of an OpenAPI document as far as the application sends: its webhooks and callbacks. `paths` are not read. */
export function fromOpenApi(
  root: Cursor,
  edition: OpenApiEdition,
  sent: readonly Sent[],
  resolver: Resolver,
): Omit<Contract, 'digest' | 'sources'> {
  const schemas = createSchemaCollector(resolver);
  const bodies = createBodyCollector(resolver, schemas, schemaFormatOf(root, edition));
  const known = tags(member(root, 'tags'), resolver);
  const channels = new Map<string, Channel>();
  const operations = new Map<string, Operation>();
  for (const request of sent) channel(request);
  const all = [...operations.values()];
  return compact({
    openapi: edition.written,
    info: info(root, 2, resolver),
    servers: serversOf(root, resolver),
    channels: [...channels.values()],
    operations: all,
    messages: bodies.messages(),
    schemas: schemas.definitions(),
    securitySchemes: schemesOf(root, all, resolver),
    // What only `paths` refer to is not looked at, so nothing is known to be unused.
    unused: [],
    extensions: extensions(root),
    origin: originOf(root),
  });

  function channel(request: Sent): void {
    const id = unique(request.name, channels);
    const own = operationsOf(request.item).map(([method, at], index) =>
      operation(request, id, method, at, index === 0 ? request.name : `${request.name} ${method}`),
    );
    const messages = own.flatMap(each => [...each.messages, ...(each.reply?.messages ?? [])]);
    channels.set(id, {
      id,
      ...described(request.item, resolver),
      address: request.address,
      elsewhere: true,
      servers: [],
      parameters: [],
      messages: [...new Set(messages)],
      bindings: { http: {} },
      origin: originOf(request.entry),
    });
  }

  function operation(request: Sent, channelId: string, method: string, at: Cursor, wish: string): Operation {
    const id = unique(text((at.value as Json).operationId) ?? wish, operations);
    const messages = bodies.request(request.item, at, wish);
    const answers = bodies.responses(at, wish);
    const reply: Reply | undefined = answers.length === 0 ? undefined : { channel: channelId, messages: answers };
    const query = parametersIn('query', request.item, at, resolver)?.schema;
    const http = compact({ method: method.toUpperCase(), query, bindingVersion: '0.3.0' });
    const found = compact({
      id,
      ...described(at, resolver),
      tags: tagsOf(at, known),
      action: 'send' as const,
      verb: 'send' as const,
      channel: channelId,
      messages,
      reply,
      security: namedSecurity(member(at, 'security')),
      bindings: { http },
      direction: directionOf(request),
    });
    operations.set(id, found);
    return found;
  }
}

/** Who is described sends webhooks and callbacks: OpenAPI leaves no doubt, so names prove nothing against it. */
function directionOf({ kind }: Sent): Direction {
  return { action: 'send', confidence: 'stated', evidence: [{ kind: 'verb', says: `${kind}s`, points: 'send' }] };
}

/** Operations name tags, which the document describes once. */
function tagsOf(operation: Cursor, known: readonly Tag[]): Tag[] {
  return texts(member(operation, 'tags').value).map(name => known.find(tag => tag.name === name) ?? { name });
}

/** The language of every schema in the document that does not name another one itself. */
function schemaFormatOf(root: Cursor, { written, readAs }: OpenApiEdition): string {
  if (readAs === '3.0.4') return `application/vnd.oai.openapi;version=${written}`;
  const dialect = text(member(root, 'jsonSchemaDialect').value) ?? 'https://json-schema.org/draft/2020-12/schema';
  return `application/schema+json;version=${dialect}`;
}
