import type {
  AccessMode,
  AuditEntry,
  MadeToken,
  NewToken,
  NewUser,
  Owned,
  Principal,
  Role,
  SessionView,
  TokenView,
  UserChange,
  UserView,
} from '@portolan/control';

export type { AuditEntry, MadeToken, NewToken, NewUser, Owned, Role, SessionView, TokenView, UserChange, UserView };

/** GET /api/v1/session: who asks, and how one signs in here. */
export interface SessionInfo {
  readonly access: AccessMode;
  /** Absent for somebody unknown. */
  readonly who?: Pick<Principal, 'id' | 'name' | 'roles' | 'owns'> & { readonly kind: 'user' | 'token' };
  /** True when the browser brought a session that has ended. */
  readonly ended: boolean;
  /** True while nobody can sign in, because there is no administrator yet. */
  readonly isNew: boolean;
  /** The identity provider, where there is one. */
  readonly provider?: { readonly label: string };
}

/** GET /api/v1/audit — filters: action, who, subject */
export interface AuditList {
  /** Newest first. */
  readonly items: readonly AuditEntry[];
  readonly next?: string;
}
