import type { TokenRecord, UserRecord } from '@portolan/stores/port';
import { faults } from '../faults.ts';
import type { Desk } from './desk.ts';
import { may } from './may.ts';
import type { Owned, Principal, Role } from './model.ts';
import { NOTHING, ownedOf, principalOfToken, rolesOf } from './principal-of.ts';
import { digestOfSecret, newId, newSecret } from './secrets.ts';

/** What every token begins with, so that people and scanners of secrets recognise it. */
export const TOKEN_START = 'ptl_';

/** Characters that are shown of a token: the rest keeps well over 200 random bits. */
const HINT = 10;

/** Longest life of a token, in days. */
export const MOST_DAYS = 366;
const DAY = 24 * 3_600_000;
const NOTED = 60_000;

/** A token as people see it: never its secret. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  /** Its first characters: `ptl_a1B2c3`. */
  readonly hint: string;
  /** Name of the user whose it is; absent for one that is nobody's. */
  readonly user?: string;
  readonly roles: readonly Role[];
  readonly owns: Owned;
  readonly created: string;
  readonly expires: string;
  readonly used?: string;
  readonly state: 'active' | 'expired' | 'revoked';
}

export interface NewToken {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly owns?: Owned;
  /** Days until it expires. */
  readonly days: number;
  /** Whether it is nobody's, such as that of a pipeline, and outlives who made it. Administrators only. */
  readonly shared?: boolean;
}

/** A new token with its secret, which is shown once. */
export interface MadeToken {
  readonly token: TokenView;
  readonly secret: string;
}

/** Tokens: everybody sees and makes their own, administrators see all and make shared ones. */
export interface Tokens {
  list(principal: Principal): Promise<readonly TokenView[]>;
  /** Faults: CONTROL_TOKEN_TOO_LONG, CONTROL_ROLE_NEEDED. */
  create(principal: Principal, draft: NewToken): Promise<MadeToken>;
  /** Faults: CONTROL_TOKEN_UNKNOWN, also for those of others. */
  revoke(principal: Principal, id: string): Promise<TokenView>;
}

export function createTokens(desk: Desk): Tokens {
  async function owners(): Promise<ReadonlyMap<string, UserRecord>> {
    return new Map((await desk.store.users()).map(user => [user.id, user]));
  }

  async function visible(principal: Principal): Promise<readonly TokenRecord[]> {
    const all = await desk.store.tokens();
    return may(principal, 'administer') ? all : all.filter(({ user }) => user === principal.id);
  }

  return {
    async list(principal) {
      const users = await owners();
      return (await visible(principal)).map(token => viewOf(token, users, desk.now()));
    },
    async create(principal, { name, roles, owns = NOTHING, days, shared = false }) {
      if (!(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS)) throw faults.TOKEN_TOO_LONG({ most: MOST_DAYS });
      if (shared && !may(principal, 'administer')) throw refusal(principal, 'the role administrator');
      if (!shared && principal.kind !== 'user') throw refusal(principal, 'a user who signed in');
      const now = desk.now();
      const secret = `${TOKEN_START}${newSecret()}`;
      const token: TokenRecord = {
        id: newId(),
        digest: digestOfSecret(secret),
        name: name.trim(),
        hint: secret.slice(0, HINT),
        ...(!shared && { user: principal.id }),
        roles,
        owns: { ...owns },
        created: now.toISOString(),
        expires: new Date(now.getTime() + days * DAY).toISOString(),
      };
      const users = await owners();
      const owner = users.get(token.user ?? '');
      const given = principalOfToken(token, owner).roles;
      if (owner && roles.some(role => !given.includes(role))) throw refusal(principal, `the role ${roles.at(-1)}`);
      const detail = { hint: token.hint, roles, owns, expires: token.expires, shared };
      const subject = `token:${token.name}`;
      await desk.write([{ kind: 'token', token }], { principal, action: 'token.created', subject, detail });
      return { token: viewOf(token, users, now), secret };
    },
    async revoke(principal, id) {
      const token = (await visible(principal)).find(known => known.id === id);
      if (!token) throw faults.TOKEN_UNKNOWN({ id });
      const now = desk.now();
      const revoked = { ...token, revoked: token.revoked ?? now.toISOString() };
      const subject = `token:${token.name}`;
      const detail = { hint: token.hint };
      await desk.write([{ kind: 'token', token: revoked }], { principal, action: 'token.revoked', subject, detail });
      return viewOf(revoked, await owners(), now);
    },
  };
}

/**
 * Who a token stands for. Its use is noted, to the minute, unless it is only asked about.
 * Faults: CONTROL_TOKEN_REFUSED, the same for every reason.
 */
export async function principalOfSecret(desk: Desk, secret: string, from?: string, unused = false): Promise<Principal> {
  const token = await desk.store.token(digestOfSecret(secret));
  const now = desk.now();
  if (!token || stateOf(token, now) !== 'active') throw faults.TOKEN_REFUSED();
  const user = token.user === undefined ? undefined : await desk.store.user(token.user);
  if (token.user !== undefined && (!user || user.disabled !== undefined)) throw faults.TOKEN_REFUSED();
  const isNews = token.used === undefined || now.getTime() - Date.parse(token.used) >= NOTED;
  if (isNews && !unused) {
    await desk.store.write([{ kind: 'token-used', id: token.id, at: now.toISOString() }]);
  }
  return principalOfToken(token, user, from);
}

function viewOf(token: TokenRecord, users: ReadonlyMap<string, UserRecord>, now: Date): TokenView {
  const { id, name, hint, created, expires, used } = token;
  const user = users.get(token.user ?? '')?.name;
  return {
    id,
    name,
    hint,
    ...(user !== undefined && { user }),
    roles: rolesOf(token),
    owns: ownedOf(token),
    created,
    expires,
    ...(used !== undefined && { used }),
    state: stateOf(token, now),
  };
}

function stateOf({ revoked, expires }: TokenRecord, now: Date): TokenView['state'] {
  if (revoked !== undefined) return 'revoked';
  return now.getTime() < Date.parse(expires) ? 'active' : 'expired';
}

function refusal({ name }: Principal, needed: string) {
  return faults.ROLE_NEEDED({ name, needed });
}
