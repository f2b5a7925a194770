/** The media type by which a schema language of a registry (`Avro/1.11`) is known as a `schemaFormat`. */
export function schemaFormatOf(format: string | undefined): string | undefined {
  const [, name = '', version = ''] = /^([^/]+)(?:\/(.*))?$/.exec(format?.trim() ?? '') ?? [];
  switch (name.toLowerCase()) {
    case 'jsonschema':
      return `application/schema+json;version=${version === '' ? 'draft-07' : version}`;
    case 'avro':
    case 'avroschema':
      return `application/vnd.apache.avro+json;version=${version === '' ? '1.9.0' : version}`;
    case 'protobuf':
      return `application/vnd.google.protobuf;version=${version === '' ? '3' : version}`;
    case '':
      return undefined;
    default:
      return format;
  }
}

/** How a payload of that language is encoded, where the language leaves no doubt. */
export function contentTypeOf(format: string | undefined): string | undefined {
  return /^jsonschema/i.test(format ?? '') ? 'application/json' : undefined;
}
