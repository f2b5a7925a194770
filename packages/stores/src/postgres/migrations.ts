import { accessTables } from '../access/tables.ts';
import { faults } from '../faults.ts';
import { reviewTables } from '../reviews/tables.ts';
import { watchTables } from '../watches/tables.ts';
import type { Ask, Connections } from './connections.ts';

/** First half of the key of our advisory locks: the bytes `PORT`. The second is the schema. */
const LOCK = 0x504f5254;

/** How long a step may take, in milliseconds: tables may have grown large. */
const STEP = 3_600_000;

/** One step from a layout to the next, for a schema. */
export type Step = (schema: string) => string;

/**
 * Steps from one layout to the next; the number of a layout is how many steps it took. Forward only: a step that was
 * released is never edited, a new one is added.
 *
 * Texts are bytes because the text type of PostgreSQL holds no zero byte, and files may. The one row of `state` is what
 * writers lock: sequences have no gaps then, and become visible in their order.
 */
export const STEPS: readonly Step[] = [
  schema => `
  CREATE TABLE ${schema}.state (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    layout integer NOT NULL,
    sequence bigint NOT NULL
  );
  INSERT INTO ${schema}.state (layout, sequence) VALUES (0, 0);

  CREATE TABLE ${schema}.texts (
    digest text PRIMARY KEY,
    text bytea NOT NULL
  );

  CREATE TABLE ${schema}.documents (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    source text NOT NULL,
    path text NOT NULL,
    head bigint NOT NULL
  );
  CREATE INDEX documents_by_source ON ${schema}.documents (source);

  CREATE TABLE ${schema}.entries (
    sequence bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    document bigint NOT NULL REFERENCES ${schema}.documents (id),
    kind text NOT NULL CHECK (kind IN ('revision', 'removal')),
    digest text,
    CHECK ((kind = 'revision') = (digest IS NOT NULL))
  );
  CREATE INDEX entries_by_document ON ${schema}.entries (document, sequence);
  ALTER TABLE ${schema}.documents ADD FOREIGN KEY (head) REFERENCES ${schema}.entries (sequence);

  CREATE TABLE ${schema}.files (
    entry bigint NOT NULL REFERENCES ${schema}.entries (sequence),
    position integer NOT NULL,
    location text NOT NULL,
    digest text NOT NULL REFERENCES ${schema}.texts (digest),
    PRIMARY KEY (entry, position)
  );
  `,
  schema => accessTables(`${schema}.`, ''),
  schema => reviewTables(`${schema}.`, ''),
  schema => watchTables(`${schema}.`, ''),
];

/** The layout that this Portolan writes. */
export const LAYOUT = STEPS.length;

/**
 * Brings a schema to the newest layout, each step in a transaction of its own. Processes that start at the same time wait
 * for each other, so each step is taken once. A schema that is current is only looked at: no right to change it is needed.
 *
 * Faults: STORE_TOO_NEW, STORE_UNREADABLE for a schema that is not ours.
 */
export async function migrate(connections: Connections, schema: string, steps: readonly Step[] = STEPS): Promise<void> {
  const { path } = connections;
  let layout = await connections.transaction(ask => layoutOf(ask, schema, path));
  while (layout < steps.length) {
    layout = await connections.transaction(async ask => {
      await ask('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCK, schema], STEP);
      const found = await layoutOf(ask, schema, path);
      const step = steps[found];
      if (!step) return found;
      if (found === 0) await makeSchema(ask, schema);
      await ask(step(schema), undefined, STEP);
      await ask(`UPDATE ${schema}.state SET layout = $1`, [found + 1]);
      return found + 1;
    });
  }
  if (layout > steps.length) throw faults.TOO_NEW({ path, found: layout, known: steps.length });
}

/** The layout of a schema; 0 when there is nothing in it. */
async function layoutOf(ask: Ask, schema: string, path: string): Promise<number> {
  const [there] = await ask<{ state: boolean; tables: boolean; encoding: string }>(
    `SELECT to_regclass($1 || '.state') IS NOT NULL AS state, current_setting('server_encoding') AS encoding,
       EXISTS (SELECT FROM pg_class WHERE relkind = 'r' AND relnamespace = to_regnamespace($1)) AS tables`,
    [schema],
  );
  if (there?.encoding !== 'UTF8') {
    throw faults.UNREADABLE({ path, reason: `the database is encoded in ${there?.encoding}, and has to be in UTF8` });
  }
  if (there.state) return (await ask<{ layout: number }>(`SELECT layout FROM ${schema}.state`))[0]?.layout ?? 0;
  if (there.tables) throw faults.UNREADABLE({ path, reason: `its schema ${schema} is that of another application` });
  return 0;
}

/** A role may own its schema without the right to make one, so it is made only where it is missing. */
async function makeSchema(ask: Ask, schema: string): Promise<void> {
  const [there] = await ask<{ made: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS made', [schema]);
  if (!there?.made) await ask(`CREATE SCHEMA ${schema}`);
}
