import { posix } from 'node:path';
import { documentKindOf } from '@portolan/contract';

/** Where in a file a schema stands: the file, as `diff` takes it, and what follows its `#`. */
export interface Wanted {
  readonly file: string;
  /** A JSON pointer, the name of a Protobuf message, or of a message or schema of a document; '' is the whole file. */
  readonly part: string;
}

/** Splits `orders.proto#Order` at its last `#`; a file whose name has one is meant where nothing follows it. */
export function wantedIn(argument: string): Wanted {
  const at = argument.lastIndexOf('#');
  return at < 0 ? { file: argument, part: '' } : { file: argument.slice(0, at), part: argument.slice(at + 1) };
}

/** Where a document that refers to a schema file is pretended to stand: beside it, so that its references lead where they do. */
export const frameLocation = (location: string): string => posix.join(posix.dirname(location), 'portolan-schema.json');

/**
 * A document that holds nothing but a reference to a schema file, so that the file is read as the payload of a message
 * would be; undefined where the file is a document by itself.
 */
export function framed(location: string, text: string, part: string): string | undefined {
  const language = languageOf(location, text);
  if (language === undefined) return undefined;
  // A pointer into Avro or JSON Schema is followed by the reader; a name in Protobuf is none.
  const pointer = part.startsWith('/') ? `#${part}` : '';
  const schema = { $ref: `./${encodeURIComponent(posix.basename(location))}${pointer}` };
  return JSON.stringify({
    asyncapi: '3.1.0',
    info: { title: 'Schema', version: '1.0.0' },
    components: { messages: { schema: { payload: { schemaFormat: language, schema } } } },
  });
}

const AVRO = 'application/vnd.apache.avro;version=1.9.0';
const PROTOBUF = 'application/vnd.google.protobuf';
const JSON_SCHEMA = 'application/schema+json;version=draft-07';

/** The language of a file by its name, and, where that says nothing, by what stands in it; undefined for a document. */
function languageOf(location: string, text: string): string | undefined {
  if (/\.proto$/i.test(location)) return PROTOBUF;
  if (/\.(avsc|avro)$/i.test(location)) return AVRO;
  if (documentKindOf(text) !== undefined) return undefined;
  return /"type"\s*:\s*"(record|enum|fixed)"/.test(text) && /"name"\s*:/.test(text) ? AVRO : JSON_SCHEMA;
}
