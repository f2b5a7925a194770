import type { UserRecord } from '@portolan/stores/port';
import { faults } from '../faults.ts';
import type { Desk } from './desk.ts';
import { refuseWeak } from './passwords.ts';
import { anonymous, principalOfUser } from './principal-of.ts';
import { type Begun, begin, type Visit } from './sessions.ts';
import type { Throttle } from './throttle.ts';
import { subjectOf } from './users.ts';

/** What somebody signs in with. */
export interface NameAndPassword {
  readonly name: string;
  readonly password: string;
}

/**
 * Signs a user in. Unknown, disabled and wrong are one answer after the same work.
 *
 * @param before the secret of the session that the browser has now, which ends
 *
 * Faults: CONTROL_SIGN_IN_REFUSED, CONTROL_TOO_MANY_TRIES, CONTROL_SIGN_IN_BUSY.
 */
export async function signIn(
  desk: Desk,
  throttle: Throttle,
  { name, password }: NameAndPassword,
  visit: Visit,
  before?: string,
): Promise<Begun> {
  await throttle.count(name, visit.from);
  const user = await desk.store.userCalled(name);
  const hash = user?.disabled === undefined ? user?.password : undefined;
  const matches = await desk.passwords.matches(password, hash);
  if (!user || !matches) {
    const principal = anonymous('closed', visit.from);
    const subject = user ? subjectOf(user) : 'user:unknown';
    await desk.write([], { principal, action: 'session.refused', subject });
    throw faults.SIGN_IN_REFUSED();
  }
  await throttle.forgive(name, visit.from);
  return await started(desk, user, visit, before);
}

/** Begins the session of somebody who has proved who they are. */
export async function started(desk: Desk, user: UserRecord, visit: Visit, before?: string): Promise<Begun> {
  const begun = begin(desk, user, visit, before);
  const principal = principalOfUser(user, visit.from);
  await desk.write(begun.changes, { principal, action: 'session.started', subject: subjectOf(user) });
  return begun;
}

/**
 * Gives a user another password and a new session; all others end, because somebody may have known the old one.
 * Faults: CONTROL_SIGN_IN_REFUSED, CONTROL_TOO_MANY_TRIES, CONTROL_PASSWORD_WEAK, CONTROL_PASSWORD_ELSEWHERE.
 */
export async function changePassword(
  desk: Desk,
  throttle: Throttle,
  id: string,
  passwords: { readonly old: string; readonly new: string },
  visit: Visit,
): Promise<Begun> {
  const user = await desk.store.user(id);
  if (!user) throw faults.SIGN_IN_REFUSED();
  if (user.identity) throw faults.PASSWORD_ELSEWHERE({ name: user.name });
  await throttle.count(user.name, visit.from);
  if (!(await desk.passwords.matches(passwords.old, user.password))) throw faults.SIGN_IN_REFUSED();
  refuseWeak(passwords.new, user.name);
  await throttle.forgive(user.name, visit.from);
  const after = { ...user, password: await desk.passwords.hash(passwords.new) };
  const begun = begin(desk, after, visit);
  const principal = principalOfUser(after, visit.from);
  await desk.write([{ kind: 'user', user: after }, { kind: 'sessions-ended', user: id }, ...begun.changes], {
    principal,
    action: 'user.changed',
    subject: subjectOf(user),
    detail: { changed: 'password' },
  });
  return begun;
}
