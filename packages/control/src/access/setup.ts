import { faults } from '../faults.ts';
import type { Desk } from './desk.ts';
import { COMMAND_LINE, principalOfUser } from './principal-of.ts';
import { digestOfSecret, newSecret } from './secrets.ts';
import { type Begun, begin, type Visit } from './sessions.ts';
import { createdBy, type NewUser, refuseBad, userOf } from './users.ts';

/** How long the link for the first administrator can be used, in milliseconds. */
const LINK_LIFE = 24 * 3_600_000;
const SETUP = 'setup';

/** Whether nobody can sign in yet. */
export async function isNew(desk: Desk): Promise<boolean> {
  return (await desk.store.users()).length === 0;
}

/** A secret with which the first administrator is made; undefined once there are users. */
export async function setupSecret(desk: Desk): Promise<string | undefined> {
  if (!(await isNew(desk))) return undefined;
  const secret = newSecret();
  const expires = new Date(desk.now().getTime() + LINK_LIFE).toISOString();
  await desk.store.write([{ kind: 'left', what: SETUP, digest: digestOfSecret(secret), data: '{}', expires }]);
  return secret;
}

/**
 * Makes the first administrator and signs them in. A secret serves once; a password that is too weak does not use it up.
 * Faults: CONTROL_SETUP_REFUSED, CONTROL_NAME_INVALID, CONTROL_PASSWORD_WEAK.
 */
export async function setUp(desk: Desk, secret: string, draft: Omit<NewUser, 'roles'>, visit: Visit): Promise<Begun> {
  if (!(await isNew(desk))) throw faults.SETUP_REFUSED();
  refuseBad(draft.name, draft.password);
  const left = await desk.store.take(SETUP, digestOfSecret(secret), desk.now().toISOString());
  if (left === undefined) throw faults.SETUP_REFUSED();
  const user = await userOf(desk, { ...draft, roles: ['administrator'] });
  const begun = begin(desk, user, visit);
  const principal = principalOfUser(user, visit.from);
  await desk.write(
    [{ kind: 'user', user }, { kind: 'left-removed', what: SETUP }, ...begun.changes],
    createdBy(principal, user),
  );
  return begun;
}

/**
 * Makes the first administrator where there is no user yet, for installations that nobody watches; true when it did.
 * Faults: CONTROL_NAME_INVALID, CONTROL_PASSWORD_WEAK.
 */
export async function setUpUnwatched(desk: Desk, draft: Omit<NewUser, 'roles'>): Promise<boolean> {
  if (!(await isNew(desk))) return false;
  const user = await userOf(desk, { ...draft, roles: ['administrator'] });
  await desk.write(
    [
      { kind: 'user', user },
      { kind: 'left-removed', what: SETUP },
    ],
    createdBy(COMMAND_LINE, user),
  );
  return true;
}
