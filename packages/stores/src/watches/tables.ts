/**
 * The table of watches, as both databases understand it. This is a released step of their migrations: it is never edited,
 * a new step is added.
 *
 * @param prefix what stands before the name of a table: `schema.`, or nothing
 * @param end what stands behind the definition of a table
 */
export function watchTables(prefix: string, end: string): string {
  return `
  CREATE TABLE ${prefix}watches (
    id text PRIMARY KEY,
    name text NOT NULL,
    url text NOT NULL,
    filter text NOT NULL,
    created text NOT NULL,
    who_kind text NOT NULL,
    who_id text NOT NULL,
    who_name text NOT NULL,
    told integer NOT NULL,
    tries integer NOT NULL,
    next text NOT NULL,
    failing text,
    problem text,
    paused text,
    claimed text NOT NULL
  )${end};
  `;
}
