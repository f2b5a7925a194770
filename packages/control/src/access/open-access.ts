import type { AccessStore } from '@portolan/stores/port';
import { auditOf, auditRecord } from '../audit/audit.ts';
import type { Log } from '../catalog/model.ts';
import { type Desk, deskOf } from './desk.ts';
import type { AccessMode, Audit, Principal } from './model.ts';
import { createOidc, type Oidc, type OidcSettings } from './oidc.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { anonymous, principalOfUser } from './principal-of.ts';
import { digestOfSecret } from './secrets.ts';
import { type Begun, type SessionView, sessionsOf, userOfSession, type Visit } from './sessions.ts';
import { isNew, setUp, setUpUnwatched, setupSecret } from './setup.ts';
import { changePassword, type NameAndPassword, signIn } from './sign-in.ts';
import { createThrottle, type Limits } from './throttle.ts';
import { createTokens, principalOfSecret, type Tokens } from './tokens.ts';
import { createUsers, type NewUser, subjectOf, type Users } from './users.ts';

export interface AccessOptions {
  readonly store: AccessStore;
  readonly mode: AccessMode;
  readonly oidc?: OidcSettings;
  /** Limits of tries to sign in. */
  readonly limits?: Limits;
  readonly passwords?: Passwords;
  readonly now?: () => Date;
}

/** What a request brings to say who asks. */
export interface Credentials {
  /** The token of `Authorization: Bearer`. */
  readonly bearer?: string;
  /** The secret of the session cookie. */
  readonly session?: string;
  readonly from?: string;
  /** True when somebody else asks about it: the session and the token do not count as used. */
  readonly unused?: true;
}

/** Who asks. `ended` when the request brought a session that is no longer one. */
export interface Recognised {
  readonly principal: Principal;
  readonly ended: boolean;
}

/** Who may do what in a running server. */
export interface Access {
  readonly mode: AccessMode;
  readonly audit: Audit;
  /** Faults: CONTROL_TOKEN_REFUSED. */
  recognise(credentials: Credentials): Promise<Recognised>;
  /** Undefined where there are no accounts. */
  readonly accounts?: Accounts;
}

/** What people do with accounts. `secret` and `session` are those of the session of the browser that asks. */
export interface Accounts {
  readonly users: Users;
  readonly tokens: Tokens;
  readonly oidc?: Oidc;
  isNew(): Promise<boolean>;
  /** For the link that makes the first administrator; undefined once there are users. */
  setupSecret(): Promise<string | undefined>;
  setUp(secret: string, draft: Omit<NewUser, 'roles'>, visit: Visit): Promise<Begun>;
  setUpUnwatched(draft: Omit<NewUser, 'roles'>): Promise<boolean>;
  signIn(given: NameAndPassword, visit: Visit, before?: string): Promise<Begun>;
  signOut(principal: Principal, secret: string): Promise<void>;
  /** Ends all sessions of a user. */
  signOutEverywhere(principal: Principal): Promise<void>;
  sessions(principal: Principal, secret?: string): Promise<readonly SessionView[]>;
  changePassword(
    principal: Principal,
    passwords: { readonly old: string; readonly new: string },
    visit: Visit,
  ): Promise<Begun>;
}

/** Faults: CONTROL_OIDC_SETTINGS. */
export function openAccess(options: AccessOptions): Access {
  const { store, mode, now = () => new Date(), passwords = createPasswords() } = options;
  const desk = deskOf(store, passwords, now);
  const audit = auditOf(store, now);
  if (mode === 'open') return { mode, audit, recognise: everybody };
  return {
    mode,
    audit,
    accounts: accountsOf(desk, options),
    async recognise({ bearer, session, from, unused }) {
      if (bearer !== undefined) return { principal: await principalOfSecret(desk, bearer, from, unused), ended: false };
      const user = session === undefined ? undefined : await userOfSession(desk, session, unused);
      if (user) return { principal: principalOfUser(user, from), ended: false };
      return { principal: anonymous(mode, from), ended: session !== undefined };
    },
  };
}

/** For servers without a store of access: everybody may do everything, and the log remembers what they did. */
export function withoutAccounts(log: Log): Access {
  const audit: Audit = {
    async record(draft) {
      log.info({ ...auditRecord(draft, new Date()) }, 'changed');
    },
    list: async () => [],
  };
  return { mode: 'open', audit, recognise: everybody };
}

async function everybody({ from }: Credentials): Promise<Recognised> {
  return { principal: anonymous('open', from), ended: false };
}

function accountsOf(desk: Desk, { store, oidc, limits }: AccessOptions): Accounts {
  const throttle = createThrottle(store, desk.now, limits);
  const ended = (principal: Principal, detail?: { readonly everywhere: true }) => {
    const subject = subjectOf(principal);
    return { principal, action: 'session.ended', subject, ...(detail && { detail }) };
  };
  return {
    users: createUsers(desk),
    tokens: createTokens(desk),
    ...(oidc && { oidc: createOidc(desk, oidc) }),
    isNew: () => isNew(desk),
    setupSecret: () => setupSecret(desk),
    setUp: (secret, draft, visit) => setUp(desk, secret, draft, visit),
    setUpUnwatched: draft => setUpUnwatched(desk, draft),
    signIn: (given, visit, before) => signIn(desk, throttle, given, visit, before),
    signOut: (principal, secret) =>
      desk.write([{ kind: 'session-ended', digest: digestOfSecret(secret) }], ended(principal)),
    signOutEverywhere: principal =>
      desk.write([{ kind: 'sessions-ended', user: principal.id }], ended(principal, { everywhere: true })),
    sessions: (principal, secret) => sessionsOf(desk, principal.id, secret),
    changePassword: (principal, passwords, visit) => changePassword(desk, throttle, principal.id, passwords, visit),
  };
}
