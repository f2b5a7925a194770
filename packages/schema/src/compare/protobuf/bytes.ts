import type { Kind, Plain } from './message.ts';

/** How a value stands in the bytes of a message (Protobuf encoding, “Message Structure”). */
export const VARINT = 0;
export const BITS_64 = 1;
export const LENGTH = 2;
export const GROUP = 3;
export const GROUP_END = 4;
export const BITS_32 = 5;

const WIDTHS: Readonly<Record<string, number>> = {
  double: BITS_64,
  fixed64: BITS_64,
  sfixed64: BITS_64,
  float: BITS_32,
  fixed32: BITS_32,
  sfixed32: BITS_32,
  string: LENGTH,
  bytes: LENGTH,
};

/** The wire type of one value of a kind. */
export function wireTypeOf(kind: Kind): number {
  if (kind.kind === 'scalar') return WIDTHS[kind.name] ?? VARINT;
  if (kind.kind === 'enum') return VARINT;
  return kind.kind === 'message' && kind.delimited ? GROUP : LENGTH;
}

/** Bytes that no reader of their kind takes; the message says why. */
export class Unreadable extends Error {}

/** Reads the bytes of a message from its beginning. */
export interface Input {
  readonly bytes: Uint8Array;
  at: number;
}

export function takeVarint(input: Input): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = takeBytes(input, 1)[0] as number;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asUintN(64, value);
  }
  throw new Unreadable('a number is longer than ten bytes');
}

export function takeBytes(input: Input, length: number): Uint8Array {
  const end = input.at + length;
  if (end > input.bytes.length) throw new Unreadable('the bytes end in the middle of a value');
  const found = input.bytes.subarray(input.at, end);
  input.at = end;
  return found;
}

export function varintOf(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

/** The bytes of one value, without its tag; of a text or bytes with their length. */
export function plainBytes(name: string, value: Plain): readonly number[] {
  switch (name) {
    case 'string':
    case 'bytes': {
      const content = typeof value === 'string' ? new TextEncoder().encode(value) : (value as Uint8Array);
      return [...varintOf(BigInt(content.length)), ...content];
    }
    case 'sint32':
    case 'sint64': {
      const whole = value as bigint;
      return varintOf(whole < 0n ? -2n * whole - 1n : 2n * whole);
    }
    case 'double':
    case 'float':
    case 'fixed32':
    case 'sfixed32':
    case 'fixed64':
    case 'sfixed64':
      return [...fixedBytes(name, value)];
    default:
      return varintOf(value as bigint);
  }
}

function fixedBytes(name: string, value: Plain): Uint8Array {
  const view = new DataView(new ArrayBuffer(WIDTHS[name] === BITS_64 ? 8 : 4));
  if (name === 'double') view.setFloat64(0, value as number, true);
  else if (name === 'float') view.setFloat32(0, value as number, true);
  else if (WIDTHS[name] === BITS_64) view.setBigUint64(0, BigInt.asUintN(64, value as bigint), true);
  else view.setUint32(0, Number(BigInt.asUintN(32, value as bigint)), true);
  return new Uint8Array(view.buffer);
}

/** One value of a scalar, or the number of an enum, as a reader takes it from the bytes. */
export function takePlain(name: string, verified: boolean, input: Input): Plain {
  switch (name) {
    case 'string':
    case 'bytes': {
      const content = takeBytes(input, Number(takeVarint(input)));
      return name === 'bytes' ? content : textOf(content, verified);
    }
    case 'double':
    case 'float':
    case 'fixed32':
    case 'sfixed32':
    case 'fixed64':
    case 'sfixed64':
      return takeFixed(name, input);
    case 'bool':
      return takeVarint(input) === 0n ? 0n : 1n;
    case 'uint64':
      return takeVarint(input);
    case 'int64':
      return BigInt.asIntN(64, takeVarint(input));
    case 'uint32':
      return BigInt.asUintN(32, takeVarint(input));
    case 'sint32':
    case 'sint64': {
      const raw = name === 'sint32' ? BigInt.asUintN(32, takeVarint(input)) : takeVarint(input);
      return (raw >> 1n) ^ -(raw & 1n);
    }
    default:
      return BigInt.asIntN(32, takeVarint(input));
  }
}

function takeFixed(name: string, input: Input): Plain {
  const bytes = takeBytes(input, WIDTHS[name] === BITS_64 ? 8 : 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (name === 'double') return view.getFloat64(0, true);
  if (name === 'float') return view.getFloat32(0, true);
  if (name === 'fixed64') return view.getBigUint64(0, true);
  if (name === 'sfixed64') return view.getBigInt64(0, true);
  return BigInt(name === 'fixed32' ? view.getUint32(0, true) : view.getInt32(0, true));
}

function textOf(content: Uint8Array, verified: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: verified, ignoreBOM: true }).decode(content);
  } catch {
    throw new Unreadable('a text is not in UTF-8');
  }
}
