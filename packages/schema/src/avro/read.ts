import { keysOf } from '@portolan/base';
import type { Flaw } from '../flaw.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import type { Around, Found } from './around.ts';
import { checkAvro } from './check.ts';
import type { AvroType } from './model.ts';
import { fullNameOf } from './names.ts';
import { type AvroDefinition, type AvroUnit, type AvroUse, parseAvro } from './parse.ts';

/** A schema together with everything that it names. */
export interface AvroReading {
  readonly type: AvroType;
  /** The names that it uses and does not define, in full. */
  readonly foreign: readonly string[];
  /** The full names that it defines. */
  readonly defines: readonly string[];
  /** What is wrong with this definition; of what it refers to only that which shows here. */
  flaws(): readonly Flaw[];
}

/**
 * Reads an Avro schema. A name is looked for in the definition itself, before or after its use, in those that it refers to
 * with `$ref: '#/schemas/<id>'`, and in those that `imports` lists for it. Never throws on a malformed schema.
 */
export function readAvro(source: SchemaSource, lookup: Lookup): AvroReading {
  const units = new Map<string, AvroUnit>();
  const waiting: SchemaSource[] = [];
  const unit = load(source);
  const around = (id: string): Around => ({
    find: use => find(use, id),
    elsewhere: name => elsewhere(name, id),
    referred,
    names,
  });
  return {
    type: unit.type,
    defines: [...unit.definitions.keys()],
    foreign: [
      ...new Set(unit.uses.filter(use => !find(use, source.id).own).map(use => fullNameOf(use.name, use.namespace))),
    ],
    flaws: () => [...unit.flaws, ...checkAvro(unit, around(source.id))],
  };

  /** Units wait for each other in a queue: files that refer to each other in a long chain must not exhaust the stack. */
  function load(from: SchemaSource): AvroUnit {
    const known = units.get(from.id);
    if (known) return known;
    const parsed = parseAvro(from.definition, {
      name: use => resolved(use, from.id),
      reference: reference => byReference(reference),
    });
    units.set(from.id, parsed);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) load(next);
    return parsed;
  }

  function byReference(reference: string): AvroType {
    const found = sourceAt(reference);
    if (!found) return unknown(`refers to “${reference}”, which does not exist`);
    if (found.format !== 'avro')
      return unknown(`refers to “${found.id}”, which is written in another language (${found.format})`);
    waiting.push(found);
    return { kind: 'reference', name: found.id, resolve: () => load(found).type };
  }

  function sourceAt(reference: string): SchemaSource | undefined {
    const keys = keysOf(reference.slice(1));
    return keys[0] === 'schemas' && keys.length === 2 && keys[1] !== undefined ? lookup(keys[1]) : undefined;
  }

  function referred(reference: string) {
    const found = sourceAt(reference);
    return found?.format === 'avro' ? ([found.id, load(found).definitions] as const) : undefined;
  }

  function resolved(use: AvroUse, id: string): AvroType {
    return find(use, id).definition?.type ?? unknown(`the type “${use.name}” is defined nowhere`);
  }

  function find(use: AvroUse, id: string): Found {
    const fullName = fullNameOf(use.name, use.namespace);
    const own = units.get(id)?.definitions;
    const inside = own?.get(fullName);
    if (inside) return { definition: inside, own: true, fullName };
    const [outside] = elsewhere(fullName, id).values();
    if (outside) return { definition: outside, own: false, fullName };
    const bare = own?.get(use.name);
    return bare ? { definition: bare, own: true, fullName: use.name } : { own: false, fullName };
  }

  function elsewhere(fullName: string, id: string): ReadonlyMap<string, AvroDefinition> {
    for (const other of imported(fullName, id)) load(other);
    const found = new Map<string, AvroDefinition>();
    for (const [other, { definitions }] of units) {
      const definition = other === id ? undefined : definitions.get(fullName);
      if (definition) found.set(other, definition);
    }
    return found;
  }

  function imported(fullName: string, id: string): SchemaSource[] {
    const from = id === source.id ? source : lookup(id);
    const ids = from?.imports && Object.hasOwn(from.imports, fullName) ? (from.imports[fullName] ?? []) : [];
    return ids
      .map(lookup)
      .filter(other => other?.format === 'avro')
      .filter(other => other !== undefined);
  }

  function* names(): Generator<string> {
    for (const { definitions } of units.values()) yield* definitions.keys();
  }
}

/** The names of a definition alone: what it defines, and what it uses without defining it. */
export function namesOf(definition: unknown): {
  readonly defines: readonly string[];
  readonly foreign: readonly string[];
} {
  const { defines, foreign } = readAvro({ id: '', format: 'avro', definition }, () => undefined);
  return { defines, foreign };
}

function unknown(reason: string): AvroType {
  return { kind: 'unknown', reason };
}
