import type { Contract, MessageId, SchemaDefinition, SchemaId } from '@portolan/contract';
import { fields, type Lookup, outline } from '@portolan/schema';
import { onceFor } from './once.ts';

/** A contract's payloads, and what was drawn of them before. */
interface Drawn {
  readonly payloads: ReadonlyMap<MessageId, SchemaId | undefined>;
  readonly schemas: ReadonlyMap<SchemaId, SchemaDefinition>;
  readonly fields: Map<SchemaId, readonly string[]>;
}

/**
 * Paths of the fields that a message's payload names, sorted. Undefined when there is no payload schema or it cannot be
 * looked into: unknown is not the same as none.
 */
export function fieldsOf(contract: Contract, message: MessageId): readonly string[] | undefined {
  const known = drawnOf(contract);
  const id = known.payloads.get(message);
  if (id === undefined) return undefined;
  const found = known.fields.get(id) ?? fieldsOfSchema(id, name => known.schemas.get(name));
  // What cannot be looked into may be later, when the library for its format has been loaded.
  if (found) known.fields.set(id, found);
  return found;
}

function fieldsOfSchema(id: SchemaId, lookup: Lookup): readonly string[] | undefined {
  const source = lookup(id);
  const shape = source && outline(source, lookup);
  return shape && shape.kind !== 'opaque' ? fields(shape) : undefined;
}

const drawnOf = onceFor(
  (contract): Drawn => ({
    payloads: new Map(contract.messages.map(message => [message.id, message.payload])),
    schemas: new Map(contract.schemas.map(schema => [schema.id, schema])),
    fields: new Map(),
  }),
);
