import type { SchemaFormat } from '../model.ts';

const FORMATS: readonly (readonly [RegExp, SchemaFormat])[] = [
  [/^application\/vnd\.aai\.asyncapi([+;]|$)/, 'asyncapi'],
  [/^application\/schema([+;]|$)/, 'json-schema'],
  [/^application\/vnd\.oai\.openapi([+;]|$)/, 'openapi'],
  [/^application\/vnd\.apache\.avro([+;]|$)/, 'avro'],
  [/^application\/vnd\.google\.protobuf([+;]|$)/, 'protobuf'],
  [/^application\/raml([+;]|$)/, 'raml'],
];

/** The language behind a `schemaFormat`; none means the AsyncAPI Schema Object. */
export function formatOf(schemaFormat: string | undefined): SchemaFormat {
  if (schemaFormat === undefined) return 'asyncapi';
  const wanted = schemaFormat.trim().toLowerCase();
  return FORMATS.find(([pattern]) => pattern.test(wanted))?.[1] ?? 'other';
}

/** True for the languages whose references are `$ref` at known keywords. */
export function isJsonSchema(format: SchemaFormat): boolean {
  return format === 'asyncapi' || format === 'json-schema' || format === 'openapi';
}
