import {
  type AvroEnum,
  type AvroFixed,
  type AvroPrimitive,
  type AvroRecord,
  type AvroType,
  branchName,
  target,
} from '../../avro/model.ts';
import type { Known } from './match.ts';

/** A value of an Avro type that knows which branch of each union it took. */
export type Datum =
  | { readonly kind: 'scalar'; readonly type: AvroPrimitive | AvroFixed | AvroEnum; readonly value: unknown }
  | { readonly kind: 'list'; readonly type: Known; readonly items: readonly Datum[] }
  | { readonly kind: 'map'; readonly type: Known; readonly entries: readonly (readonly [string, Datum])[] }
  | { readonly kind: 'record'; readonly type: AvroRecord; readonly fields: readonly Datum[] }
  | { readonly kind: 'branch'; readonly branch: AvroType; readonly value: Datum };

/** Parts of a value that are written out; types that refer to each other multiply. */
const MOST_PARTS = 20_000;

/** A datum as people write it in JSON, or in Avro’s JSON encoding, which names the branch of a union. */
export function written(datum: Datum, encoding: 'plain' | 'avro'): unknown {
  const state = { left: MOST_PARTS };
  const value = write(datum, encoding, state);
  return state.left < 0 ? undefined : value;
}

function write(datum: Datum, encoding: 'plain' | 'avro', state: { left: number }): unknown {
  if (--state.left < 0) return undefined;
  switch (datum.kind) {
    case 'scalar':
      return datum.value;
    case 'list':
      return datum.items.map(item => write(item, encoding, state));
    case 'map':
      return Object.fromEntries(datum.entries.map(([key, item]) => [key, write(item, encoding, state)]));
    case 'record':
      return Object.fromEntries(
        datum.fields.map((field, index) => [datum.type.fields[index]?.name, write(field, encoding, state)]),
      );
    case 'branch': {
      const value = write(datum.value, encoding, state);
      return encoding === 'plain' || value === null ? value : { [branchName(datum.branch)]: value };
    }
  }
}

/** Makes the shortest value of a type: null where it may be, no items. Undefined for a type that has no finite value. */
export function createLeast(): (type: AvroType) => Datum | undefined {
  const least = new Map<Known, Datum>();
  return type => {
    const whole = target(type);
    if (!least.has(whole)) settle(whole);
    return least.get(whole);
  };

  /** Values come from the inside out, until no round finds more: a type that needs itself never gets one. */
  function settle(whole: Known): void {
    const all = reachable(whole).reverse();
    for (let found = true; found && !least.has(whole); ) {
      found = false;
      for (const type of all) {
        const datum = least.has(type) ? undefined : leastOf(type, inner => least.get(target(inner)));
        if (!datum) continue;
        least.set(type, datum);
        found = true;
      }
    }
  }
}

function reachable(whole: Known): Known[] {
  const found = new Set<Known>([whole]);
  for (const type of found) for (const inner of neededBy(type)) found.add(target(inner));
  return [...found];
}

function neededBy(type: Known): readonly AvroType[] {
  if (type.kind === 'record') return type.fields.map(field => field.type);
  return type.kind === 'union' ? type.branches : [];
}

function leastOf(type: Known, inner: (type: AvroType) => Datum | undefined): Datum | undefined {
  switch (type.kind) {
    case 'primitive':
      return { kind: 'scalar', type, value: LEAST[type.name] };
    case 'fixed':
      return { kind: 'scalar', type, value: '\u0000'.repeat(type.size) };
    case 'enum':
      return type.symbols[0] === undefined ? undefined : { kind: 'scalar', type, value: type.symbols[0] };
    case 'array':
      return { kind: 'list', type, items: [] };
    case 'map':
      return { kind: 'map', type, entries: [] };
    case 'union': {
      const nothing = type.branches.find(branch => branchName(branch) === 'null');
      const branch = nothing ?? type.branches.find(one => inner(one) !== undefined);
      const value = branch && inner(branch);
      return branch && value && { kind: 'branch', branch, value };
    }
    case 'record': {
      const fields = type.fields.map(field => inner(field.type));
      return fields.every(field => field !== undefined) ? { kind: 'record', type, fields } : undefined;
    }
    default:
      return undefined;
  }
}

const LEAST: Readonly<Record<AvroPrimitive['name'], unknown>> = {
  null: null,
  boolean: false,
  int: 1,
  long: 1,
  float: 1.5,
  double: 1.5,
  bytes: '',
  string: '',
};
