import type { SourceFile } from '@portolan/contract';

/** What is to be different in the new version of a message, by the path of a field: `items[].price`. */
export type FieldChange =
  | { readonly kind: 'rename'; readonly field: string; readonly to: string }
  | { readonly kind: 'remove'; readonly field: string }
  | { readonly kind: 'retype'; readonly field: string; readonly to: string }
  | { readonly kind: 'add'; readonly field: string; readonly to: string }
  | { readonly kind: 'require'; readonly field: string };

/** How the new version of a message reads in the old one's fields. What it does not name is the same in both. */
export interface Mapping {
  /** The message that the new one takes over from. */
  readonly from: string;
  /** Paths of the new message with the paths of the old one that they take their values from. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Paths that have a value of another type in the new message. */
  readonly retyped?: readonly string[];
  /** Paths that only the new message has. */
  readonly added?: readonly string[];
  /** Paths that only the old message has. */
  readonly removed?: readonly string[];
}

export interface EvolveOptions {
  /** Id of the message in the Contract. */
  readonly message: string;
  /** The new version: `v2`. */
  readonly to: string;
  /** Where the new version goes: into the channels of the old one, or into new channels beside them. */
  readonly beside: 'message' | 'channel';
  readonly changes: readonly FieldChange[];
  /** Day from which on the old version may be gone: `2027-01-31`. */
  readonly sunset?: string;
}

/** What was drafted. */
export interface Evolved {
  /** Files that are different now, by location. */
  readonly files: readonly SourceFile[];
  /** What the new message is called. */
  readonly name: string;
  /** Addresses of the new channels; empty where the new message goes into the old ones. */
  readonly addresses: readonly string[];
  readonly mapping: Mapping;
}

/** Member of the new message that holds the mapping. */
export const MAPPING = 'x-portolan-mapping';
