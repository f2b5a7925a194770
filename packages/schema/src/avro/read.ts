import { keysOf } from '@portolan/base';
import type { Flaw } from '../flaw.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import type { Found } from './around.ts';
import { checkAvro } from './check.ts';
import type { AvroType } from './model.ts';
import { fullNameOf } from './names.ts';
import { type AvroDefinition, type AvroUnit, type AvroUse, parseAvro } from './parse.ts';

/** A schema together with everything that it names. */
export interface AvroReading {
  readonly type: AvroType;
  /** What is wrong with this definition; of what it refers to only that which shows here. */
  flaws(): readonly Flaw[];
}

/**
 * Reads an Avro schema. A name is looked for in the definition itself, before or after its use, in those that it refers to
 * with `$ref: '#/schemas/<id>'`, and in those that `imports` lists for it. Never throws on a malformed schema.
 *
 * What was read is kept as long as the lookup and the source live: schemas of one document are read by each other.
 */
export function readAvro(source: SchemaSource, lookup: Lookup): AvroReading {
  const units = readings.get(lookup) ?? createUnits(lookup);
  readings.set(lookup, units);
  const unit = units.of(source);
  return { type: unit.type, flaws: () => [...unit.flaws, ...checkAvro(unit, units.around(source))] };
}

const readings = new WeakMap<Lookup, ReturnType<typeof createUnits>>();

/** Reads texts on demand, each once; what they name is only read when somebody asks what it is. */
function createUnits(lookup: Lookup) {
  const units = new WeakMap<SchemaSource, AvroUnit>();
  return { of, around };

  function of(source: SchemaSource): AvroUnit {
    const known = units.get(source);
    if (known) return known;
    const unit = parseAvro(source.definition, {
      name: use => find(use, source).definition?.type ?? unknown(`the type “${use.name}” is defined nowhere`),
      reference: typeAt,
    });
    units.set(source, unit);
    return unit;
  }

  function around(source: SchemaSource) {
    return {
      find: (use: AvroUse) => find(use, source),
      elsewhere: (fullName: string) => elsewhere(fullName, source),
      referred,
      names: () => names(source),
    };
  }

  function typeAt(reference: string): AvroType {
    const found = sourceAt(reference);
    if (!found) return unknown(`refers to “${reference}”, which does not exist`);
    if (found.format !== 'avro')
      return unknown(`refers to “${found.id}”, which is written in another language (${found.format})`);
    return { kind: 'reference', name: found.id, resolve: () => of(found).type };
  }

  function sourceAt(reference: string): SchemaSource | undefined {
    const keys = keysOf(reference.slice(1));
    return keys[0] === 'schemas' && keys.length === 2 && keys[1] !== undefined ? lookup(keys[1]) : undefined;
  }

  function referred(reference: string): readonly [id: string, definitions: AvroUnit['definitions']] | undefined {
    const found = sourceAt(reference);
    return found?.format === 'avro' ? [found.id, of(found).definitions] : undefined;
  }

  function find(use: AvroUse, source: SchemaSource): Found {
    const fullName = fullNameOf(use.name, use.namespace);
    const own = of(source).definitions;
    const inside = own.get(fullName);
    if (inside) return { definition: inside, own: true, fullName };
    const [outside] = elsewhere(fullName, source).values();
    if (outside) return { definition: outside, own: false, fullName };
    const bare = own.get(use.name);
    return bare ? { definition: bare, own: true, fullName: use.name } : { own: false, fullName };
  }

  function elsewhere(fullName: string, source: SchemaSource): ReadonlyMap<string, AvroDefinition> {
    const found = new Map<string, AvroDefinition>();
    for (const [id, definitions] of others(fullName, source)) {
      const definition = id === source.id ? undefined : definitions.get(fullName);
      if (definition) found.set(id, definition);
    }
    return found;
  }

  /** What a text refers to, and what `imports` says of a name. */
  function* others(fullName: string, source: SchemaSource): Generator<readonly [string, AvroUnit['definitions']]> {
    for (const { reference } of of(source).references) {
      const found = referred(reference);
      if (found) yield found;
    }
    const { imports = {} } = source;
    for (const id of Object.hasOwn(imports, fullName) ? (imports[fullName] ?? []) : []) {
      const other = lookup(id);
      if (other?.format === 'avro') yield [other.id, of(other).definitions];
    }
  }

  function* names(source: SchemaSource): Generator<string> {
    yield* of(source).definitions.keys();
    for (const { reference } of of(source).references) yield* referred(reference)?.[1].keys() ?? [];
    yield* Object.keys(source.imports ?? {});
  }
}

function unknown(reason: string): AvroType {
  return { kind: 'unknown', reason };
}
