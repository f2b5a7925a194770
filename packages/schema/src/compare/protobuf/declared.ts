import { featureOf } from '../../protobuf/features.ts';
import { optionOf, type ProtoEnum, type ProtoFile, type ProtoMessage, type Reserved } from '../../protobuf/model.ts';
import { listed } from '../listed.ts';
import type { Leaf } from './leaf.ts';

type Declared = ProtoMessage | ProtoEnum;

/** What two messages, or two enums, declare about themselves: what is reserved, and whether they have a JSON form. */
export function compareDeclared(
  writer: Declared,
  reader: Declared,
  files: { writer: ProtoFile; reader: ProtoFile },
): Leaf[] {
  const places = { writerName: writer.fullName, readerName: reader.fullName };
  const leaves: Leaf[] = [];
  const dropped = droppedFrom(writer.reserved, reader.reserved);
  if (dropped.length > 0)
    leaves.push({ code: 'RESERVED_DROPPED', params: { writer: writer.name, values: listed(dropped) }, ...places });
  if (promisesJson(writer, files.writer) && !promisesJson(reader, files.reader))
    leaves.push({ code: 'JSON_FORMAT_CHANGED', params: { writer: writer.name }, ...places });
  return leaves;
}

function droppedFrom(writer: Reserved, reader: Reserved): string[] {
  const numbers = writer.numbers.flatMap(({ from, to }) =>
    covered(from, to, reader) ? [] : [from === to ? String(from) : `${from} to ${to}`],
  );
  const names = writer.names.map(({ name }) => name);
  return [...numbers, ...names.filter(name => !reader.names.some(other => other.name === name))];
}

/** True where ranges, one after the other, hold every number from one to another. */
function covered(from: number, to: number, { numbers }: Reserved): boolean {
  let next = from;
  for (const range of numbers.toSorted((a, b) => a.from - b.from))
    if (range.from <= next && range.to >= next) next = range.to + 1;
  return next > to;
}

/** Editions may say that the JSON form is as good as it gets; proto2 has always said so. */
function promisesJson(declared: Declared, file: ProtoFile): boolean {
  const stated = featureOf('json_format', [declared, file]);
  if (stated !== undefined) return stated === 'ALLOW';
  return file.syntax !== 'proto2' && optionOf(declared, 'deprecated_legacy_json_field_conflicts')?.value !== 'true';
}
