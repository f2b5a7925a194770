import { isObject, type JsonObject, partsOf } from '../json.ts';
import { matcherOf } from '../pattern/match.ts';
import { isMultiple } from './decimal.ts';
import { isEqual, keyOf, namesOf } from './equal.ts';
import { type Check, type Maker, NO, type Result, type Run, UNKNOWN, YES } from './model.ts';
import { overspent, refuse, unclear } from './run.ts';

/** The vocabulary “validation”: what a value itself must be, whatever is inside it. */

export const type: Maker = ({ type: limit }) => {
  const fits = typeof limit === 'string' ? testOf(limit) : anyOf([...new Set(limit as readonly string[])].map(testOf));
  return (value, run) => {
    if (!fits(value)) return refuse(run, { keyword: 'type', limit, found: value });
    return Number.isNaN(value) ? unclear(run, NOT_A_NUMBER) : YES;
  };
};

const NOT_A_NUMBER = 'it holds NaN, which JSON cannot write';

type Test = (value: unknown) => boolean;

function anyOf(tests: readonly Test[]): Test {
  return value => tests.some(test => test(value));
}

const TESTS: Readonly<Record<string, Test>> = {
  string: value => typeof value === 'string',
  number: isNumber,
  integer: isWhole,
  boolean: value => typeof value === 'boolean',
  null: value => value === null || value === undefined,
  array: Array.isArray,
  object: isObject,
};

function testOf(type: string): Test {
  return TESTS[type] ?? (() => false);
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Numbers too large for JavaScript, like 1e400, arrive as infinity, and they are whole. */
function isWhole(value: unknown): boolean {
  if (typeof value === 'bigint') return true;
  return typeof value === 'number' && (Number.isInteger(value) || Math.abs(value) === Number.POSITIVE_INFINITY);
}

/** Values from which on it pays to look them up. */
const MANY = 16;

export const enumeration: Maker = schema => {
  const values = schema.enum as readonly unknown[];
  const refusal = (run: Run, found: unknown) => refuse(run, { keyword: 'enum', limit: values, found });
  if (values.length < MANY) {
    return (value, run) => (values.some(one => isEqual(one, value)) ? YES : refusal(run, value));
  }
  const byKey = grouped(values);
  return (value, run) => {
    const alike = byKey.get(keyOf(value)) ?? [];
    if (overspent(run, alike.length)) return UNKNOWN;
    return alike.some(one => isEqual(one, value)) ? YES : refusal(run, value);
  };
};

function grouped(values: readonly unknown[]): Map<unknown, unknown[]> {
  const groups = new Map<unknown, unknown[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

export const constant: Maker = schema => (value, run) =>
  isEqual(schema.const, value) ? YES : refuse(run, { keyword: 'const', limit: schema.const, found: value });

/** Limits of numbers. In draft-04 and OpenAPI 3.0 a flag beside a limit excludes it. */
export const minimum: Maker = schema => {
  const excludes = schema.exclusiveMinimum === true;
  return limit(excludes ? 'exclusiveMinimum' : 'minimum', schema.minimum, (value, limit) =>
    excludes ? value > limit : value >= limit,
  );
};

export const maximum: Maker = schema => {
  const excludes = schema.exclusiveMaximum === true;
  return limit(excludes ? 'exclusiveMaximum' : 'maximum', schema.maximum, (value, limit) =>
    excludes ? value < limit : value <= limit,
  );
};

export const exclusiveMinimum: Maker = schema =>
  limit('exclusiveMinimum', schema.exclusiveMinimum, (value, limit) => value > limit);

export const exclusiveMaximum: Maker = schema =>
  limit('exclusiveMaximum', schema.exclusiveMaximum, (value, limit) => value < limit);

export const multipleOf: Maker = schema => limit('multipleOf', schema.multipleOf, isMultiple);

type Amount = number | bigint;

function limit(
  keyword: string,
  limit: unknown,
  holds: (value: Amount, limit: Amount) => boolean | undefined,
): Check | undefined {
  if (!isNumber(limit)) return undefined;
  return (value, run) => {
    if (!isNumber(value)) return YES;
    if (Number.isNaN(value)) return unclear(run, NOT_A_NUMBER);
    if (value === limit && isInfinite(value)) return unclear(run, TOO_LARGE);
    const said = holds(value, limit);
    if (said === undefined) return unclear(run, TOO_LARGE);
    return said ? YES : refuse(run, { keyword, limit, found: value });
  };
}

const TOO_LARGE = 'it holds a number that is too large to calculate with';

function isInfinite(value: Amount): boolean {
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
}

/** Lengths count Unicode code points. */
export const minLength: Maker = schema => {
  const least = Number(schema.minLength);
  return (value, run) => {
    if (typeof value !== 'string' || value.length >= 2 * least) return YES;
    if (overspent(run, value.length >> 6)) return UNKNOWN;
    const length = lengthOf(value);
    return length >= least ? YES : refuse(run, { keyword: 'minLength', limit: least, found: length });
  };
};

export const maxLength: Maker = schema => {
  const most = Number(schema.maxLength);
  return (value, run) => {
    if (typeof value !== 'string' || value.length <= most) return YES;
    if (overspent(run, value.length >> 6)) return UNKNOWN;
    const length = lengthOf(value);
    return length <= most ? YES : refuse(run, { keyword: 'maxLength', limit: most, found: length });
  };
};

function lengthOf(text: string): number {
  let length = text.length;
  for (let index = 1; index < text.length; index++) {
    if (isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index))) length--;
  }
  return length;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** What is said of a text that its pattern could take for ages from. */
export const TOO_LONG_A_TEXT = 'trying its patterns on a text this long could take too long';

export const pattern: Maker = schema => {
  const source = String(schema.pattern);
  const matches = matcherOf(source);
  if (typeof matches === 'string') return (_, run) => unclear(run, noPattern(source));
  return (value, run) => {
    if (typeof value !== 'string') return YES;
    if (overspent(run, value.length >> 6)) return UNKNOWN;
    const said = matches(value);
    if (said === undefined) return unclear(run, TOO_LONG_A_TEXT);
    return said ? YES : refuse(run, { keyword: 'pattern', limit: source, found: value });
  };
};

export function noPattern(source: string): string {
  return `its pattern ${source} is no regular expression that Portolan understands`;
}

export const minItems = counting('minItems', itemsIn, (count, limit) => count >= limit);
export const maxItems = counting('maxItems', itemsIn, (count, limit) => count <= limit);
export const minProperties = counting('minProperties', membersIn, (count, limit) => count >= limit);
export const maxProperties = counting('maxProperties', membersIn, (count, limit) => count <= limit);

function counting(
  keyword: string,
  count: (value: unknown) => number | undefined,
  holds: (count: number, limit: number) => boolean,
): Maker {
  return schema => {
    const limit = Number(schema[keyword]);
    return (value, run) => {
      const found = count(value);
      if (found !== undefined && overspent(run, found >> 6)) return UNKNOWN;
      return found === undefined || holds(found, limit) ? YES : refuse(run, { keyword, limit, found });
    };
  };
}

function itemsIn(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function membersIn(value: unknown): number | undefined {
  return isObject(value) ? namesOf(value).length : undefined;
}

/** What one item is counted as, at most, where it has to be compared with others. */
const LARGE = 1_000;

export const uniqueItems: Maker = schema =>
  schema.uniqueItems === false
    ? undefined
    : (value, run) => {
        if (!Array.isArray(value) || value.length < 2) return YES;
        if (overspent(run, value.length)) return UNKNOWN;
        const seen = new Map<unknown, unknown[]>();
        for (const item of value) {
          const key = keyOf(item);
          const alike = seen.get(key);
          if (!alike) {
            seen.set(key, [item]);
            continue;
          }
          if (overspent(run, alike.length * partsOf(item, LARGE))) return UNKNOWN;
          if (alike.some(other => isEqual(other, item))) return refuse(run, { keyword: 'uniqueItems' });
          alike.push(item);
        }
        return YES;
      };

export const required: Maker = schema => {
  const names = schema.required as readonly string[];
  return (value, run) => {
    if (!isObject(value)) return YES;
    if (overspent(run, names.length >> 3)) return UNKNOWN;
    let result: Result = YES;
    for (const name of names) {
      if (has(value, name)) continue;
      result = refuse(run, { keyword: 'required', name });
      if (run.quiet) return NO;
    }
    return result;
  };
};

export const dependentRequired: Maker = schema => dependent(schema.dependentRequired as NamesByName);

export type NamesByName = Readonly<Record<string, readonly string[]>>;

/** Members that ask for others. */
export function dependent(names: NamesByName): Check {
  const entries = Object.entries(names);
  return (value, run) => {
    if (!isObject(value)) return YES;
    if (overspent(run, entries.length >> 3)) return UNKNOWN;
    let result: Result = YES;
    for (const [because, others] of entries) {
      if (!has(value, because)) continue;
      if (overspent(run, others.length >> 3)) return UNKNOWN;
      for (const name of others) {
        if (!has(value, name)) result = refuse(run, { keyword: 'dependentRequired', name, because });
      }
    }
    return result;
  };
}

/** A member that is undefined would not be sent. */
export function has(value: JsonObject, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined;
}
