import type { Message } from '@portolan/contract';
import { outline, type SchemaSource, type Shape, sample } from '@portolan/schema';
import type { DocsContract } from './model.ts';

/** A schema as a tree and as it is written. */
export interface SeenSchema {
  readonly format: string;
  readonly schemaFormat?: string;
  readonly shape: Shape;
  readonly written: unknown;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  asyncapi: 'AsyncAPI schema',
  'json-schema': 'JSON Schema',
  openapi: 'OpenAPI schema',
  avro: 'Avro',
  protobuf: 'Protobuf',
  raml: 'RAML',
};

/** The language of a schema in words. */
export function languageOf({ format, schemaFormat }: SeenSchema): string {
  return LANGUAGES[format] ?? schemaFormat ?? format;
}

const lookups = new WeakMap<DocsContract, ReadonlyMap<string, SchemaSource>>();

/** A schema of a contract; undefined when the contract has none of this id. */
export function schemaOf(contract: DocsContract, id: string | undefined): SeenSchema | undefined {
  let schemas = lookups.get(contract);
  if (!schemas) {
    schemas = new Map(contract.schemas.map(schema => [schema.id, schema]));
    lookups.set(contract, schemas);
  }
  const all = schemas;
  const schema = id === undefined ? undefined : all.get(id);
  if (!schema) return undefined;
  const { format, schemaFormat, definition } = schema;
  const shape = outline(schema, name => all.get(name));
  return { format, ...(schemaFormat !== undefined && { schemaFormat }), shape, written: definition };
}

/** An example of a message: written by its author, or made from the schemas where the author wrote none. */
export interface SeenExample {
  readonly name?: string;
  readonly summary?: string;
  readonly payload?: unknown;
  readonly headers?: unknown;
  readonly generated: boolean;
}

/** The examples of a message. */
export function examplesOf({
  message,
  payload,
  headers,
}: {
  readonly message: Message;
  readonly payload?: SeenSchema;
  readonly headers?: SeenSchema;
}): readonly SeenExample[] {
  if (message.examples.length > 0) return message.examples.map(example => ({ ...example, generated: false }));
  const made = [
    ['payload', payload && sample(payload.shape)],
    ['headers', headers && sample(headers.shape)],
  ].filter(([, value]) => value !== undefined);
  return made.length === 0 ? [] : [{ ...Object.fromEntries(made), generated: true }];
}
