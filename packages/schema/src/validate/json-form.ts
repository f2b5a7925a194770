import { isObject } from '../json.ts';
import type { Shape } from '../shape.ts';

/** The languages whose values have a JSON form besides their own binary one. */
export type Language = 'avro' | 'protobuf';

/** True when a value is what the JSON form of the language uses for a kind of shape, whatever is inside it. */
export function isOfKind(shape: Shape, value: unknown, language: Language): boolean {
  switch (shape.kind) {
    case 'object':
    case 'map':
      return isObject(value);
    case 'list':
      return Array.isArray(value);
    case 'string':
      return typeof value === 'string' || (language === 'protobuf' && shape.type === 'enum' && Number.isInteger(value));
    case 'bytes':
      return typeof value === 'string';
    case 'integer':
      return Number.isInteger(value) || (language === 'protobuf' && isText(value, /^-?\d+$/));
    case 'number':
      if (typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity') return true;
      return language === 'protobuf' && isText(value, /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/);
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'never':
      return false;
    default:
      return true;
  }
}

function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

/** Whole numbers that fit a type. */
const WIDTHS: Readonly<Record<string, readonly [least: bigint, most: bigint]>> = {
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  sint32: [-(2n ** 31n), 2n ** 31n - 1n],
  sfixed32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  fixed32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  sint64: [-(2n ** 63n), 2n ** 63n - 1n],
  sfixed64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  fixed64: [0n, 2n ** 64n - 1n],
};

/** The limit of its type that a value of the right kind breaks, as a sentence; undefined when it breaks none. */
export function limitBroken(shape: Shape, value: unknown): string | undefined {
  const width = shape.kind === 'integer' ? WIDTHS[shape.type] : undefined;
  if (width && (typeof value === 'number' || typeof value === 'string')) {
    const whole = BigInt(value);
    if (whole < width[0] || whole > width[1]) return `is ${value}, which does not fit into ${shape.type}`;
  }
  const size = shape.constraints.find(({ name }) => name === 'size')?.value;
  if (shape.type !== 'fixed' || typeof value !== 'string' || typeof size !== 'number') return undefined;
  return value.length === size ? undefined : `has ${value.length} bytes, but must have ${size}`;
}
