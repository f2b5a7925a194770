import type { Origin } from '@portolan/base';
import type { Contract, SchemaDefinition } from '@portolan/contract';
import { type Flaw, flawsOf } from '@portolan/schema';
import type { Lookups } from '../context.ts';

/** A flaw of a schema, with the schema and the place in the text. */
export interface PlacedFlaw {
  readonly schema: SchemaDefinition;
  readonly flaw: Flaw;
  readonly origin: Origin;
}

const known = new WeakMap<Contract, readonly PlacedFlaw[]>();

/**
 * What is wrong with the schemas of a Contract that are written in a language, each told once: one text may be several
 * schemas, as a Protobuf file of two messages is. Remembered per Contract: several rules ask.
 */
export function flawsIn(lookups: Lookups, format: 'avro' | 'protobuf', kind: Flaw['kind']): readonly PlacedFlaw[] {
  const { contract } = lookups;
  const found = known.get(contract) ?? gather(lookups);
  known.set(contract, found);
  return found.filter(({ schema, flaw }) => schema.format === format && flaw.kind === kind);
}

function gather({ contract, schema: lookup }: Lookups): readonly PlacedFlaw[] {
  const told = new Map<string, PlacedFlaw>();
  for (const schema of contract.schemas) {
    for (const flaw of flawsOf(schema, lookup)) {
      const origin = originOf(schema, flaw);
      const key = JSON.stringify([origin, flaw.kind, flaw.message]);
      if (!told.has(key)) told.set(key, { schema, flaw, origin });
    }
  }
  return [...told.values()];
}

/** An Avro schema that is written as text is one scalar: pointers into what the text says lead nowhere. */
function originOf({ origin, definition, format }: SchemaDefinition, { pointer, part, inside }: Flaw): Origin {
  const whole = format === 'avro' && typeof definition === 'string';
  return {
    source: origin.source,
    pointer: whole ? origin.pointer : origin.pointer + pointer,
    ...(part && !whole && { part }),
    ...(inside && { inside }),
  };
}
