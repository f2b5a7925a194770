import type { Breaks, ProtobufCodeName } from './codes.ts';
import type { Field } from './message.ts';
import type { Value } from './value.ts';

/** A difference at one place, without what lies inside. */
export interface Leaf {
  readonly code: ProtobufCodeName;
  readonly params: Readonly<Record<string, string | number>>;
  /** Where profiles judge otherwise than the code says. */
  readonly breaks?: Partial<Breaks>;
  readonly writerField?: Field;
  readonly readerField?: Field;
  /** Full names of what is meant where that is no field: a value of an enum. */
  readonly writerName?: string;
  readonly readerName?: string;
  /** Fields that the writer sets to show it, with their values; undefined is a value that nobody can write. */
  readonly set?: readonly (readonly [Field, readonly (Value | undefined)[]])[];
}
