import type { AvroCodeName } from './codes.ts';

/** A difference at one place, without what lies inside. */
export interface Leaf {
  readonly code: AvroCodeName;
  readonly params: Readonly<Record<string, string | number>>;
  /** Where in the definition of the type: `name`, `size`, `symbols`. */
  readonly at?: string;
  /** Of a record: the field of each side that is meant. */
  readonly writerField?: number;
  readonly readerField?: number;
  /** A value of the writer’s type that shows it, where not all do. */
  readonly value?: unknown;
}
