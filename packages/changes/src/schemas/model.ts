import type { Range } from '@portolan/base';
import type { SchemaId } from '@portolan/contract';

/** A place in a schema of a Contract. */
export interface Place {
  readonly schema: SchemaId;
  /** JSON pointer into its definition; for Protobuf, the full name of what is declared there. */
  readonly pointer: string;
  /** Where it stands in the text of a Protobuf definition. */
  readonly inside?: Range;
}

/** One edited place inside schemas: what changed of one subschema, field or property. */
export interface SchemaEdit {
  /** `structure`: what messages may look like; `words`: what is said about them; `name`: only what the schema is called. */
  readonly kind: 'structure' | 'words' | 'name';
  /** Absent for what was added. */
  readonly before?: Place;
  /** Absent for what was removed. */
  readonly after?: Place;
  /** Way from the schema to the place as people read it: `items[].price`; '' is the schema itself. */
  readonly path: string;
  /** What changed, in words: `type: "string" → "integer"`. */
  readonly facts: readonly string[];
}
