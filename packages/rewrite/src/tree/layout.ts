/** How the author lays a text out; what is written new follows it. */
export interface Layout {
  /** JSON is YAML too, but its readers may not think so: it stays JSON. */
  readonly json: boolean;
  readonly eol: '\n' | '\r\n';
  /** Spaces that a nested mapping stands further in. */
  readonly indent: number;
  /** Whether the dashes of a list stand further in than the key of the list. */
  readonly indentLists: boolean;
  /** JSON only: all on one line; small things share a line; every member has a line of its own. */
  readonly lines: 'one' | 'shared' | 'apart';
  /** Whether quotes are single ones. */
  readonly singleQuotes: boolean;
  /** Whether a reference is written `{ $ref: … }` and not on a line of its own. */
  readonly flowReferences: boolean;
}
