import type { Lookup } from '../shape.ts';

/** A place in a schema: which definition, and where in it. */
export interface SchemaPlace {
  /** Id of the definition. */
  readonly schema: string;
  /** JSON pointer into the definition; for Protobuf, the full name of the message, field or value. */
  readonly pointer: string;
}

/**
 * One way in which what a writer may produce and what a reader accepts are not the same, at one place. Differences are
 * facts; which of them matter is for a profile to say.
 */
export interface Difference {
  /** In capitals: `PROPERTY_REQUIRED`, `ENUM_VALUES_MISSING`. The same code for all languages where the idea is the same. */
  readonly code: string;
  /** One sentence that names both sides: “`status` may be “lost”, which the reader does not know.” */
  readonly says: string;
  /** What to do about it. */
  readonly help: string;
  /** Path of the value in messages, as people read it: `items[].price`; '' is the whole message. */
  readonly path: string;
  /** Where each side says so; absent where a side says nothing. */
  readonly writer?: SchemaPlace;
  readonly reader?: SchemaPlace;
  /** Whether a reader may then refuse or misread what a writer may produce. Not checked: nobody knows. */
  readonly breaks: 'yes' | 'no' | 'not-checked';
  /** Names of the parts that the sentence speaks of, for whoever wants to count or translate. */
  readonly params: Readonly<Record<string, string | number>>;
  /** A message that shows it, where one was found: only for what breaks. */
  readonly witness?: Witness;
}

/** A message that the writer may produce and the reader refuses, or takes for something else: both were tried. */
export interface Witness {
  /** As people write it in JSON. */
  readonly message: unknown;
  /** The same in the JSON encoding of its language, where that is another: unions of Avro name their branch. */
  readonly encoded?: unknown;
  /** What becomes of it: the reader refuses it whole, reads another value than was written, or reads none where one was. */
  readonly effect?: 'refused' | 'changed' | 'lost';
  /** What the reader says about it. */
  readonly problem: string;
}

/** Why something was not compared. Never a silent pass. */
export interface NotCompared {
  readonly path: string;
  readonly reason: string;
}

/** What comparing two schemas came to, in the direction from writer to reader. */
export interface Comparison {
  /** `compatible` is said only where it is proved; `not-checked` where something could not be judged and nothing breaks. */
  readonly verdict: 'compatible' | 'incompatible' | 'not-checked';
  readonly differences: readonly Difference[];
  readonly notCompared: readonly NotCompared[];
  /** For an incompatible verdict, where one was found. */
  readonly witness?: Witness;
}

/** A reading of the differences: which of them break, and by which rules. */
export type Profile = 'sound' | 'confluent' | 'avro' | 'protobuf-wire' | 'protobuf-json';

/** How each side finds the other definitions that it refers to. */
export interface Lookups {
  readonly writer: Lookup;
  readonly reader: Lookup;
}

export interface CompareOptions {
  /** Whose rules hold; `sound` when nothing is said. */
  readonly profile?: Profile;
  /** Of the profile `confluent`: how its registry judges JSON Schema. `strict` when nothing is said. */
  readonly policy?: 'strict' | 'lenient' | 'logical';
  /** Pairs of parts that may be compared before the rest is not checked; a default that no honest schema meets. */
  readonly budget?: number;
  /** False where no witnesses are wanted: searching for them takes longer than comparing. */
  readonly witness?: boolean;
}
