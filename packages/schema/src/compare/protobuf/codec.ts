import {
  BITS_64,
  GROUP,
  GROUP_END,
  type Input,
  LENGTH,
  plainBytes,
  takeBytes,
  takePlain,
  takeVarint,
  Unreadable,
  VARINT,
  varintOf,
  wireTypeOf,
} from './bytes.ts';
import type { Field, Kind, Message, Plain } from './message.ts';
import { isMessage, type MessageValue, type Value } from './value.ts';

/** Messages inside messages that a reader follows. */
const MOST_DEPTH = 100;

/** The bytes of a message (Protobuf encoding). */
export function bytesOf({ fields }: MessageValue): Uint8Array {
  return Uint8Array.from([...fields].flatMap(([field, values]) => fieldBytes(field, values)));
}

function fieldBytes(field: Field, values: readonly Value[]): readonly number[] {
  // A zero that cannot be told from nothing is not written.
  if (field.presence === 'implicit' && field.many === 'single' && isZero(values[0])) return [];
  const wire = wireTypeOf(field.kind);
  if (field.packed) {
    const content = values.flatMap(value => contentOf(field.kind, value));
    return [...tagOf(field, LENGTH), ...varintOf(BigInt(content.length)), ...content];
  }
  return values.flatMap(value => {
    const end = wire === GROUP ? tagOf(field, GROUP_END) : [];
    return [...tagOf(field, wire), ...contentOf(field.kind, value), ...end];
  });
}

function isZero(value: Value | undefined): boolean {
  if (typeof value === 'bigint' || typeof value === 'number') return Object.is(Number(value), 0);
  return value === '' || (value instanceof Uint8Array && value.length === 0);
}

function tagOf(field: Field, wire: number): readonly number[] {
  return varintOf(BigInt(field.number) * 8n + BigInt(wire));
}

function contentOf(kind: Kind, value: Value): readonly number[] {
  if (!isMessage(value)) return plainBytes(kind.kind === 'scalar' ? kind.name : 'int64', value);
  const content = bytesOf(value);
  return wireTypeOf(kind) === GROUP ? [...content] : [...varintOf(BigInt(content.length)), ...content];
}

/**
 * Reads bytes as a message. As the encoding demands, a value of another wire type and a number that a closed enum does
 * not know are passed over; throws `Unreadable` for what no reader takes.
 */
export function messageOf(bytes: Uint8Array, message: Message): MessageValue {
  return takeMessage({ bytes, at: 0 }, message, 0, undefined);
}

function takeMessage(input: Input, message: Message, depth: number, endTag: bigint | undefined): MessageValue {
  if (depth > MOST_DEPTH) throw new Unreadable(`messages are nested deeper than ${MOST_DEPTH} levels`);
  const fields = new Map<Field, Value[]>();
  for (;;) {
    if (input.at >= input.bytes.length) {
      if (endTag !== undefined) throw new Unreadable('a group has no end');
      break;
    }
    const tag = takeVarint(input);
    if (tag === endTag) break;
    const [number, wire] = [Number(tag >> 3n), Number(tag & 7n)];
    if (number === 0) throw new Unreadable('a field has the number 0');
    const field = message.byNumber.get(number);
    if (field && wire === wireTypeOf(field.kind))
      add(fields, message, field, takeOne(field.kind, input, depth, number));
    else if (field && field.many === 'list' && wire === LENGTH && isNumber(field.kind)) {
      const inner: Input = { bytes: takeBytes(input, Number(takeVarint(input))), at: 0 };
      while (inner.at < inner.bytes.length) add(fields, message, field, takeOne(field.kind, inner, depth, number));
    } else skip(input, wire, number, depth);
  }
  for (const field of message.fields)
    if (field.presence === 'required' && !message.isEntry && !fields.has(field))
      throw new Unreadable(`the field \`${field.name}\` is missing, which is required`);
  return { message, fields };
}

function isNumber(kind: Kind): boolean {
  return kind.kind === 'enum' || (kind.kind === 'scalar' && wireTypeOf(kind) !== LENGTH);
}

/** One value; undefined for one that is passed over. */
function takeOne(kind: Kind, input: Input, depth: number, number: number): Value | undefined {
  if (kind.kind === 'scalar') return takePlain(kind.name, kind.verified, input);
  if (kind.kind === 'enum') {
    const value = takePlain('int32', false, input) as bigint;
    return kind.open || kind.type.values.some(known => BigInt(known.number) === value) ? value : undefined;
  }
  if (kind.kind === 'message' && kind.delimited)
    return takeMessage(input, kind.message(), depth + 1, BigInt(number) * 8n + BigInt(GROUP_END));
  const bytes = takeBytes(input, Number(takeVarint(input)));
  return kind.kind === 'message' ? takeMessage({ bytes, at: 0 }, kind.message(), depth + 1, undefined) : bytes;
}

function add(fields: Map<Field, Value[]>, message: Message, field: Field, value: Value | undefined): void {
  if (value === undefined) return;
  const known = fields.get(field);
  if (field.many === 'single') fields.set(field, [known?.[0] === undefined ? value : merged(known[0], value)]);
  else if (known) known.push(value);
  else fields.set(field, [value]);
  if (field.oneof === undefined) return;
  // Of a oneof the last that comes is set, and clears the others.
  for (const other of message.fields) if (other !== field && other.oneof === field.oneof) fields.delete(other);
}

/** Of single fields that come twice the last counts; messages are laid over each other. */
function merged(before: Value, after: Value): Value {
  if (!isMessage(before) || !isMessage(after)) return after;
  const fields = new Map<Field, readonly Value[]>(before.fields);
  for (const [field, values] of after.fields) {
    const known = fields.get(field) ?? [];
    const [first] = known;
    fields.set(
      field,
      field.many !== 'single'
        ? [...known, ...values]
        : [first === undefined ? (values[0] as Value) : merged(first, values[0] as Value)],
    );
  }
  return { message: before.message, fields };
}

function skip(input: Input, wire: number, number: number, depth: number): void {
  if (wire === VARINT) takeVarint(input);
  else if (wire === LENGTH) takeBytes(input, Number(takeVarint(input)));
  else if (wire === GROUP) skipGroup(input, number, depth);
  else if (wire === GROUP_END || wire > 5) throw new Unreadable(`a field has the wire type ${wire}`);
  else takeBytes(input, wire === BITS_64 ? 8 : 4);
}

function skipGroup(input: Input, number: number, depth: number): void {
  if (depth > MOST_DEPTH) throw new Unreadable('groups are nested too deep');
  for (;;) {
    const tag = takeVarint(input);
    if ((tag & 7n) === BigInt(GROUP_END)) {
      if (Number(tag >> 3n) !== number) throw new Unreadable('a group ends that did not begin');
      return;
    }
    skip(input, Number(tag & 7n), Number(tag >> 3n), depth + 1);
  }
}

/** What a reader makes of one value that was written as another kind; undefined where it passes over it. */
export function readAs(value: Plain, writer: Kind, reader: Kind): Value | undefined {
  if (wireTypeOf(writer) !== wireTypeOf(reader)) return undefined;
  return takeOne(reader, { bytes: Uint8Array.from(contentOf(writer, value)), at: 0 }, 0, 1);
}
