import { nearest } from '@portolan/base';
import type { JsonObject } from '../json.ts';
import type { Logical } from './model.ts';

/** What a logical type is written on: the word for a type, and the bytes of a fixed. */
export interface Underlying {
  readonly word: string;
  readonly size?: number;
}

/** The logical types of Avro 1.12 by the types that they may stand on; of a fixed, also its size. */
const LOGICAL: ReadonlyMap<string, readonly Underlying[]> = new Map<string, readonly Underlying[]>([
  ['decimal', [{ word: 'bytes' }, { word: 'fixed' }]],
  ['big-decimal', [{ word: 'bytes' }]],
  ['uuid', [{ word: 'string' }, { word: 'fixed', size: 16 }]],
  ['date', [{ word: 'int' }]],
  ['time-millis', [{ word: 'int' }]],
  ['time-micros', [{ word: 'long' }]],
  ...['timestamp', 'local-timestamp'].flatMap(kind =>
    ['millis', 'micros', 'nanos'].map(unit => [`${kind}-${unit}`, [{ word: 'long' }]] as const),
  ),
  ['duration', [{ word: 'fixed', size: 12 }]],
]);

/** The type that a logical type is written on, for people who took its name for that of a type. */
export function underlyingOf(logicalType: string): string | undefined {
  return LOGICAL.get(logicalType)?.[0]?.word;
}

/**
 * The logical type of a schema, or why it is ignored: implementations must fall back to the underlying type without a
 * word (Avro 1.12, “Logical Types”). Names that the specification does not know are allowed, and kept.
 */
export function logicalOf(schema: JsonObject, on: Underlying): { logical: Logical; ignored?: Ignored } {
  const { logicalType, precision, scale } = schema;
  if (logicalType === undefined) return { logical: {} };
  if (typeof logicalType !== 'string')
    return { logical: {}, ignored: { key: 'logicalType', why: 'the `logicalType` is no text' } };
  const ignored = whyIgnored(schema, logicalType, on);
  if (ignored) return { logical: LOGICAL.has(logicalType) ? {} : { logicalType }, ignored };
  const digits = logicalType === 'decimal' && {
    ...(typeof precision === 'number' && { precision }),
    ...(typeof scale === 'number' && { scale }),
  };
  return { logical: { logicalType, ...digits } };
}

/** Why a logical type has no effect, and at which member that shows. */
export interface Ignored {
  readonly key: string;
  readonly why: string;
}

function whyIgnored(schema: JsonObject, logicalType: string, on: Underlying): Ignored | undefined {
  const bases = LOGICAL.get(logicalType);
  if (!bases) {
    const close = nearest(logicalType, LOGICAL.keys());
    const why = `the logical type \`${logicalType}\` is none that Avro knows, though it has \`${close}\``;
    return close === undefined ? undefined : { key: 'logicalType', why };
  }
  if (!bases.some(({ word, size }) => word === on.word && (size === undefined || size === on.size))) {
    const wanted = bases.map(({ word, size }) => `\`${word}\`${size === undefined ? '' : ` of ${size} bytes`}`);
    const found = `\`${on.word}\`${on.size === undefined ? '' : ` of ${on.size} bytes`}`;
    return {
      key: 'logicalType',
      why: `the logical type \`${logicalType}\` stands on ${found}, but goes with ${wanted.join(' or ')} only`,
    };
  }
  return logicalType === 'decimal' ? decimalIgnored(schema, on) : undefined;
}

function decimalIgnored({ precision, scale }: JsonObject, on: Underlying): Ignored | undefined {
  if (precision === undefined) return { key: 'logicalType', why: 'the decimal has no `precision`' };
  if (!isCount(precision) || precision === 0)
    return { key: 'precision', why: `the precision ${JSON.stringify(precision)} is no whole number above zero` };
  if (scale !== undefined && !isCount(scale))
    return { key: 'scale', why: `the scale ${JSON.stringify(scale)} is no whole number from zero` };
  if (isCount(scale) && scale > precision)
    return { key: 'scale', why: `the scale ${scale} is more than the precision ${precision}` };
  const most = on.size === undefined ? Number.POSITIVE_INFINITY : digitsIn(on.size);
  if (precision <= most) return undefined;
  return {
    key: 'precision',
    why: `the precision ${precision} is more than the ${most} digits that ${on.size} bytes hold`,
  };
}

/** Decimal digits that every number of so many bytes in two's complement can hold. */
function digitsIn(bytes: number): number {
  return Math.floor((8 * bytes - 1) * Math.log10(2));
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
