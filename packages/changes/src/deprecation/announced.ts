import { isObject, keysOf, type Origin } from '@portolan/base';
import { type Contract, type Deprecation, deprecationIn, deprecationOf } from '@portolan/contract';

/**
 * What a document announced about the end of something that stood in it: itself, or all that it is made of. The channel
 * of an operation speaks for it, and all messages of a channel for the channel. Undefined where nothing was announced.
 */
export function announcedOf(
  { kind, name }: { readonly kind: string; readonly name: string },
  origin: Origin,
  contract: Contract,
): Deprecation | undefined {
  if (kind === 'channel') return ofChannel(name, contract);
  if (kind === 'operation') {
    const operation = contract.operations.find(({ id }) => id === name);
    if (!operation) return undefined;
    return deprecationOf(operation) ?? ofChannel(operation.channel, contract) ?? ofMessages(operation, contract);
  }
  if (kind === 'message') {
    const own = ofMessage(name, contract);
    if (own) return own;
    const channels = contract.channels.filter(({ messages }) => messages.includes(name));
    return together(channels.map(deprecationOf));
  }
  if (kind === 'document') return deprecationOf(contract.info) ?? deprecationOf(contract);
  return kind === 'schema' ? ofMember(origin, contract) : undefined;
}

function ofChannel(id: string, contract: Contract): Deprecation | undefined {
  const channel = contract.channels.find(other => other.id === id);
  if (!channel) return undefined;
  const operations = contract.operations.filter(operation => operation.channel === id);
  return deprecationOf(channel) ?? together(operations.map(deprecationOf)) ?? ofMessages(channel, contract);
}

function ofMessages({ messages }: { readonly messages: readonly string[] }, contract: Contract) {
  return together(messages.map(id => ofMessage(id, contract)));
}

function ofMessage(id: string, { messages, schemas }: Contract): Deprecation | undefined {
  const message = messages.find(other => other.id === id);
  if (!message) return undefined;
  const own = deprecationOf(message);
  if (own) return own;
  const payload = schemas.find(schema => schema.id === message.payload)?.definition;
  return isObject(payload) ? deprecationIn(payload) : undefined;
}

/** A member of a schema, by where it stood. A text, as of Protobuf, has no members to look at. */
function ofMember({ source, pointer }: Origin, { schemas }: Contract): Deprecation | undefined {
  for (const { origin, definition } of schemas) {
    if (origin.source !== source || !`${pointer}/`.startsWith(`${origin.pointer}/`)) continue;
    let value: unknown = definition;
    for (const key of keysOf(pointer.slice(origin.pointer.length)))
      value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
    if (isObject(value)) return deprecationIn(value);
  }
  return undefined;
}

/** Several things that end together: deprecated when all of them are, and there until the last of them has gone. */
function together(all: readonly (Deprecation | undefined)[]): Deprecation | undefined {
  const known = all.filter(one => one !== undefined);
  if (known.length === 0 || known.length < all.length) return undefined;
  if (known.some(({ sunset }) => sunset === undefined)) return known.find(({ sunset }) => sunset === undefined);
  return known.reduce((a, b) => ((a.sunset ?? '') >= (b.sunset ?? '') ? a : b));
}
