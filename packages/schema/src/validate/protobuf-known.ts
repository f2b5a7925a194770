import { isObject } from '../json.ts';
import { notA, scalarProblem, shown } from './protobuf-scalar.ts';
import { isDateTime } from './written.ts';

/** The scalars behind the wrappers, by the name of the wrapper. */
const WRAPPED: Readonly<Record<string, string>> = {
  DoubleValue: 'double',
  FloatValue: 'float',
  Int64Value: 'int64',
  UInt64Value: 'uint64',
  Int32Value: 'int32',
  UInt32Value: 'uint32',
  BoolValue: 'bool',
  StringValue: 'string',
  BytesValue: 'bytes',
};

/** Seconds in ten thousand years, as far as a Duration goes. */
const MOST_SECONDS = 315_576_000_000;

/** True for the types that hold null, where it does not stand for a field that is not set. */
export function holdsNull(name: string): boolean {
  return name === 'Value' || name === 'NullValue';
}

/** True for the types whose JSON form is written here, and is not that of a message with their fields. */
export function hasOwnForm(name: string): boolean {
  return Object.hasOwn(WRAPPED, name) || FORMS.has(name);
}

/** What is wrong with a value for a type that comes with the language; undefined when nothing is. `Any` is not among them. */
export function knownProblem(name: string, value: unknown): string | undefined {
  const wrapped = Object.hasOwn(WRAPPED, name) ? WRAPPED[name] : undefined;
  if (wrapped !== undefined) return scalarProblem(wrapped, value);
  return FORMS.get(name)?.(value);
}

const FORMS: ReadonlyMap<string, (value: unknown) => string | undefined> = new Map([
  ['Timestamp', timestamp],
  ['Duration', duration],
  ['FieldMask', fieldMask],
  [
    'Empty',
    (value: unknown) =>
      isObject(value) && Object.keys(value).length === 0 ? undefined : notA('Empty, which is `{}`', value),
  ],
  ['Struct', (value: unknown) => (isObject(value) ? undefined : notA('Struct, which is an object', value))],
  ['ListValue', (value: unknown) => (Array.isArray(value) ? undefined : notA('ListValue, which is a list', value))],
  ['Value', () => undefined],
  [
    'NullValue',
    (value: unknown) => (value === null || value === 'NULL_VALUE' || value === 0 ? undefined : notA('null', value)),
  ],
]);

function timestamp(value: unknown): string | undefined {
  if (typeof value !== 'string') return notA('Timestamp, which is a date and time', value);
  const right = value.includes('T') && isDateTime(value, true) && !value.startsWith('0000');
  return right ? undefined : `is ${shown(value)}, which is no date and time with an offset (\`2026-11-21T08:00:00Z\`)`;
}

function duration(value: unknown): string | undefined {
  if (typeof value !== 'string') return notA('Duration, which is a text like `1.5s`', value);
  const seconds = /^-?(\d+)(\.\d{1,9})?s$/.exec(value)?.[1];
  if (seconds === undefined)
    return `is ${shown(value)}, which is no number of seconds with an \`s\` behind it (\`1.5s\`)`;
  return Number(seconds) > MOST_SECONDS ? `is ${shown(value)}, which is longer than a Duration can be` : undefined;
}

function fieldMask(value: unknown): string | undefined {
  if (typeof value !== 'string') return notA('FieldMask, which is a text', value);
  if (value === '' || value.split(',').every(path => /^[A-Za-z][A-Za-z\d]*(\.[A-Za-z][A-Za-z\d]*)*$/.test(path)))
    return undefined;
  return `is ${shown(value)}, which is no list of field names in lowerCamelCase joined by commas`;
}
