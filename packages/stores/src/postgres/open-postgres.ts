import type { Store } from '../port.ts';
import { addressOf } from './address.ts';
import { connectionsTo } from './connections.ts';
import { migrate } from './migrations.ts';
import { postgresStore } from './store.ts';

/** How patient a store is, in milliseconds. */
export interface PostgresOptions {
  /** How long a call keeps trying while the server is away. Default 2,000. */
  readonly patience?: number;
  /** The pause between two looks at what other processes recorded. Default 1,000. */
  readonly pace?: number;
}

/**
 * Opens the store in a PostgreSQL (13 or newer) by its address, and makes its tables where there are none. Any number of
 * processes may have it open. A change is acknowledged when the server has committed it.
 *
 * Faults: STORE_ADDRESS_INVALID, STORE_AWAY, STORE_REFUSED, STORE_TOO_NEW, STORE_UNREADABLE.
 */
export async function openPostgres(address: string, options: PostgresOptions = {}): Promise<Store> {
  const { patience = 2_000, pace = 1_000 } = options;
  const known = addressOf(address);
  const connections = connectionsTo(known, patience);
  try {
    await connections.patiently(() => migrate(connections, known.schema));
  } catch (error) {
    await connections.close();
    throw error;
  }
  return postgresStore(connections, known.schema, pace);
}
