const LANGUAGES: Readonly<Record<string, string>> = {
  asyncapi: 'AsyncAPI schema',
  'json-schema': 'JSON Schema',
  openapi: 'OpenAPI schema',
  avro: 'Avro',
  protobuf: 'Protobuf',
  raml: 'RAML',
};

/** The language of a schema as people call it. */
export function languageOf({
  format,
  schemaFormat,
}: {
  readonly format: string;
  readonly schemaFormat?: string;
}): string {
  return LANGUAGES[format] ?? schemaFormat ?? format;
}
