/** One normative sentence, in our own words, and what guards it. */
export interface Demand {
  /** Section of the text that has it. */
  readonly section: string;
  /** Versions whose text has it: `2`, `3`, `2 and 3`, or a binding’s. */
  readonly versions: string;
  readonly demand: string;
  /** Codes of the findings that say so when it is broken; or why a reader of documents cannot judge it. */
  readonly guard: readonly string[] | string;
}

/** A row of a table of demands; a string for `guard` without a space is one code. */
export function demand(section: string, versions: string, text: string, ...guard: readonly string[]): Demand {
  const [first = ''] = guard;
  return { section, versions, demand: text, guard: first.includes(' ') ? first : guard };
}
