import type { AvroFixed, AvroPrimitive } from '../../avro/model.ts';
import type { Leaf } from './leaf.ts';

type Scalar = AvroPrimitive | AvroFixed;

/** What the logical types of two scalars, of which one can be read as the other, make of the values. */
export function compareLogical(writer: Scalar, reader: Scalar): Leaf | undefined {
  const [written, read] = [writer.logicalType, reader.logicalType];
  if (written === read) return written === 'decimal' ? compareDecimals(writer, reader) : undefined;
  const params = { writer: written ?? plain(writer), reader: read ?? plain(reader) };
  if (read === undefined) return { code: 'LOGICAL_TYPE_REMOVED', params };
  if (!isKnown(read) || (written !== undefined && !isKnown(written))) return { code: 'LOGICAL_TYPE_UNCLEAR', params };
  if (written !== undefined) return { code: 'LOGICAL_TYPE_CHANGED', params, value: EXAMPLES[written] };
  const value = OUTSIDE[read]?.(writer);
  return value === undefined
    ? { code: 'LOGICAL_TYPE_UNCLEAR', params }
    : { code: 'LOGICAL_TYPE_NARROWED', params, value };
}

function compareDecimals(writer: Scalar, reader: Scalar): Leaf | undefined {
  const [scale, expected] = [writer.scale ?? 0, reader.scale ?? 0];
  if (scale !== expected) {
    const becomes = scale > expected ? `1${'0'.repeat(scale - expected)}` : `0.${'0'.repeat(expected - scale - 1)}1`;
    const one = bytesOf(10n ** BigInt(Math.min(scale, 30)), writer);
    return { code: 'DECIMAL_SCALE_CHANGED', params: { writer: scale, reader: expected, becomes }, value: one };
  }
  const [digits, most] = [writer.precision ?? 0, reader.precision ?? 0];
  if (digits === most) return undefined;
  const params = { writer: digits, reader: most };
  if (digits < most) return { code: 'DECIMAL_PRECISION_WIDENED', params };
  return { code: 'DECIMAL_PRECISION_NARROWED', params, value: bytesOf(10n ** BigInt(Math.min(most, 300)), writer) };
}

/** A number in two’s complement, the most significant byte first, as the characters that stand for bytes in JSON. */
function bytesOf(number: bigint, type: Scalar): string {
  const bytes: number[] = [];
  for (let rest = number; rest > 0n || (bytes.at(-1) ?? 0) > 0x7f; rest >>= 8n) bytes.push(Number(rest & 0xffn));
  const size = type.kind === 'fixed' ? type.size : Math.max(1, bytes.length);
  while (bytes.length < size) bytes.push(0);
  return String.fromCharCode(...bytes.reverse());
}

function plain(type: Scalar): string {
  return type.kind === 'fixed' ? 'fixed' : type.name;
}

/** Values of logical types by which people see that they were taken for another. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  date: 20_000,
  'time-millis': 43_200_000,
  'time-micros': 43_200_000_000,
  'timestamp-millis': 1_767_225_600_000,
  'timestamp-micros': 1_767_225_600_000_000,
  'timestamp-nanos': 1_767_225_600_000_000,
  'local-timestamp-millis': 1_767_225_600_000,
  'local-timestamp-micros': 1_767_225_600_000_000,
  'local-timestamp-nanos': 1_767_225_600_000_000,
  decimal: undefined,
  'big-decimal': undefined,
  uuid: undefined,
  duration: undefined,
};

const isKnown = (logicalType: string) => Object.hasOwn(EXAMPLES, logicalType);

/** Values of the underlying type that are none of a logical type; for the others every value is one. */
const OUTSIDE: Readonly<Record<string, (writer: Scalar) => unknown>> = {
  uuid: writer => (writer.kind === 'primitive' && writer.name === 'string' ? 'no uuid' : undefined),
  'time-millis': () => 86_400_000,
  'time-micros': writer => (writer.kind === 'primitive' && writer.name === 'long' ? 86_400_000_000 : undefined),
};
