import { isObject, keysOf, pointerOf } from '@portolan/base';
import type { Contract } from '@portolan/contract';

/**
 * The facts of a Contract as they are compared before and after a rewriting that only moves things: without places, and
 * with messages and schemas named by their order. Their ids come from where they are written, so that moving may change
 * them though it changes nothing else. What bindings refer to is kept as written, and so is not compared.
 */
export function movedFacts(contract: Contract): Record<string, unknown> {
  const { digest: _d, sources: _s, unused: _u, ...rest } = contract;
  const messages = new Map(rest.messages.map(({ id }, index) => [id, `message ${index + 1}`]));
  const schemas = new Map(rest.schemas.map(({ id }, index) => [id, `schema ${index + 1}`]));
  const messageOf = (id: string) => messages.get(id) ?? id;
  const schemaOf = (id: string | undefined) => (id === undefined ? undefined : (schemas.get(id) ?? id));
  const facts = {
    ...rest,
    channels: rest.channels.map(channel => ({ ...channel, messages: channel.messages.map(messageOf) })),
    operations: rest.operations.map(operation => ({
      ...operation,
      messages: operation.messages.map(messageOf),
      reply: operation.reply && { ...operation.reply, messages: operation.reply.messages.map(messageOf) },
    })),
    messages: rest.messages.map(message => ({
      ...message,
      id: messageOf(message.id),
      payload: schemaOf(message.payload),
      headers: schemaOf(message.headers),
    })),
    schemas: rest.schemas.map(schema => ({
      ...schema,
      id: schemaOf(schema.id),
      imports: schema.imports && mapped(schema.imports, ids => ids.map(schemaOf)),
      definition: renamed(schema.definition, schemas),
    })),
  };
  return placeless(facts) as Record<string, unknown>;
}

function mapped<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** References of a schema to others of the same Contract, by their new names. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map(item => renamed(item, names));
  if (!isObject(value)) return value;
  const [first, id] = typeof value.$ref === 'string' ? keysOf(value.$ref.slice(1)) : [];
  const name = first === 'schemas' && id !== undefined ? names.get(id) : undefined;
  if (name !== undefined) return { $ref: `#/schemas${pointerOf('', name)}` };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, renamed(member, names)]));
}

/** Without origins, and without what bindings refer to. */
function placeless(value: unknown, inBindings = false): unknown {
  if (Array.isArray(value)) return value.map(item => placeless(item, inBindings));
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([key, member]) => {
    return !(key === 'origin' && isOrigin(member)) && !(inBindings && key === '$ref') && member !== undefined;
  });
  return Object.fromEntries(members.map(([key, member]) => [key, placeless(member, inBindings || key === 'bindings')]));
}

function isOrigin(value: unknown): boolean {
  return isObject(value) && typeof value.source === 'string' && typeof value.pointer === 'string';
}
