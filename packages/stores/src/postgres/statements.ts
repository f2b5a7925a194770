/** Every statement of a store in a schema. The name of the schema was checked: it is a plain word. */
export function statements(schema: string) {
  const entry = `e.sequence, e.at, e.kind, e.digest, d.name AS document, d.source, d.path,
    (SELECT json_agg(json_build_object('location', f.location, 'digest', f.digest) ORDER BY f.position)
     FROM ${schema}.files f WHERE f.entry = e.sequence) AS files`;
  const entries = `${schema}.entries e JOIN ${schema}.documents d ON d.id = e.document`;
  return {
    heads: `SELECT ${entry} FROM ${schema}.documents d JOIN ${schema}.entries e ON e.sequence = d.head
      WHERE e.kind = 'revision' AND ($1::text IS NULL OR d.source = $1)`,
    history: `SELECT ${entry} FROM ${entries} WHERE d.name = $1 AND ($2::bigint IS NULL OR e.sequence < $2)
      ORDER BY e.sequence DESC LIMIT $3`,
    historyLength: `SELECT count(*)::integer AS length FROM ${entries} WHERE d.name = $1`,
    revision: `SELECT ${entry} FROM ${entries} WHERE d.name = $1 AND e.digest = $2 ORDER BY e.sequence DESC LIMIT 1`,
    log: `SELECT ${entry} FROM ${entries} WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2`,
    text: `SELECT text FROM ${schema}.texts WHERE digest = $1`,
    sequence: `SELECT sequence FROM ${schema}.state`,

    /** The one row that writers lock, one after the other. */
    lock: `SELECT layout, sequence FROM ${schema}.state FOR UPDATE`,
    /** What a transaction may cost others: it waits and idles for so long at most. */
    limits: `SET LOCAL lock_timeout = '15s'; SET LOCAL idle_in_transaction_session_timeout = '60s'`,
    known: `SELECT d.name, e.kind, e.digest FROM ${schema}.documents d JOIN ${schema}.entries e ON e.sequence = d.head
      WHERE d.name = ANY ($1::text[])`,
    present: `SELECT digest FROM ${schema}.texts WHERE digest = ANY ($1::text[])`,
    identity: `SELECT e.at, d.name FROM ${entries} WHERE e.sequence = $1`,
    addTexts: `INSERT INTO ${schema}.texts (digest, text) SELECT * FROM unnest($1::text[], $2::bytea[])
      ON CONFLICT (digest) DO NOTHING`,
    /** Documents (1 to 4), entries (5 to 9), files (10 to 13) and the newest sequence (14), at once: foreign keys are checked at the end. */
    add: `WITH kept AS (
        INSERT INTO ${schema}.documents (name, source, path, head)
        SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
        ON CONFLICT (name) DO UPDATE SET source = excluded.source, path = excluded.path, head = excluded.head
        RETURNING id, name
      ), added AS (
        INSERT INTO ${schema}.entries (sequence, at, document, kind, digest)
        SELECT e.sequence, e.at, kept.id, e.kind, e.digest
        FROM unnest($5::bigint[], $6::timestamptz[], $7::text[], $8::text[], $9::text[]) AS e (sequence, at, document, kind, digest)
        JOIN kept ON kept.name = e.document
      ), filed AS (
        INSERT INTO ${schema}.files (entry, position, location, digest)
        SELECT * FROM unnest($10::bigint[], $11::integer[], $12::text[], $13::text[])
      )
      UPDATE ${schema}.state SET sequence = $14::bigint`,
  };
}

export type Statements = ReturnType<typeof statements>;
