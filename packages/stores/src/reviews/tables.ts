/**
 * The tables of reviews, as both databases understand them. This is a released step of their migrations: it is never
 * edited, a new step is added.
 *
 * @param prefix what stands before the name of a table: `schema.`, or nothing
 * @param end what stands behind the definition of a table
 */
export function reviewTables(prefix: string, end: string): string {
  return `
  CREATE TABLE ${prefix}checks (
    sequence integer PRIMARY KEY,
    id text NOT NULL UNIQUE,
    at text NOT NULL,
    source text NOT NULL,
    revision text NOT NULL,
    base text NOT NULL,
    title text,
    link text,
    verdict text,
    who_kind text NOT NULL,
    who_id text NOT NULL,
    who_name text NOT NULL,
    report text NOT NULL
  )${end};
  CREATE INDEX checks_by_source ON ${prefix}checks (source, sequence);

  CREATE TABLE ${prefix}decisions (
    id text PRIMARY KEY,
    at text NOT NULL,
    kind text NOT NULL,
    document text NOT NULL,
    change text NOT NULL,
    service text,
    team text,
    reason text NOT NULL,
    until text,
    who_kind text NOT NULL,
    who_id text NOT NULL,
    who_name text NOT NULL,
    revoked text
  )${end};
  CREATE INDEX decisions_by_document ON ${prefix}decisions (document, at);
  `;
}
