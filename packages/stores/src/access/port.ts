/**
 * What a store keeps about who may do what. It keeps it, and decides nothing: rules, roles and times are the callers'.
 * Secrets come here as digests only. All times are ISO 8601 in UTC, so that they compare as texts.
 */
export interface AccessStore {
  /** Sorted by name. */
  users(): Promise<readonly UserRecord[]>;
  user(id: string): Promise<UserRecord | undefined>;
  /** By the name for signing in, whatever its case. */
  userCalled(name: string): Promise<UserRecord | undefined>;
  /** By what an identity provider knows somebody as. */
  userKnownAs(issuer: string, subject: string): Promise<UserRecord | undefined>;

  /** By the digest of its secret. */
  session(digest: string): Promise<SessionRecord | undefined>;
  /** Newest first. */
  sessionsOf(user: string): Promise<readonly SessionRecord[]>;

  /** Newest first. */
  tokens(): Promise<readonly TokenRecord[]>;
  /** By the digest of its secret. */
  token(digest: string): Promise<TokenRecord | undefined>;

  /** Newest first. */
  audit(page: AuditSelection): Promise<readonly AuditRecord[]>;

  /**
   * Writes changes and what the audit log says of them as one transaction.
   * Faults: STORE_NAME_TAKEN when a user would get the name or the identity of another.
   */
  write(changes: readonly AccessChange[], audit?: readonly AuditRecordDraft[]): Promise<void>;

  /** Gives what was left under a secret, and removes it: of several that ask at once, one gets it. */
  take(kind: string, digest: string, now: string): Promise<string | undefined>;

  /** Counts one more try of somebody. The count begins anew after `ends`, which is set by the first try. */
  attempt(who: string, now: string, ends: string): Promise<Attempts>;

  /** All that a backup carries: users, tokens and the audit log, oldest entry first. Sessions are not. */
  kept(): AsyncIterable<KeptAccess>;
}

export interface UserRecord {
  readonly id: string;
  /** For signing in; unique whatever its case. */
  readonly name: string;
  /** What others call them. */
  readonly title: string;
  /** Hash in the PHC string format; absent for who signs in elsewhere. */
  readonly password?: string;
  /** Who an identity provider says it is. */
  readonly identity?: { readonly issuer: string; readonly subject: string };
  readonly roles: readonly string[];
  readonly owns: Readonly<Record<string, readonly string[]>>;
  readonly created: string;
  /** Since when they may not sign in. */
  readonly disabled?: string;
}

export interface SessionRecord {
  readonly digest: string;
  readonly user: string;
  readonly created: string;
  /** When it was last used, to the minute. */
  readonly seen: string;
  /** When it ends, whatever happens. */
  readonly expires: string;
  readonly from?: string;
  /** What the browser calls itself. */
  readonly agent?: string;
}

export interface TokenRecord {
  readonly id: string;
  readonly digest: string;
  readonly name: string;
  /** Its first characters, by which people recognise it. */
  readonly hint: string;
  /** Whose it is; absent for one that belongs to nobody, such as that of a pipeline. */
  readonly user?: string;
  readonly roles: readonly string[];
  readonly owns: Readonly<Record<string, readonly string[]>>;
  readonly created: string;
  readonly expires: string;
  /** When it was last used, to the minute. */
  readonly used?: string;
  readonly revoked?: string;
}

export interface AuditRecordDraft {
  /** Chosen by the writer, so that a try that is repeated writes no second entry. */
  readonly id: string;
  readonly at: string;
  readonly who: { readonly kind: string; readonly id: string; readonly name: string };
  readonly from?: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditRecord extends AuditRecordDraft {
  readonly sequence: number;
}

/** Which entries of the audit log. `action` may end with a dot, and then stands for all that begin with it. */
export interface AuditSelection {
  readonly limit: number;
  readonly before?: number;
  readonly action?: string;
  readonly who?: string;
  readonly subject?: string;
}

/** How often somebody tried, this try included, and until when that is counted. */
export interface Attempts {
  readonly count: number;
  readonly ends: string;
}

export type AccessChange =
  /** Adds a user, or replaces the one with this id. */
  | { readonly kind: 'user'; readonly user: UserRecord }
  /** Adds a token, or replaces the one with this id. */
  | { readonly kind: 'token'; readonly token: TokenRecord }
  | { readonly kind: 'token-used'; readonly id: string; readonly at: string }
  | { readonly kind: 'session'; readonly session: SessionRecord }
  | { readonly kind: 'session-seen'; readonly digest: string; readonly at: string }
  | { readonly kind: 'session-ended'; readonly digest: string }
  /** Ends all sessions of a user, but for the one with this digest. */
  | { readonly kind: 'sessions-ended'; readonly user: string; readonly except?: string }
  /** Leaves something under a secret, for whoever comes with it in time. */
  | {
      readonly kind: 'left';
      readonly what: string;
      readonly digest: string;
      readonly data: string;
      readonly expires: string;
    }
  /** Removes everything of a kind that was left. */
  | { readonly kind: 'left-removed'; readonly what: string }
  /** Forgets how often somebody tried. */
  | { readonly kind: 'attempts-forgotten'; readonly who: string }
  /** Takes one try back: it was none. */
  | { readonly kind: 'attempt-taken-back'; readonly who: string }
  /** Removes what has expired. */
  | { readonly kind: 'swept'; readonly now: string };

/** What a backup carries of it. */
export type KeptAccess =
  | { readonly kind: 'user'; readonly user: UserRecord }
  | { readonly kind: 'token'; readonly token: TokenRecord }
  | { readonly kind: 'audit'; readonly entry: AuditRecord };
