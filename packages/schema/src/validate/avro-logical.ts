import type { AvroFixed, AvroPrimitive } from '../avro/model.ts';
import { isDate, isDateTime, isDuration, isTime, isUuid } from './written.ts';

/** What a logical type makes of a value. */
export type LogicalVerdict = 'valid' | 'no-opinion' | { readonly message: string };

const DAY = { 'time-millis': 86_400_000, 'time-micros': 86_400_000_000 } as const;

/** Digits after the second that each unit can hold. */
const DIGITS: Readonly<Record<string, number>> = { millis: 3, micros: 6, nanos: 9 };

/**
 * Judges a value by a logical type. People write dates, times, numbers and durations as they are read, where Avro’s own
 * JSON encoding has the underlying number or bytes: both are right, so `no-opinion` leaves it to the underlying type.
 */
export function judgeLogical(type: AvroPrimitive | AvroFixed, value: unknown): LogicalVerdict {
  const { logicalType } = type;
  if (logicalType === 'decimal') return decimal(type, value);
  if (typeof value === 'number') return number(logicalType, value);
  if (typeof value !== 'string' || logicalType === undefined) return 'no-opinion';
  if (logicalType === 'big-decimal') return NUMBER.test(value) ? 'valid' : 'no-opinion';
  if (logicalType === 'duration') return isDuration(value) ? 'valid' : 'no-opinion';
  if (logicalType === 'uuid') {
    if (isUuid(value)) return 'valid';
    return type.kind === 'fixed' ? 'no-opinion' : { message: `is ${shown(value)}, which is no UUID` };
  }
  const [what, test] = textOf(logicalType) ?? [];
  if (!test) return 'no-opinion';
  return test(value) ? 'valid' : { message: `is ${shown(value)}, which is ${what}` };
}

/** What a text must be for a logical type on a number, and what to say when it is not. */
function textOf(logicalType: string): [string, (text: string) => boolean] | undefined {
  const digits = DIGITS[logicalType.slice(logicalType.lastIndexOf('-') + 1)] ?? 9;
  if (logicalType === 'date') return ['neither days since 1970 nor a date', isDate];
  if (logicalType.startsWith('time-')) return ['no time of day', text => isTime(text, digits)];
  if (logicalType.startsWith('timestamp-'))
    return [
      `no date and time with an offset and at most ${digits} digits after the second`,
      text => isDateTime(text, true, digits),
    ];
  if (logicalType.startsWith('local-timestamp-'))
    return [
      `no date and time without an offset and with at most ${digits} digits after the second`,
      text => isDateTime(text, false, digits),
    ];
  return undefined;
}

function number(logicalType: string | undefined, value: number): LogicalVerdict {
  const most = logicalType === 'time-millis' || logicalType === 'time-micros' ? DAY[logicalType] : undefined;
  if (most === undefined || (value >= 0 && value < most)) return 'no-opinion';
  return { message: `is ${value}, which is no time of day` };
}

const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** A decimal as a number, as a text that reads as one, or as its bytes; right when one reading fits. */
function decimal(type: AvroPrimitive | AvroFixed, value: unknown): LogicalVerdict {
  const { precision = 0, scale = 0 } = type;
  const written = typeof value === 'number' ? String(value) : value;
  if (typeof written !== 'string') return 'no-opinion';
  if (!NUMBER.test(written)) return 'no-opinion';
  if (fits(written, precision, scale)) return 'valid';
  if (typeof value === 'string' && isUnscaled(value, type, precision)) return 'valid';
  const room = scale === 0 ? `${precision} digits` : `${precision} digits, ${scale} of them after the point`;
  return { message: `is ${shown(value)}, which does not fit into a decimal of ${room}` };
}

function fits(written: string, precision: number, scale: number): boolean {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^[+-]?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction).replace(/0+$/, '');
  const leading = /^0*/.exec(digits)?.[0].length ?? 0;
  if (digits === '') return true;
  return digits.length - point <= scale && point - leading <= precision - scale;
}

/** True for a text whose characters are the bytes of an unscaled number that is no longer than the precision. */
function isUnscaled(text: string, type: AvroPrimitive | AvroFixed, precision: number): boolean {
  if (type.kind === 'fixed' && text.length !== type.size) return false;
  if (text.length > 100) return false;
  let unscaled = 0n;
  for (const character of text) unscaled = (unscaled << 8n) | BigInt(character.codePointAt(0) ?? 0);
  if (unscaled >> BigInt(8 * text.length - 1)) unscaled -= 1n << BigInt(8 * text.length);
  return String(unscaled).replace('-', '').length <= precision;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
