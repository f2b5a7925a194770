import { faults } from '../faults.ts';
import type { JsonSchema } from './json-schema.ts';

/** One parameter of an operation: what the document says of it, and how its text becomes a value. */
export interface Parameter<T> {
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly schema: JsonSchema;
  /** @throws SERVER_PARAMETER_INVALID with the name of the parameter. */
  parse(name: string, text: string | undefined): T;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** What `run` is given for some parameters. */
export type Values<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** Longest text of a parameter; ids are made of addresses and paths, which have their limits too. */
const MAX_LENGTH = 2_000;

/** Part of the path: the id of one thing. */
export function idOf(thing: string): Parameter<string> {
  return {
    in: 'path',
    description: `Id of the ${thing}, percent-encoded as one segment.`,
    schema: { type: 'string', minLength: 1, maxLength: MAX_LENGTH },
    parse: (name, text = '') => checked(name, text, text !== '', 'is empty'),
  };
}

/** An optional text. */
export function text(description: string): Parameter<string | undefined> {
  return {
    in: 'query',
    description,
    schema: { type: 'string', maxLength: MAX_LENGTH },
    parse: (name, value) => (value === undefined ? undefined : checked(name, value)),
  };
}

/** A text that has to be there. */
export function requiredText(description: string): Parameter<string> {
  return {
    in: 'query',
    description,
    schema: { type: 'string', minLength: 1, maxLength: MAX_LENGTH },
    parse: (name, value = '') => checked(name, value, value.trim() !== '', 'is missing'),
  };
}

/** One of a few words, or nothing. */
export function choice<W extends string>(words: readonly W[], description: string): Parameter<W | undefined> {
  return {
    in: 'query',
    description,
    schema: { type: 'string', enum: words },
    parse: (name, value) =>
      value === undefined
        ? undefined
        : (checked(name, value, words.includes(value as W), `has to be one of ${words.join(', ')}`) as W),
  };
}

/** A whole number in a range. */
export function integer(
  range: { min: number; max: number; otherwise: number },
  description: string,
): Parameter<number> {
  const { min, max, otherwise } = range;
  return {
    in: 'query',
    description,
    schema: { type: 'integer', minimum: min, maximum: max, default: otherwise },
    parse(name, value) {
      if (value === undefined) return otherwise;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      checked(name, value, number >= min && number <= max, `has to be a whole number from ${min} to ${max}`);
      return number;
    },
  };
}

/** The values of all parameters of an operation, checked. */
export function valuesOf<P extends Parameters>(
  parameters: P,
  path: Readonly<Record<string, string | undefined>>,
  query: URLSearchParams,
): Values<P> {
  for (const name of query.keys()) {
    if (parameters[name]?.in !== 'query')
      throw faults.PARAMETER_UNKNOWN({ name: shortened(name), known: known(parameters) });
    if (query.getAll(name).length > 1) throw faults.PARAMETER_INVALID({ name, reason: 'is given more than once' });
  }
  const values = Object.entries(parameters).map(([name, parameter]) => {
    const given = parameter.in === 'path' ? path[name] : (query.get(name) ?? undefined);
    return [name, parameter.parse(name, given)];
  });
  return Object.fromEntries(values);
}

function checked(name: string, value: string, good = true, reason = ''): string {
  if (value.length > MAX_LENGTH)
    throw faults.PARAMETER_INVALID({ name, reason: `is longer than ${MAX_LENGTH} characters` });
  if (!good) throw faults.PARAMETER_INVALID({ name, reason });
  return value;
}

function known(parameters: Parameters): string {
  const names = Object.keys(parameters).filter(name => parameters[name]?.in === 'query');
  return names.length === 0 ? 'no query parameters' : names.join(', ');
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
