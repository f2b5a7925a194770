import { typeOf } from '../json.ts';
import { base64Length } from './written.ts';

/** Whole numbers that fit a type. */
const WIDTHS: Readonly<Record<string, readonly [least: bigint, most: bigint]>> = {
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

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const WORDS: readonly unknown[] = ['NaN', 'Infinity', '-Infinity'];

/** What is wrong with a value for a scalar type by the JSON mapping; undefined when nothing is. */
export function scalarProblem(type: string, value: unknown): string | undefined {
  const width = WIDTHS[type];
  if (width) return wholeProblem(type, value, width);
  if (type === 'double' || type === 'float') {
    if (typeof value === 'number' || WORDS.includes(value)) return tooLarge(type, value);
    return typeof value === 'string' && NUMBER.test(value) ? tooLarge(type, Number(value)) : notA(type, value);
  }
  if (type === 'bool') return typeof value === 'boolean' ? undefined : notA(type, value);
  if (typeof value !== 'string') return notA(type, value);
  if (type === 'bytes' && base64Length(value) === undefined) return `is ${shown(value)}, which is no base64`;
  return undefined;
}

/** What is wrong with the key of a map, which JSON writes as a text whatever its type. */
export function keyProblem(type: string, key: string): string | undefined {
  if (type === 'string') return undefined;
  if (type === 'bool')
    return key === 'true' || key === 'false' ? undefined : `is the key ${shown(key)}, but must be true or false`;
  const problem = scalarProblem(type, key);
  return problem && `has a key that ${problem}`;
}

function wholeProblem(type: string, value: unknown, [least, most]: readonly [bigint, bigint]): string | undefined {
  if (typeof value === 'number' && !Number.isInteger(value)) return `is ${value}, but must be ${article(type)}`;
  if (typeof value !== 'number' && !(typeof value === 'string' && NUMBER.test(value))) return notA(type, value);
  const whole = typeof value === 'string' && /^-?\d{1,40}$/.test(value) ? BigInt(value) : rounded(Number(value));
  if (whole === undefined) return `is ${shown(value)}, but must be ${article(type)}`;
  if (whole >= least && whole <= most) return undefined;
  // A JSON number near the ends of 64 bits has been rounded up when it was read.
  if (typeof value === 'number' && type.endsWith('64') && whole === most + 1n) return undefined;
  return `is ${value}, which does not fit into ${type}`;
}

function rounded(value: number): bigint | undefined {
  return Number.isInteger(value) ? BigInt(value) : undefined;
}

function tooLarge(type: string, value: unknown): string | undefined {
  const beyond = type === 'float' && typeof value === 'number' && Math.abs(value) > 3.4028235677973366e38;
  return beyond ? `is ${value}, which does not fit into float` : undefined;
}

export function notA(type: string, value: unknown): string {
  return `is ${article(typeOf(value))}, but must be ${article(type)}`;
}

export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function article(type: string): string {
  if (type === 'null') return 'null';
  return /^[aeio]/i.test(type) ? `an ${type}` : `a ${type}`;
}
