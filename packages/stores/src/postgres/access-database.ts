import type { AccessDatabase } from '../access/access-store.ts';
import type { Row } from '../access/rows.ts';
import { faults } from '../faults.ts';
import type { Connections } from './connections.ts';
import { LAYOUT } from './migrations.ts';
import type { Statements } from './statements.ts';

/**
 * What access needs of a PostgreSQL. Writers lock the one row that all writers lock: entries of the audit log follow each
 * other without gaps then, and a newer layout is noticed.
 *
 * @param refuseClosed throws when the store is closed
 *
 * Faults: STORE_AWAY, STORE_TOO_NEW and others of the server.
 */
export function accessDatabase(connections: Connections, sql: Statements, refuseClosed: () => void): AccessDatabase {
  return {
    async ask({ text, values }) {
      refuseClosed();
      return connections.read<Row>(text, values);
    },
    async write(statements) {
      refuseClosed();
      await connections.patiently(() =>
        connections.transaction(async ask => {
          await ask(sql.limits);
          const [state] = await ask<{ layout: number }>(sql.lock);
          const layout = state?.layout ?? 0;
          if (layout !== LAYOUT) throw faults.TOO_NEW({ path: connections.path, found: layout, known: LAYOUT });
          for (const { text, values } of statements) await ask(text, values);
        }),
      );
    },
  };
}
