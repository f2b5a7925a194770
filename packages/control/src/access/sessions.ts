import type { AccessChange, SessionRecord, UserRecord } from '@portolan/stores/port';
import type { Desk } from './desk.ts';
import { digestOfSecret, newSecret } from './secrets.ts';
import { type UserView, viewOf } from './users.ts';

/** How long a session lives without being used, and at most; how exactly its use is noted. In milliseconds. */
export const IDLE = 12 * 3_600_000;
export const LONGEST = 7 * 24 * 3_600_000;
const NOTED = 60_000;

/** Longest name of a browser that is kept. */
const AGENT = 200;

/** Where a request comes from. */
export interface Visit {
  readonly from?: string;
  readonly agent?: string;
}

/** A session that begins: the secret goes to the browser, and is never shown again. */
export interface Begun {
  readonly secret: string;
  readonly user: UserView;
  /** When it ends at the latest. */
  readonly expires: Date;
  /** To be written with what else the sign-in changes. */
  readonly changes: readonly AccessChange[];
}

/** A session as its user sees it. */
export interface SessionView {
  readonly id: string;
  readonly created: string;
  readonly seen: string;
  readonly from?: string;
  readonly agent?: string;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/**
 * A new session. Its secret is always made here, so that nobody can plant one in a browser beforehand; the session that
 * the browser had until now ends.
 */
export function begin(desk: Desk, user: UserRecord, visit: Visit, before?: string): Begun {
  const secret = newSecret();
  const now = desk.now();
  const expires = new Date(now.getTime() + LONGEST);
  const { from, agent } = visit;
  const session: SessionRecord = {
    digest: digestOfSecret(secret),
    user: user.id,
    created: now.toISOString(),
    seen: now.toISOString(),
    expires: expires.toISOString(),
    ...(from !== undefined && { from }),
    ...(agent !== undefined && { agent: agent.slice(0, AGENT) }),
  };
  const ended = before === undefined ? [] : [{ kind: 'session-ended' as const, digest: digestOfSecret(before) }];
  return {
    secret,
    user: viewOf(user),
    expires,
    changes: [...ended, { kind: 'session', session }, { kind: 'swept', now: now.toISOString() }],
  };
}

/**
 * The user of a session that has not ended; undefined for every other secret. Its use is noted, to the minute, unless it is
 * only asked about.
 */
export async function userOfSession(desk: Desk, secret: string, unused = false): Promise<UserRecord | undefined> {
  const session = await desk.store.session(digestOfSecret(secret));
  const now = desk.now();
  if (!session || !isAlive(session, now)) return undefined;
  const user = await desk.store.user(session.user);
  if (!user || user.disabled !== undefined) return undefined;
  if (!unused && now.getTime() - Date.parse(session.seen) >= NOTED) {
    await desk.store.write([{ kind: 'session-seen', digest: session.digest, at: now.toISOString() }]);
  }
  return user;
}

/** The sessions of a user that have not ended, newest first. */
export async function sessionsOf(desk: Desk, user: string, current?: string): Promise<readonly SessionView[]> {
  const digest = current === undefined ? undefined : digestOfSecret(current);
  const now = desk.now();
  const all = await desk.store.sessionsOf(user);
  return all
    .filter(session => isAlive(session, now))
    .map(({ digest: own, created, seen, from, agent }) => ({
      id: own.slice(0, 16),
      created,
      seen,
      ...(from !== undefined && { from }),
      ...(agent !== undefined && { agent }),
      current: own === digest,
    }));
}

function isAlive({ seen, expires }: SessionRecord, now: Date): boolean {
  return now.getTime() < Date.parse(expires) && now.getTime() - Date.parse(seen) < IDLE;
}
