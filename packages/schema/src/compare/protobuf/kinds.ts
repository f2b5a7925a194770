import { Unreadable } from './bytes.ts';
import { readAs } from './codec.ts';
import type { Breaks, ProtobufProfile } from './codes.ts';
import type { Field, Kind, Plain } from './message.ts';
import { isMessage, type Value } from './value.ts';

/** Types whose bytes Buf’s category WIRE, its category WIRE_JSON, and Confluent’s registry take for each other. */
const GROUPS: Readonly<Record<Exclude<ProtobufProfile, 'sound'>, readonly (readonly string[])[]>> = {
  'protobuf-wire': [
    ['int32', 'int64', 'uint32', 'uint64', 'bool'],
    ['sint32', 'sint64'],
    ['fixed32', 'sfixed32'],
    ['fixed64', 'sfixed64'],
  ],
  'protobuf-json': [
    ['int32', 'uint32'],
    ['int64', 'uint64'],
    ['fixed32', 'sfixed32'],
    ['fixed64', 'sfixed64'],
  ],
  confluent: [
    ['int32', 'int64', 'uint32', 'uint64', 'bool', 'enum'],
    ['sint32', 'sint64'],
    ['string', 'bytes'],
    ['fixed32', 'sfixed32'],
    ['fixed64', 'sfixed64'],
  ],
};

/** How the profiles that go by groups judge a change from one type to another. */
export function byGroups(writer: Kind, reader: Kind): Omit<Breaks, 'sound'> {
  const [from, to] = [groupWord(writer), groupWord(reader)];
  const judge = (profile: Exclude<ProtobufProfile, 'sound'>) =>
    from === to || GROUPS[profile].some(group => group.includes(from) && group.includes(to)) ? 'no' : 'yes';
  return {
    // A text is bytes, and bytes need not be a text.
    'protobuf-wire': from === 'string' && to === 'bytes' ? 'no' : judge('protobuf-wire'),
    'protobuf-json': judge('protobuf-json'),
    confluent: judge('confluent'),
  };
}

function groupWord(kind: Kind): string {
  if (kind.kind === 'scalar') return kind.name;
  if (kind.kind === 'message') return kind.delimited ? 'group' : 'message';
  return kind.kind === 'known' ? 'message' : kind.kind;
}

/** A type as people say it in a sentence. */
export function kindWord(kind: Kind): string {
  if (kind.kind === 'scalar' || kind.kind === 'missing') return kind.name;
  if (kind.kind === 'known') return kind.fullName;
  if (kind.kind === 'enum') return `enum ${kind.type.name}`;
  return `${kind.delimited ? 'group' : 'message'} ${kind.message().type.name}`;
}

/** The type of a field as people say it. */
export function fieldWord(field: Field): string {
  if (field.many === 'map') return 'map';
  return field.many === 'list' ? `list of ${kindWord(field.kind)}` : kindWord(field.kind);
}

/** A value that a reader does not take for what it is, and what it takes it for; undefined as `becomes` for nothing. */
export interface Misread {
  readonly value: Plain;
  readonly becomes: Value | undefined;
  readonly refused?: string;
}

/** Looks for a value of one type that a reader of another takes for something else; undefined when there is none. */
export function misreadValue(writer: Kind, reader: Kind): Misread | undefined {
  for (const value of boundaries(writer)) {
    try {
      const becomes = readAs(value, writer, reader);
      if (becomes === undefined || !same(value, becomes)) return { value, becomes };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { value, becomes: undefined, refused: error.message };
    }
  }
  return undefined;
}

/** Values at the ends of a type and of those that are narrower: if these are read rightly, all are. */
export function boundaries(kind: Kind): readonly Plain[] {
  if (kind.kind === 'enum') {
    // Zero last: it cannot always be told from nothing.
    const numbers = kind.type.values.map(({ number }) => BigInt(number));
    const known = [...numbers.filter(number => number !== 0n), ...numbers.filter(number => number === 0n)];
    return kind.open ? [...known, BigInt(unnamedNumber(kind)), -1n, 2n ** 31n - 1n, -(2n ** 31n)] : known;
  }
  if (kind.kind !== 'scalar') return [];
  switch (kind.name) {
    case 'bool':
      return [1n];
    case 'string':
      return ['text', 'é'];
    case 'bytes':
      return [Uint8Array.of(0x74), Uint8Array.of(0xff)];
    case 'double':
    case 'float':
      return [1.5, -1];
    default:
      return WHOLE.filter(value => value >= leastOf(kind.name) && value <= mostOf(kind.name));
  }
}

const WHOLE: readonly bigint[] = [
  2n,
  -1n,
  2n ** 31n - 1n,
  -(2n ** 31n),
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 32n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  2n ** 63n,
];

function leastOf(name: string): bigint {
  if (name.startsWith('u') || name.startsWith('fixed')) return 0n;
  return name.endsWith('64') ? -(2n ** 63n) : -(2n ** 31n);
}

function mostOf(name: string): bigint {
  const bits = name.endsWith('64') ? 64n : 32n;
  return 2n ** (leastOf(name) === 0n ? bits : bits - 1n) - 1n;
}

/** A number that an enum has no name for. */
export function unnamedNumber({ type }: Extract<Kind, { kind: 'enum' }>): number {
  return Math.min(2 ** 31 - 1, Math.max(0, ...type.values.map(({ number }) => number)) + 1);
}

/** True where a reader’s value is the writer’s: texts and bytes by their bytes, numbers by what they count. */
export function same(written: Value, read: Value): boolean {
  if (written === read) return true;
  if (isMessage(written) || isMessage(read)) return false;
  if (isText(written) !== isText(read)) return false;
  if (isText(written)) return hex(written) === hex(read);
  return String(written) === String(read);
}

function isText(value: Plain): boolean {
  return typeof value === 'string' || value instanceof Uint8Array;
}

function hex(value: Plain): string {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : (value as Uint8Array);
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** A value as people read it in a sentence. */
export function shownValue(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  if (isMessage(value)) return 'a message';
  return value instanceof Uint8Array
    ? `the bytes ${hex(value) || 'of no length'}`
    : typeof value === 'string'
      ? `“${value}”`
      : String(value);
}
