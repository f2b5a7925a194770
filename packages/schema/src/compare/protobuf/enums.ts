import type { ProtoEnum } from '../../protobuf/model.ts';
import { listed } from '../listed.ts';
import { unnamedNumber } from './kinds.ts';
import type { Leaf } from './leaf.ts';
import type { Field, Kind } from './message.ts';
import { isIn } from './ranges.ts';

export interface ComparedEnums {
  readonly leaves: readonly Leaf[];
  /** True where the reader knows every value of the writer by its name and number. */
  readonly isSubset: boolean;
}

type EnumKind = Extract<Kind, { kind: 'enum' }>;

/** Compares the enums of two fields by the numbers of their values. */
export function compareEnums(writer: Field, reader: Field): ComparedEnums {
  const [from, to] = [writer.kind as EnumKind, reader.kind as EnumKind];
  const both = { writerField: writer, readerField: reader };
  const leaves = enumLeaves(from.type, to.type, to.open).map(
    (leaf): Leaf => ({
      ...leaf,
      params: { ...leaf.params, field: writer.name },
      ...both,
      ...(leaf.number !== undefined && { set: [[writer, [BigInt(leaf.number)]]] }),
    }),
  );
  if (from.open && !to.open) {
    const unnamed = Math.max(unnamedNumber(from), unnamedNumber(to));
    const params = { field: writer.name, reader: to.type.name };
    leaves.push({ code: 'ENUM_CLOSED', params, ...both, set: [[writer, [BigInt(unnamed)]]] });
  }
  const isSubset = from.type.values.every(value =>
    to.type.values.some(other => other.name === value.name && other.number === value.number),
  );
  return { leaves, isSubset };
}

/** A difference between two enums, with the number that shows it. */
export type EnumLeaf = Leaf & { readonly number?: number };

/** What two enums say differently; `open` where the reader takes numbers that it has no name for. */
export function enumLeaves(from: ProtoEnum, to: ProtoEnum, open: boolean): readonly EnumLeaf[] {
  const leaves: EnumLeaf[] = [];
  const missing: ProtoEnum['values'][number][] = [];
  for (const value of from.values) {
    const names = to.values.filter(({ number }) => number === value.number).map(({ name }) => name);
    if (names.includes(value.name)) continue;
    const moved = to.values.find(({ name }) => name === value.name);
    const places = { writerName: value.fullName, ...(moved && { readerName: moved.fullName }) };
    if (moved) {
      const params = { writer: `“${value.name}”`, number: value.number, reader: moved.number };
      const breaks = names.length > 0 ? {} : removalBreaks([value], to);
      leaves.push({ code: 'ENUM_VALUE_MOVED', params, ...places, number: value.number, breaks });
    } else if (names[0] === undefined) missing.push(value);
    else if (!from.values.some(({ number, name }) => number === value.number && names.includes(name))) {
      const params = { writer: `“${value.name}”`, number: value.number, reader: `“${names[0]}”` };
      leaves.push({ code: 'ENUM_VALUE_RENAMED', params, ...places, number: value.number });
    }
  }
  if (missing[0]) {
    const params = { values: listed(missing.map(({ name }) => name)), reader: to.name };
    const shared = {
      params,
      breaks: removalBreaks(missing, to),
      writerName: missing[0].fullName,
      readerName: to.fullName,
    };
    leaves.push({
      code: open ? 'ENUM_VALUES_UNNAMED' : 'ENUM_VALUES_MISSING',
      ...shared,
      number: missing[0].number,
    });
  }
  const added = to.values.filter(
    ({ number, name }) => !from.values.some(value => value.number === number || value.name === name),
  );
  if (added[0])
    leaves.push({
      code: 'ENUM_VALUES_ADDED',
      params: { values: listed(added.map(({ name }) => name)) },
      readerName: added[0].fullName,
    });
  return leaves;
}

/** Values may go, by Buf’s rules, where their numbers (and for JSON their names) are reserved. */
function removalBreaks(values: ProtoEnum['values'], to: ProtoEnum): NonNullable<Leaf['breaks']> {
  const numbers = values.every(({ number }) => isIn(number, to.reserved.numbers));
  const names = values.every(({ name }) => to.reserved.names.some(reserved => reserved.name === name));
  return { 'protobuf-wire': numbers ? 'no' : 'yes', 'protobuf-json': numbers && names ? 'no' : 'yes' };
}
