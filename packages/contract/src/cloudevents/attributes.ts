import { isObject, type Json } from '../resolve/cursor.ts';

/** One header, property or attribute as a definition declares it. */
export interface Declared {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly required?: unknown;
  readonly description?: unknown;
}

/** CloudEvents 1.0.2: attributes that every event carries. */
export const REQUIRED = ['specversion', 'id', 'source', 'type'] as const;

/** Types of the attributes that CloudEvents defines, where a definition names none. */
const TYPES: Readonly<Record<string, string>> = {
  source: 'uritemplate',
  time: 'timestamp',
  dataschema: 'uritemplate',
};

const SCHEMAS: Readonly<Record<string, Json>> = {
  any: {},
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  timestamp: { type: 'string', format: 'date-time' },
  datetime: { type: 'string', format: 'date-time' },
  duration: { type: 'string', format: 'duration' },
  uri: { type: 'string', format: 'uri-reference' },
  urireference: { type: 'string', format: 'uri-reference' },
  binary: { type: 'string', contentEncoding: 'base64' },
  symbol: { type: 'string', pattern: '^\\w+$' },
};

/**
 * The attributes of a message as the schema of an object. `prefix` is what the protocol writes before the name of an
 * attribute. Every CloudEvent has the required ones, declared or not.
 */
export function attributesSchema(
  attributes: Readonly<Record<string, unknown>>,
  prefix: string,
): { properties: Record<string, unknown>; required: string[] } {
  const names = new Set<string>([...REQUIRED, ...Object.keys(attributes)]);
  const properties: Record<string, unknown> = {};
  const required: string[] = [];
  for (const name of names) {
    const written = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    const declared: Declared = isObject(written) ? written : {};
    const fixed = name === 'specversion' && declared.value === undefined ? { ...declared, value: '1.0' } : declared;
    properties[prefix + name] = valueSchema({ ...fixed, type: declared.type ?? TYPES[name] });
    const always = (REQUIRED as readonly string[]).includes(name);
    if (always || declared.required === true) required.push(prefix + name);
  }
  return { properties, required };
}

/** What a declared value looks like: fixed, fixed but for the placeholders of a URI template, or only of a type. */
export function valueSchema({ type, value, description }: Declared): Json {
  const named = typeof type === 'string' ? type.toLowerCase() : 'string';
  const base = SCHEMAS[named] ?? { type: 'string' };
  const words = typeof description === 'string' ? { description } : {};
  // The beginning of time stands for the time of sending.
  if (value === undefined || value === null || value === '0000-01-01T00:00:00Z') return { ...base, ...words };
  if (typeof value !== 'string') return isObject(value) ? { ...base, ...words } : { ...base, const: value, ...words };
  return { ...base, ...(value.includes('{') ? { pattern: patternOf(value) } : { const: value }), ...words };
}

/** A URI template (RFC 6570, level 1) as a regular expression: placeholders stand for anything. */
function patternOf(template: string): string {
  const parts = template.split(/\{[^{}]*\}/).map(part => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return `^${parts.join('.+')}$`;
}
