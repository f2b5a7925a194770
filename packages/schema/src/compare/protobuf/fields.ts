import { compareHeld, localName } from './held.ts';
import { fieldWord, same, shownValue } from './kinds.ts';
import type { Leaf } from './leaf.ts';
import type { Field, Kind, Message, Plain } from './message.ts';
import { isIn } from './ranges.ts';
import { sampleOf } from './sample.ts';

/** What comparing two messages comes to: what differs in their own fields, and the messages inside to compare next. */
export interface Compared {
  readonly leaves: readonly Leaf[];
  readonly inside: readonly { readonly writer: Field; readonly reader: Field }[];
  /** Types that cannot be found, or are not read. */
  readonly unknown: readonly { readonly field: Field; readonly reason: string }[];
}

/** Compares the fields of two messages by their numbers, as readers of bytes find them. */
export function compareFields(writer: Message, reader: Message): Compared {
  const leaves: Leaf[] = [];
  const inside: { writer: Field; reader: Field }[] = [];
  const unknown: { field: Field; reason: string }[] = [];
  for (const field of writer.fields) {
    const other = reader.byNumber.get(field.number);
    if (!other) {
      leaves.push(removed(field, reader));
      continue;
    }
    const missing = [field.kind, other.kind].find(kind => kind.kind === 'missing');
    if (missing?.kind === 'missing')
      unknown.push({ field, reason: `the type \`${missing.name}\` of \`${field.name}\` is not at hand` });
    else {
      const held = compareHeld(field, other);
      leaves.push(...compareShape(field, other), ...held.leaves);
      if (held.inside) inside.push({ writer: field, reader: other });
    }
    leaves.push(...compareNames(field, other, writer, reader), ...comparePresence(field, other, writer));
  }
  for (const field of reader.fields) {
    if (writer.byNumber.has(field.number)) continue;
    if (isIn(field.number, writer.type.extensions)) {
      const reason = `the writer keeps the number ${field.number} of \`${field.name}\` for extensions, which are not read`;
      unknown.push({ field, reason });
    } else leaves.push(...added(field, writer));
  }
  return { leaves, inside, unknown };
}

/** A field that the reader has no number for; where it has its name under another, the value gets lost. */
function removed(field: Field, reader: Message): Leaf {
  const moved = reader.byName.get(field.name);
  const reserved = isIn(field.number, reader.type.reserved.numbers);
  const named = reader.type.reserved.names.some(({ name }) => name === field.name);
  const byBuf = {
    'protobuf-wire': field.presence !== 'required' && reserved ? 'no' : 'yes',
    'protobuf-json': field.presence !== 'required' && reserved && named ? 'no' : 'yes',
  } as const;
  const kept = field.oneof !== undefined && reader.fields.some(other => other.oneof === field.oneof);
  const breaks = { ...byBuf, confluent: kept || field.presence === 'required' ? 'yes' : 'no' } as const;
  if (moved) return renumbered(field, moved, breaks);
  return { code: 'PROPERTY_REMOVED', params: { field: field.name, number: field.number }, writerField: field, breaks };
}

function renumbered(field: Field, moved: Field, breaks: Leaf['breaks']): Leaf {
  return {
    code: 'PROPERTY_RENUMBERED',
    params: { field: field.name, number: field.number, reader: moved.number },
    writerField: field,
    readerField: moved,
    ...(breaks && { breaks }),
    set: [[field, [sampleOf(field)]]],
  };
}

function added(field: Field, writer: Message): Leaf[] {
  const params = { field: field.name, number: field.number };
  if (field.presence === 'required') return [{ code: 'PROPERTY_REQUIRED', params, readerField: field }];
  // Told once, where the writer’s field stands.
  if (writer.byName.has(field.name)) return [];
  return [{ code: 'PROPERTY_ADDED', params, readerField: field }];
}

/** One value, a list, or a map. */
function compareShape(writer: Field, reader: Field): Leaf[] {
  const both = { writerField: writer, readerField: reader };
  const params = { field: writer.name, writer: fieldWord(writer), reader: fieldWord(reader) };
  const numeric = isNumeric(writer.kind) && isNumeric(reader.kind) ? 'yes' : 'no';
  const value = sampleOf(writer);
  if (writer.many === reader.many) {
    if (writer.packed === reader.packed || writer.many !== 'list' || !isNumeric(writer.kind)) return [];
    const [from, to] = [writer, reader].map(field => (field.packed ? 'packed' : 'one by one'));
    return [{ code: 'PACKING_CHANGED', params: { field: writer.name, writer: from ?? '', reader: to ?? '' }, ...both }];
  }
  if (reader.many === 'single') {
    const map = writer.many === 'map' ? ('yes' as const) : numeric;
    return [
      {
        code: 'LIST_BECAME_SINGLE',
        params,
        ...both,
        breaks: { confluent: map },
        set: [[writer, listFor(writer, value)]],
      },
    ];
  }
  if (writer.many === 'single') {
    const map = reader.many === 'map' ? ('yes' as const) : numeric;
    return [{ code: 'SINGLE_BECAME_LIST', params, ...both, breaks: { confluent: map } }];
  }
  // By the names of types, the entries of a map are a message that anybody may write.
  const breaks = { 'protobuf-wire': localName(writer.kind) === localName(reader.kind) ? 'no' : 'yes' } as const;
  return reader.many === 'map'
    ? [{ code: 'LIST_BECAME_MAP', params, ...both, breaks, set: [[writer, [value, value]]] }]
    : [{ code: 'MAP_BECAME_LIST', params, ...both, breaks }];
}

/** Two items, of which a reader that expects one value keeps one at most; of numbers two that differ. */
function listFor(field: Field, value: ReturnType<typeof sampleOf>) {
  return field.many === 'map' ? [value] : [value, typeof value === 'bigint' ? 0n : value];
}

function isNumeric(kind: Kind): boolean {
  return kind.kind === 'enum' || (kind.kind === 'scalar' && kind.name !== 'string' && kind.name !== 'bytes');
}

function compareNames(field: Field, other: Field, writer: Message, reader: Message): Leaf[] {
  if (writer.isEntry || reader.isEntry) return [];
  const both = { writerField: field, readerField: other };
  if (field.name === other.name) {
    if (field.json === other.json) return [];
    return [
      { code: 'JSON_NAME_CHANGED', params: { field: field.name, writer: field.json, reader: other.json }, ...both },
    ];
  }
  const moved = reader.byName.get(field.name);
  if (moved) return [renumbered(field, moved, undefined)];
  const breaks = { 'protobuf-json': 'yes' } as const;
  return [
    {
      code: 'PROPERTY_RENAMED',
      params: { field: field.name, number: field.number, reader: other.name },
      ...both,
      breaks,
    },
  ];
}

function comparePresence(field: Field, other: Field, writer: Message): Leaf[] {
  const both = { writerField: field, readerField: other };
  const numeric = isNumeric(field.kind) ? 'yes' : 'no';
  const leaves: Leaf[] = [];
  if (field.presence !== 'required' && other.presence === 'required')
    leaves.push({ code: 'PROPERTY_REQUIRED', params: { field: field.name }, ...both, breaks: { confluent: numeric } });
  else if (field.presence === 'required' && other.presence !== 'required' && !writer.isEntry)
    leaves.push({
      code: 'REQUIREMENT_DROPPED',
      params: { field: field.name },
      ...both,
      breaks: { confluent: numeric },
    });
  else if (field.presence !== other.presence && field.many === 'single' && other.many === 'single' && !writer.isEntry)
    leaves.push({
      code: 'PRESENCE_CHANGED',
      params: { field: field.name, writer: field.presence, reader: other.presence },
      ...both,
    });
  const unset = field.presence !== 'required' && other.presence !== 'required' && field.oneof === undefined;
  if (unset && defaultsDiffer(field, other)) {
    const params = { field: field.name, writer: unsetWord(field), reader: unsetWord(other) };
    leaves.push({ code: 'DEFAULT_CHANGED', params, ...both });
  }
  return leaves;
}

/** True where a value that is not written is one for the writer and another for the reader. */
export function defaultsDiffer(writer: Field, reader: Field): boolean {
  const [from, to] = [unsetOf(writer), unsetOf(reader)];
  if (from === undefined || to === undefined || writer.many !== 'single' || reader.many !== 'single') return false;
  const comparable =
    (typeof from === 'string' || from instanceof Uint8Array) === (typeof to === 'string' || to instanceof Uint8Array);
  return comparable && !same(from, to);
}

/** What a field stands for that is not written: with implicit presence a zero, whatever it is by its type. */
function unsetOf({ unset, presence }: Field): Plain | undefined {
  return presence === 'implicit' && typeof unset === 'bigint' ? 0n : unset;
}

function unsetWord(field: Field): string {
  const unset = unsetOf(field);
  if (field.kind.kind !== 'enum') return shownValue(unset);
  return field.kind.type.values.find(({ number }) => BigInt(number) === unset)?.name ?? shownValue(unset);
}
