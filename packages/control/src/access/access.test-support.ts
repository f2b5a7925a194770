import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@portolan/stores/port';
import { openSqlite } from '@portolan/stores/sqlite';
import { onTestFinished } from 'vitest';
import type { Owned, Principal, Role } from './model.ts';
import { type Access, type AccessOptions, type Accounts, openAccess } from './open-access.ts';

/** Passwords that are good enough. */
export const PASSWORD = 'correct horse battery';
export const OTHER_PASSWORD = 'staple of seven words';

export const OWNS_NOTHING: Owned = { services: [], teams: [], sources: [] };

/** Somebody with these roles. */
export function somebody(...roles: readonly Role[]): Principal {
  return { kind: 'user', id: 'test', name: 'test', roles, owns: OWNS_NOTHING, from: '192.0.2.1' };
}

/** Access over a store of its own, with a clock that tests move. */
export interface TestAccess {
  readonly access: Access;
  readonly accounts: Accounts;
  readonly store: Store;
  /** Lets time pass, in milliseconds. */
  readonly pass: (milliseconds: number) => void;
  /** Who a session is. */
  readonly whoIs: (secret: string) => Promise<Principal>;
  /** What the audit log says, oldest first. */
  readonly told: () => Promise<readonly string[]>;
}

export async function testAccess(options: Partial<AccessOptions> = {}): Promise<TestAccess> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-access-'));
  const store = await openSqlite(join(folder, 'portolan.db'));
  onTestFinished(async () => {
    await store[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });
  let now = Date.parse('2026-03-01T10:00:00.000Z');
  const access = openAccess({ store: store.access, mode: 'closed', now: () => new Date(now), ...options });
  return {
    access,
    accounts: access.accounts as Accounts,
    store,
    pass: milliseconds => {
      now += milliseconds;
    },
    whoIs: async session => (await access.recognise({ session })).principal,
    told: async () => {
      const entries = await access.audit.list({ limit: 500 });
      return entries.map(({ who, action, subject }) => `${who.name} ${action} ${subject}`).reverse();
    },
  };
}
