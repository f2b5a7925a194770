import { type ComparedEnums, compareEnums } from './enums.ts';
import { byGroups, kindWord, misreadValue, shownValue } from './kinds.ts';
import type { Leaf } from './leaf.ts';
import type { Field, Kind } from './message.ts';
import { sampleOf } from './sample.ts';

/** What comparing what two fields hold comes to; `inside` says that their messages are to be compared next. */
interface Held {
  readonly leaves: readonly Leaf[];
  readonly inside: boolean;
}

/** Compares the types of two fields of one number. */
export function compareHeld(writer: Field, reader: Field): Held {
  const [from, to] = [writer.kind, reader.kind];
  const both = { writerField: writer, readerField: reader };
  const params = { field: writer.name, writer: kindWord(from), reader: kindWord(to) };
  if (from.kind === 'known' && to.kind === 'known' && from.fullName === to.fullName)
    return { leaves: [], inside: false };
  if (from.kind === 'known' || to.kind === 'known')
    return { leaves: [compareKnown(writer, reader, params)], inside: false };
  const breaks = byGroups(from, to);
  if (from.kind === 'message' && to.kind === 'message') {
    // Entries and messages are told apart where maps and lists are.
    if ((writer.many === 'map') !== (reader.many === 'map')) return { leaves: [], inside: true };
    if (from.delimited !== to.delimited) return { leaves: [changed(writer, params, both, breaks)], inside: false };
    return { leaves: compareTypeNames(writer, reader), inside: true };
  }
  if (from.kind === 'message') {
    const asBytes = to.kind === 'scalar' && to.name === 'bytes' && !from.delimited;
    if (asBytes) return { leaves: [{ code: 'TYPE_WIDENED', params, ...both, breaks }], inside: false };
    return { leaves: [changed(writer, params, both, breaks)], inside: false };
  }
  if (to.kind === 'message') return { leaves: [changed(writer, params, both, breaks)], inside: false };
  if (from.kind === 'enum' && to.kind === 'enum') {
    const { leaves, isSubset }: ComparedEnums = compareEnums(writer, reader);
    return { leaves: [...compareTypeNames(writer, reader, isSubset), ...leaves], inside: false };
  }
  return { leaves: comparePlain(writer, reader, params, breaks), inside: false };
}

function changed(writer: Field, params: Leaf['params'], both: object, breaks: Leaf['breaks']): Leaf {
  return { code: 'TYPE_CHANGED', params, ...both, ...(breaks && { breaks }), set: [[writer, [sampleOf(writer)]]] };
}

function comparePlain(writer: Field, reader: Field, params: Leaf['params'], breaks: Leaf['breaks']): Leaf[] {
  const both = { writerField: writer, readerField: reader };
  const [from, to] = [writer.kind, reader.kind];
  if (sameScalar(from, to)) return checksMore(from, to) ? [{ code: 'TEXT_CHECKED', params, ...both }] : [];
  const wrong = misreadValue(from, to);
  const shared = { ...both, ...(breaks && { breaks }) };
  if (!wrong) return [{ code: 'TYPE_WIDENED', params, ...shared }];
  const set = [[writer, [wrong.value]]] as const;
  if (wrong.becomes === undefined && wrong.refused === undefined && to.kind !== 'enum')
    return [{ code: 'TYPE_CHANGED', params, ...shared, set }];
  const becomes = wrong.refused === undefined ? shownValue(wrong.becomes) : 'no message at all';
  const told = { ...params, value: shownValue(wrong.value), becomes };
  return [{ code: 'TYPE_REINTERPRETED', params: told, ...shared, set }];
}

function sameScalar(from: Kind, to: Kind): boolean {
  return from.kind === 'scalar' && to.kind === 'scalar' && from.name === to.name;
}

/** Only where the writer’s text says so: proto2 does not look, but its texts have to be in UTF-8 all the same. */
function checksMore(from: Kind, to: Kind): boolean {
  if (from.kind !== 'scalar' || to.kind !== 'scalar' || from.name !== 'string') return false;
  return from.unchecked && to.verified;
}

function compareKnown(writer: Field, reader: Field, params: Leaf['params']): Leaf {
  const both = { writerField: writer, readerField: reader };
  const kinds = [writer.kind.kind, reader.kind.kind];
  const messages = kinds.every(kind => kind === 'known' || kind === 'message');
  if (messages) return { code: 'TYPE_UNCLEAR', params, ...both };
  const asBytes = reader.kind.kind === 'scalar' && reader.kind.name === 'bytes';
  if (asBytes) return { code: 'TYPE_WIDENED', params, ...both, breaks: byGroups(writer.kind, reader.kind) };
  const sameLength = [writer.kind, reader.kind].some(kind => kind.kind === 'scalar' && /string|bytes/.test(kind.name));
  return { code: sameLength ? 'TYPE_UNCLEAR' : 'TYPE_CHANGED', params, ...both };
}

/** Names of types count for those who compare files; without the package, which is told once. */
function compareTypeNames(writer: Field, reader: Field, isSubset = false): Leaf[] {
  const [from, to] = [localName(writer.kind), localName(reader.kind)];
  if (from === to || from === undefined || to === undefined) return [];
  const [short, other] = [from, to].map(name => name.slice(name.lastIndexOf('.') + 1));
  const byBuf = writer.kind.kind === 'enum' && short === other && isSubset ? 'no' : 'yes';
  return [
    {
      code: 'TYPE_RENAMED',
      params: { field: writer.name, writer: from, reader: to },
      writerField: writer,
      readerField: reader,
      breaks: { 'protobuf-wire': byBuf, 'protobuf-json': byBuf },
    },
  ];
}

/** The name of a type without its package. */
export function localName(kind: Kind): string | undefined {
  if (kind.kind === 'enum') return withoutPackage(kind.type.fullName, kind.file.package);
  if (kind.kind !== 'message') return undefined;
  const { type, file } = kind.message();
  return withoutPackage(type.fullName, file.package);
}

export function withoutPackage(fullName: string, name: string): string {
  return name !== '' && fullName.startsWith(`${name}.`) ? fullName.slice(name.length + 1) : fullName;
}
