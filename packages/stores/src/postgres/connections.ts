import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { faults } from '../faults.ts';
import type { Address } from './address.ts';
import { classify, isPassing } from './classify.ts';

/** Runs a statement with its parameters, and waits so many milliseconds for the answer: as long as addresses say by default. */
export type Ask = <Row>(text: string, values?: readonly unknown[], wait?: number) => Promise<Row[]>;

/** The connections of one store. */
export interface Connections {
  /** The address without secrets. */
  readonly path: string;
  /** Runs one reading statement; again, on another connection, when the connection was lost. Faults: STORE_AWAY and others. */
  readonly read: Ask;
  /** Runs work in a transaction on a connection of its own, once. Throws what the driver threw. */
  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** Repeats work, with growing pauses, while it fails for reasons that pass. Faults: STORE_AWAY and others. */
  patiently<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Connections that one process keeps at most. */
const MOST = 10;

/** Pauses between two tries, in milliseconds: each is twice the one before, up to the longest. */
const FIRST_PAUSE = 25;
const LONGEST_PAUSE = 1_000;

/** `patience`: milliseconds that a call keeps trying while the server is away. */
export function connectionsTo({ config, shown: path }: Address, patience: number): Connections {
  const pool = new pg.Pool({ ...config, max: MOST, application_name: 'portolan', allowExitOnIdle: true });
  // A connection that breaks while nobody uses it is replaced when one is needed.
  pool.on('error', () => undefined);
  let closing: Promise<void> | undefined;

  async function using<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    // Between two statements a lost connection is nobody's error; the next statement meets it.
    const deaf = () => undefined;
    client.on('error', deaf);
    let broken = false;
    try {
      return await work(async (text, values, wait) => {
        const statement = {
          text,
          ...(values && { values: [...values] }),
          ...(wait !== undefined && { query_timeout: wait }),
        };
        return (await client.query(statement)).rows;
      });
    } catch (error) {
      broken = isPassing(error);
      throw error;
    } finally {
      client.off('error', deaf);
      client.release(broken);
    }
  }

  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    const end = performance.now() + patience;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      if (closing) throw faults.CLOSED({ path });
      try {
        return await work();
      } catch (error) {
        if (!isPassing(error) || performance.now() + pause > end) throw classify(error, path);
      }
      // Several processes that lost the same server do not come back all at once.
      await sleep(pause * (0.5 + Math.random() / 2));
    }
  }

  return {
    path,
    read: (text, values, wait) => patiently(() => using(ask => ask(text, values, wait))),
    transaction: work =>
      using(async ask => {
        await ask('BEGIN');
        try {
          const result = await work(ask);
          await ask('COMMIT');
          return result;
        } catch (error) {
          if (!isPassing(error)) await ask('ROLLBACK');
          throw error;
        }
      }),
    patiently,
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}
