import { isObject, keysOf, type Origin } from '@portolan/base';
import type { Contract, SchemaDefinition } from '@portolan/contract';
import type { Difference } from '@portolan/schema/compare';

type SchemaPlace = NonNullable<Difference['writer']>;

/** Where the text of a place in a schema stands. */
export interface Standing {
  /** The place itself, and what it refers to. */
  readonly at: readonly Origin[];
  /** Everything that it refers to at any depth. */
  readonly inside: readonly Origin[];
}

/** Tells where places in the schemas of a document stand: a reference has a text of its own, and leads to another. */
export function standingIn(contract: Contract): (place: SchemaPlace) => Standing | undefined {
  const schemas = new Map(contract.schemas.map(schema => [schema.id, schema]));
  const reached = new Map<unknown, readonly Origin[]>();

  return ({ schema: id, pointer }) => {
    const schema = schemas.get(id);
    if (!schema) return undefined;
    const at: Origin[] = [{ source: schema.origin.source, pointer: schema.origin.pointer + pointer }];
    const node = valueAt(schema.definition, pointer);
    const seen = new Set<string>();
    for (let next = referredBy(node); next !== undefined && !seen.has(next.id); next = referredBy(next.definition)) {
      seen.add(next.id);
      at.push(next.origin);
    }
    return { at, inside: [...at, ...insideOf(node, schema)] };
  };

  function referredBy(node: unknown): SchemaDefinition | undefined {
    const reference = isObject(node) ? node.$ref : undefined;
    return typeof reference === 'string' && reference.startsWith(SCHEMAS)
      ? schemas.get(keysOf(reference.slice(1))[1] ?? '')
      : undefined;
  }

  function insideOf(node: unknown, home: SchemaDefinition): readonly Origin[] {
    const known = reached.get(node);
    if (known) return known;
    const found = new Map<string, Origin>();
    // What Avro and Protobuf name without a reference may be meant anywhere in the text.
    collect(Object.values(home.imports ?? {}).flat(), found);
    walk(node, found);
    const origins = [...found.values()];
    if (isObject(node)) reached.set(node, origins);
    return origins;
  }

  function walk(node: unknown, found: Map<string, Origin>): void {
    if (Array.isArray(node)) for (const item of node) walk(item, found);
    if (!isObject(node)) return;
    const target = referredBy(node);
    if (target) collect([target.id], found);
    for (const member of Object.values(node)) walk(member, found);
  }

  function collect(ids: readonly string[], found: Map<string, Origin>): void {
    for (const id of ids) {
      const schema = schemas.get(id);
      if (!schema || found.has(id)) continue;
      found.set(id, schema.origin);
      collect(Object.values(schema.imports ?? {}).flat(), found);
      walk(schema.definition, found);
    }
  }
}

/** How the reader rewrites every reference inside a definition. */
const SCHEMAS = '#/schemas/';

function valueAt(value: unknown, pointer: string): unknown {
  let here = value;
  for (const key of keysOf(pointer)) {
    if (Array.isArray(here)) here = here[Number(key)];
    else if (isObject(here)) here = here[key];
    else return undefined;
  }
  return here;
}
