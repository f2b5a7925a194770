import { isJsonSchema } from './dialect.ts';
import { libraries } from './libraries.ts';

/** What a format is prepared for. */
export type Use = 'outline' | 'validate';

/**
 * Loads what `outline` and `validate` need for these formats; once it is done, both are synchronous. Idempotent, and
 * nothing is loaded twice. Outlining needs it for `protobuf` only, validating for `protobuf` and the JSON Schema family.
 * Formats that need nothing, or that nobody reads, are passed over.
 *
 * @example
 * await prepare(contract.schemas.map(schema => schema.format), ['outline']);
 */
export async function prepare(
  formats: Iterable<string>,
  uses: readonly Use[] = ['outline', 'validate'],
): Promise<void> {
  const wanted = new Set(formats);
  const validating = uses.includes('validate');
  await Promise.all([
    wanted.has('protobuf') && loadProtobufOutline(),
    wanted.has('protobuf') && validating && loadProtobufValidator(),
    [...wanted].some(isJsonSchema) && validating && loadJsonSchemaValidator(),
  ]);
}

async function loadProtobufOutline(): Promise<void> {
  libraries.outlineProtobuf ??= (await import('./outline/protobuf.ts')).outlineProtobuf;
}

async function loadProtobufValidator(): Promise<void> {
  libraries.compileProtobuf ??= (await import('./validate/protobuf.ts')).compileProtobuf;
  libraries.protobufFlaws ??= (await import('./protobuf/check.ts')).protobufFlaws;
}

async function loadJsonSchemaValidator(): Promise<void> {
  libraries.compileJsonSchema ??= (await import('./validate/json-schema.ts')).compileJsonSchema;
}
