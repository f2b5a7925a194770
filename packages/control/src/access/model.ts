/**
 * Who asks, and what they may: the contract of everything that changes something.
 *
 * - An operation of the API says in its declaration what it `needs` (apps/server/src/api/operation.ts). Its handler is
 *   only run for a principal that may, and finds it in `call.principal`.
 * - Where it depends on a thing who may, the handler asks again with that thing:
 *   `demand(principal, owning({ service }))`.
 * - A change is told to the audit log: `audit.record({ principal, action, subject, detail })`.
 */

/** Each role includes the ones before it; `owner` only for what the principal owns. */
export const ROLES = ['reader', 'owner', 'governor', 'administrator'] as const;

/**
 * - `reader` reads everything.
 * - `owner` also changes what belongs to their services, teams and sources: pushes documents, signs off changes.
 * - `governor` also does so for everything, and decides about exceptions to rules (waivers).
 * - `administrator` also decides who has which role, makes tokens for programs, and reads the audit log.
 */
export type Role = (typeof ROLES)[number];

/** What an owner owns, by id as the chart and the catalog have it. `*` stands for all of a kind. */
export interface Owned {
  readonly services: readonly string[];
  readonly teams: readonly string[];
  /** Names of sources, whose documents an owner may push. */
  readonly sources: readonly string[];
}

/** Who asks. */
export interface Principal {
  readonly kind: 'user' | 'token' | 'anonymous';
  /** Of the user or the token, stable for good; `anonymous` for somebody unknown. */
  readonly id: string;
  /** For people: the name of the user, or what the token is called. */
  readonly name: string;
  /** Those that were given; see `may` for what they include. Empty for somebody unknown where sign-in is asked for. */
  readonly roles: readonly Role[];
  readonly owns: Owned;
  /** Network address that the request came from; absent for commands on the machine itself. */
  readonly from?: string;
}

/**
 * What an operation needs.
 *
 * - `nothing`: everybody may, also where reading needs sign-in: health, the sign-in itself.
 * - `known`: whoever has signed in or sends a token, whatever their role.
 * - `account`: a user who signed in, for what is their own.
 * - `read`, `own`, `govern`, `administer`: the role of that name, or a higher one. `own` is had by an owner of anything.
 */
export type Need = 'nothing' | 'known' | 'account' | 'read' | 'own' | 'govern' | 'administer';

/** A need, or the right to change one thing. */
export type Permission = Need | Owning;

/** The right to change what belongs to a thing: had by who owns one of those named, and by governors. */
export interface Owning {
  readonly own: { readonly service?: string; readonly team?: string; readonly source?: string };
}

/**
 * Who may do what without signing in.
 *
 * - `open`: everything; there are no accounts. For one's own machine.
 * - `read`: everybody reads, changes need an account.
 * - `closed`: everything needs an account.
 */
export type AccessMode = 'open' | 'read' | 'closed';

export const ACCESS_MODES = ['open', 'read', 'closed'] as const satisfies readonly AccessMode[];

/** Something that was done, to be remembered. */
export interface AuditDraft {
  readonly principal: Principal;
  /** What was done, a word for the thing and one for the deed: `user.created`, `document.pushed`, `waiver.granted`. */
  readonly action: string;
  /** To what: the kind and the id or name of a thing, such as `user:ada` or `document:shop/orders.yaml`. */
  readonly subject: string;
  /** What else is worth knowing: short and plain, never a secret. Members called as secrets are left out in any case. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** An entry of the audit log. */
export interface AuditEntry {
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: Pick<Principal, 'kind' | 'id' | 'name'>;
  readonly from?: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The memory of every change. Nothing in it is ever altered or removed by Portolan. */
export interface Audit {
  /** Resolves when it is durable. */
  record(draft: AuditDraft): Promise<void>;
  /** Newest first; `before` is the sequence to continue below. */
  list(page: AuditPage): Promise<readonly AuditEntry[]>;
}

/** Which entries: those of one action (or all that begin with `user.`), of one who, about one subject. */
export interface AuditPage {
  readonly limit: number;
  readonly before?: number;
  readonly action?: string;
  readonly who?: string;
  readonly subject?: string;
}
