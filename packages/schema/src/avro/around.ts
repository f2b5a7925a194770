import type { AvroDefinition, AvroUse } from './parse.ts';

/** What checking a unit can ask about the texts around it. */
export interface Around {
  /** The definition that a use means, or why there is none. */
  find(use: AvroUse): Found;
  /** Definitions of a name in other texts that this one is read with, by the id of the text. */
  elsewhere(fullName: string): ReadonlyMap<string, AvroDefinition>;
  /** What a `$ref` leads to: the id of a text and the types it defines. */
  referred(reference: string): readonly [id: string, definitions: ReadonlyMap<string, AvroDefinition>] | undefined;
  /** Every name that could have been meant. */
  names(): Iterable<string>;
}

/** Where a name is defined: in the text itself, in another, or without the namespace that it is used with. */
export interface Found {
  readonly definition?: AvroDefinition;
  readonly own: boolean;
  readonly fullName: string;
}
