import type { AccessChange, AccessStore } from '@portolan/stores/port';
import { auditRecord } from '../audit/audit.ts';
import type { AuditDraft } from './model.ts';
import type { Passwords } from './passwords.ts';

/** What the parts of access work with. */
export interface Desk {
  readonly store: AccessStore;
  readonly passwords: Passwords;
  now(): Date;
  /** Writes changes together with what the audit log says of them. */
  write(changes: readonly AccessChange[], ...drafts: readonly AuditDraft[]): Promise<void>;
}

export function deskOf(store: AccessStore, passwords: Passwords, now: () => Date): Desk {
  return {
    store,
    passwords,
    now,
    write: (changes, ...drafts) =>
      store.write(
        changes,
        drafts.map(draft => auditRecord(draft, now())),
      ),
  };
}
