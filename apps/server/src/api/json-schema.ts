/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 uses it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schemas by member name. */
export type Members = Readonly<Record<string, JsonSchema>>;

export const string: JsonSchema = { type: 'string' };
export const integer: JsonSchema = { type: 'integer' };
export const number: JsonSchema = { type: 'number' };
export const boolean: JsonSchema = { type: 'boolean' };
export const anything: JsonSchema = {};
export const instant: JsonSchema = { type: 'string', format: 'date-time' };
export const digest: JsonSchema = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };

/** An object with exactly these members. */
export function object(required: Members, optional: Members = {}): JsonSchema {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}

export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function dictionary(values: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties: values };
}

export function words(...choices: readonly string[]): JsonSchema {
  return { type: 'string', enum: choices };
}

export function nullable(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

/** Refers to a schema of the served document's components. */
export function ref(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** One page of a list. */
export function page(item: string): JsonSchema {
  return object({ items: list(ref(item)), total: integer }, { next: string });
}
