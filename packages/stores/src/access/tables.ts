/**
 * The tables of access, as both databases understand them. This is a released step of their migrations: it is never
 * edited, a new step is added.
 *
 * @param prefix what stands before the name of a table: `schema.`, or nothing
 * @param end what stands behind the definition of a table
 */
export function accessTables(prefix: string, end: string): string {
  return `
  CREATE TABLE ${prefix}users (
    id text PRIMARY KEY,
    name text NOT NULL,
    called text NOT NULL UNIQUE,
    title text NOT NULL,
    password text,
    issuer text,
    subject text,
    roles text NOT NULL,
    owns text NOT NULL,
    created text NOT NULL,
    disabled text,
    UNIQUE (issuer, subject)
  )${end};

  CREATE TABLE ${prefix}sessions (
    digest text PRIMARY KEY,
    account text NOT NULL REFERENCES ${prefix}users (id),
    created text NOT NULL,
    seen text NOT NULL,
    expires text NOT NULL,
    address text,
    agent text
  )${end};
  CREATE INDEX sessions_by_account ON ${prefix}sessions (account);

  CREATE TABLE ${prefix}tokens (
    id text PRIMARY KEY,
    digest text NOT NULL UNIQUE,
    name text NOT NULL,
    hint text NOT NULL,
    account text REFERENCES ${prefix}users (id),
    roles text NOT NULL,
    owns text NOT NULL,
    created text NOT NULL,
    expires text NOT NULL,
    used text,
    revoked text
  )${end};

  CREATE TABLE ${prefix}audit (
    sequence integer PRIMARY KEY,
    id text NOT NULL UNIQUE,
    at text NOT NULL,
    who_kind text NOT NULL,
    who_id text NOT NULL,
    who_name text NOT NULL,
    address text,
    action text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL
  )${end};

  CREATE TABLE ${prefix}left_behind (
    digest text PRIMARY KEY,
    kind text NOT NULL,
    data text NOT NULL,
    expires text NOT NULL
  )${end};

  CREATE TABLE ${prefix}attempts (
    who text PRIMARY KEY,
    tries integer NOT NULL,
    ends text NOT NULL
  )${end};
  `;
}
