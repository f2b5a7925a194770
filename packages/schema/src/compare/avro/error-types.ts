import type { Difference } from '../model.ts';
import { AVRO_CODES, type AvroCode, type AvroErrorType } from './codes.ts';

/** An incompatibility as Apache Avro’s checker tells it, and registries hand it on. */
export interface AvroError {
  readonly errorType: AvroErrorType;
  /** JSON pointer through the reader’s schema: `/fields/0/type/symbols`; `/` is the whole. */
  readonly location: string;
}

/** What Apache Avro’s checker calls a difference; undefined for one that it does not know or does not mind. */
export function avroErrorOf({ code, breaks, params }: Difference): AvroError | undefined {
  const known = Object.hasOwn(AVRO_CODES, code) ? (AVRO_CODES as Readonly<Record<string, AvroCode>>)[code] : undefined;
  if (known?.errorType === undefined || breaks !== 'yes') return undefined;
  return { errorType: known.errorType, location: String(params.location) };
}
