import { isObject } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { secured } from '../facts/converted.ts';
import { type Difference, differences } from '../facts/differences.ts';
import { serverKeys, serversInUse } from './document.ts';
import { keysFor } from './keys.ts';

/**
 * Where the document that `convertOpenApi` made says something else than the one it was made from, beside what it tells in
 * findings of its own.
 */
export function openApiDifferences(before: Contract, after: Contract): Difference[] {
  return differences(comparable(before), comparable(after));
}

/** The facts by name, where two languages have them both: without places, versions, and the words for directions. */
function comparable(contract: Contract): unknown {
  const messages = keysFor(contract.messages.map(({ id }) => id));
  const schemas = keysFor(contract.schemas.map(({ id }) => id));
  const servers = serverKeys(serversInUse(contract));
  const named = (keys: ReadonlyMap<string, string>, ids: readonly string[]) => ids.map(id => keys.get(id) ?? id);
  const secure = secured(contract.securitySchemes);
  const { summary: _s, ...info } = contract.info;
  return placeless({
    info,
    extensions: contract.extensions,
    servers: serversInUse(contract).map(server => ({ ...server, id: servers.get(server.id), security: [] })),
    channels: contract.channels.map(({ elsewhere, ...channel }) => ({
      ...channel,
      address: elsewhere ? null : channel.address,
      servers: named(servers, channel.servers),
      messages: named(messages, channel.messages),
    })),
    operations: contract.operations.map(({ verb: _v, direction: _d, ...operation }) => ({
      ...operation,
      messages: named(messages, operation.messages),
      reply: operation.reply && { ...operation.reply, messages: named(messages, operation.reply.messages) },
      security: secure(operation.security),
    })),
    messages: byKey(contract.messages, messages, message => ({
      ...message,
      payload: message.payload && schemas.get(message.payload),
      headers: message.headers && schemas.get(message.headers),
    })),
    schemas: byKey(contract.schemas, schemas, ({ definition, ...schema }) => ({
      ...schema,
      definition: renamed(definition, schemas),
    })),
  });
}

function byKey<T extends { readonly id: string }>(
  list: readonly T[],
  keys: ReadonlyMap<string, string>,
  facts: (one: T) => object,
): unknown {
  return Object.fromEntries(list.map(one => [keys.get(one.id), { ...facts(one), id: keys.get(one.id) }] as const));
}

function renamed(value: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map(item => renamed(item, keys));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, renamed(member, keys)]);
  const id = typeof value.$ref === 'string' ? /^#\/schemas\/(.*)$/.exec(value.$ref)?.[1] : undefined;
  const target = id?.replaceAll('~1', '/').replaceAll('~0', '~');
  const key = target === undefined ? undefined : keys.get(target);
  return { ...Object.fromEntries(entries), ...(key !== undefined && { $ref: key }) };
}

function placeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(placeless);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([key, member]) => !(key === 'origin' && isOrigin(member)));
  return Object.fromEntries(members.map(([key, member]) => [key, placeless(member)]));
}

function isOrigin(value: unknown): boolean {
  return isObject(value) && typeof value.source === 'string' && typeof value.pointer === 'string';
}
