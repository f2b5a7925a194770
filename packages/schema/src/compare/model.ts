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
}

/** A message that the writer may produce and the reader refuses: both were tried. */
export interface Witness {
  readonly message: unknown;
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
