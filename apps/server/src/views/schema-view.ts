import type { Contract, SchemaDefinition } from '@portolan/contract';
import { type Lookup, outline } from '@portolan/schema';
import type { SchemaView } from '../port.ts';

/** A schema of a contract as a tree and as text; undefined when the contract has none of this id. */
export function schemaView(contract: Contract, id: string): SchemaView | undefined {
  const lookup = lookupIn(contract);
  const schema = lookup(id);
  if (!schema) return undefined;
  const { format, schemaFormat, definition } = schema;
  return {
    id,
    format,
    ...(schemaFormat !== undefined && { schemaFormat }),
    shape: outline(schema, lookup),
    source: typeof definition === 'string' ? definition : JSON.stringify(definition, null, 2),
  };
}

const byContract = new WeakMap<Contract, ReadonlyMap<string, SchemaDefinition>>();

/** Finds the schemas of a contract by id. */
function lookupIn(contract: Contract): (id: string) => SchemaDefinition | undefined {
  let schemas = byContract.get(contract);
  if (!schemas) {
    schemas = new Map(contract.schemas.map(schema => [schema.id, schema]));
    byContract.set(contract, schemas);
  }
  return ((id: string) => schemas.get(id)) satisfies Lookup;
}
