import { featureOf, isOpen, type Presence, presenceOf } from '../../protobuf/features.ts';
import { jsonName } from '../../protobuf/json-name.ts';
import { optionOf, type ProtoEnum, type ProtoField, type ProtoFile, type ProtoMessage } from '../../protobuf/model.ts';
import { resolveType, SCALARS } from '../../protobuf/resolve.ts';
import type { World } from '../../protobuf/world.ts';

/** A message with all that its bytes depend on said plainly: a map is a list of its entries. */
export interface Message {
  readonly type: ProtoMessage;
  readonly file: ProtoFile;
  /** True for the entries of a map, which nobody wrote as a message. */
  readonly isEntry: boolean;
  /** In the order of the text. */
  readonly fields: readonly Field[];
  readonly byNumber: ReadonlyMap<number, Field>;
  readonly byName: ReadonlyMap<string, Field>;
}

export interface Field {
  readonly name: string;
  readonly number: number;
  readonly json: string;
  readonly many: 'single' | 'list' | 'map';
  readonly presence: Presence;
  readonly oneof: string | undefined;
  /** Numbers of a list stand together in one record. */
  readonly packed: boolean;
  readonly kind: Kind;
  /** What a single field holds that is not set; undefined for messages. */
  readonly unset: Plain | undefined;
  /** Where it is written; that of its map for the fields of an entry. */
  readonly declared: ProtoField;
}

/** What a field holds one of. */
export type Kind =
  | {
      readonly kind: 'scalar';
      readonly name: string;
      /** Readers refuse a text that is not in UTF-8. */
      readonly verified: boolean;
      /** The text says that writers need not look whether it is. */
      readonly unchecked: boolean;
    }
  | { readonly kind: 'enum'; readonly type: ProtoEnum; readonly file: ProtoFile; readonly open: boolean }
  | { readonly kind: 'message'; readonly message: () => Message; readonly delimited: boolean }
  | { readonly kind: 'known'; readonly fullName: string }
  | { readonly kind: 'missing'; readonly name: string };

/** Values that are no messages: whole numbers, yes and no and enums as bigint. */
export type Plain = bigint | number | string | Uint8Array;

/** The messages of one side, each made once. */
export type Messages = (type: ProtoMessage, file: ProtoFile) => Message;

export function createMessages(world: World): Messages {
  const known = new Map<ProtoMessage, Message>();
  return messageOf;

  function messageOf(type: ProtoMessage, file: ProtoFile): Message {
    const found = known.get(type);
    if (found) return found;
    const made = assembled(
      type,
      file,
      type.fields.map(field => fieldOf(field, type, file)),
      false,
    );
    known.set(type, made);
    return made;
  }

  function fieldOf(field: ProtoField, type: ProtoMessage, file: ProtoFile): Field {
    const around = [field, type, file];
    const held = kindOf(field.type, field, type, file);
    const isMap = field.key !== undefined;
    const kind: Kind = isMap ? entryKind(field, held, type, file) : held;
    const list = field.label === 'repeated' || isMap;
    const presence = presenceOf(field, type, file);
    const stated = optionOf(field, 'packed')?.value ?? featureOf('repeated_field_encoding', around);
    const packed = stated === undefined ? file.syntax !== 'proto2' : stated === 'true' || stated === 'PACKED';
    return {
      name: field.name,
      number: field.number,
      json: jsonName(field),
      many: isMap ? 'map' : list ? 'list' : 'single',
      presence: presence === 'implicit' && (kind.kind === 'message' || kind.kind === 'known') ? 'explicit' : presence,
      oneof: field.oneof,
      packed: list && packed && isPackable(kind),
      kind,
      unset: list ? undefined : unsetOf(kind, field),
      declared: field,
    };
  }

  function kindOf(name: string, field: ProtoField, type: ProtoMessage, file: ProtoFile): Kind {
    const around = [field, type, file];
    if (SCALARS.has(name)) {
      const stated = featureOf('utf8_validation', around);
      const verified = (stated ?? (file.syntax === 'proto2' ? 'NONE' : 'VERIFY')) === 'VERIFY';
      return { kind: 'scalar', name, verified, unchecked: stated === 'NONE' };
    }
    const found = resolveType(name, type.fullName, file, world);
    if (!found) return { kind: 'missing', name };
    if ('wellKnown' in found) return { kind: 'known', fullName: found.wellKnown };
    const { type: inner, file: from } = found;
    if (inner.kind === 'enum') return { kind: 'enum', type: inner, file: from, open: isOpen(inner, from) };
    const delimited = field.group === true || featureOf('message_encoding', around) === 'DELIMITED';
    return { kind: 'message', message: () => messageOf(inner, from), delimited };
  }
}

/** The message behind the entries of a map: key and value, which every writer writes. */
function entryKind(field: ProtoField, value: Kind, type: ProtoMessage, file: ProtoFile): Kind {
  const name = `${camelCase(field.name)}Entry`;
  const entryType: ProtoMessage = {
    kind: 'message',
    name,
    fullName: `${type.fullName}.${name}`,
    spot: field.spot,
    options: [],
    fields: [],
    oneofs: [],
    types: [],
    reserved: { numbers: [], names: [] },
    extensions: [],
  };
  const part = (name: string, number: number, kind: Kind): Field => ({
    name,
    number,
    json: name,
    many: 'single',
    presence: 'required',
    oneof: undefined,
    packed: false,
    kind,
    unset: unsetOf(kind),
    declared: field,
  });
  const key: Kind = { kind: 'scalar', name: field.key ?? 'string', verified: true, unchecked: false };
  const held: Kind = value.kind === 'message' ? { ...value, delimited: false } : value;
  const entry = assembled(entryType, file, [part('key', 1, key), part('value', 2, held)], true);
  return { kind: 'message', message: () => entry, delimited: false };
}

/** The compiler of the language gives the entries of `unit_price` the name `UnitPriceEntry`. */
function camelCase(name: string): string {
  return name.replace(/(?:^|_+)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function assembled(type: ProtoMessage, file: ProtoFile, fields: readonly Field[], isEntry: boolean): Message {
  return {
    type,
    file,
    isEntry,
    fields,
    byNumber: new Map(fields.map(field => [field.number, field] as const)),
    byName: new Map(fields.map(field => [field.name, field] as const)),
  };
}

function isPackable(kind: Kind): boolean {
  return kind.kind === 'enum' || (kind.kind === 'scalar' && kind.name !== 'string' && kind.name !== 'bytes');
}

/** The default of a field, stated or by its type; of an enum its first value. */
function unsetOf(kind: Kind, field?: ProtoField): Plain | undefined {
  const stated = field && optionOf(field, 'default')?.value;
  if (kind.kind === 'enum')
    return BigInt((kind.type.values.find(({ name }) => name === stated) ?? kind.type.values[0])?.number ?? 0);
  if (kind.kind !== 'scalar') return undefined;
  if (kind.name === 'string') return stated ?? '';
  if (kind.name === 'bytes') return new TextEncoder().encode(stated ?? '');
  if (kind.name === 'bool') return stated === 'true' ? 1n : 0n;
  if (kind.name === 'float' || kind.name === 'double') return fractionOf(stated ?? '0');
  return /^-?(\d+|0[xX][\da-fA-F]+)$/.test(stated ?? '') ? wholeOf(stated as string) : 0n;
}

function wholeOf(text: string): bigint {
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
}

function fractionOf(text: string): number {
  const size = text.replace(/^-/, '');
  const number = size === 'inf' ? Number.POSITIVE_INFINITY : Number(size.replace(/f$/i, ''));
  return text.startsWith('-') ? -number : number;
}
