import type { Origin } from './origin.ts';

/**
 * One step of a fix, at the place where a fact stands. An origin survives every other edit of the text, which offsets
 * would not; `packages/rewrite` turns steps into edits that leave everything else as it is.
 */
export type FixStep =
  | { readonly do: 'replace'; readonly origin: Origin; readonly value: unknown }
  | { readonly do: 'rename'; readonly origin: Origin; readonly key: string }
  | { readonly do: 'remove'; readonly origin: Origin }
  /** `origin` is that of the object that gets the member. */
  | { readonly do: 'insert'; readonly origin: Origin; readonly key: string; readonly value: unknown }
  /** `origin` is that of the list that gets the item. */
  | { readonly do: 'append'; readonly origin: Origin; readonly value: unknown };

/** A change of the document that mends a finding and means nothing else. */
export interface Fix {
  /** What it does, as an offer: `Rename it to “payload”`. */
  readonly says: string;
  readonly steps: readonly FixStep[];
}
