/** One thing that a search found. */
export interface SearchHit {
  readonly kind: SearchKind;
  /** Of the thing; for a field, of the message that it is in; for a finding, its code. */
  readonly id: string;
  readonly name: string;
  /** What tells it apart: an address, an owner, the message a field belongs to. Empty where nothing does. */
  readonly context: string;
  /** Id of the document that it stands in; only for schemas and findings, which are things of one document. */
  readonly document?: string;
  /**
   * How well it fits. The whole part says how: 4 the name itself, 3 the name's beginning, 2 words of the name (of a field:
   * its path), 1 words about it, 0 when only filters were asked for. The rest orders the hits of one kind of fit.
   */
  readonly score: number;
}

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Kinds of things that can be found; of equal hits, the earlier kind comes first. */
export const SEARCH_KINDS = [
  'service',
  'channel',
  'message',
  'team',
  'domain',
  'server',
  'schema',
  'document',
  'finding',
  'field',
] as const;
