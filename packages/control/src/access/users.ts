import type { AccessChange, UserRecord } from '@portolan/stores/port';
import { faults } from '../faults.ts';
import type { Desk } from './desk.ts';
import type { Owned, Principal, Role } from './model.ts';
import { refuseWeak } from './passwords.ts';
import { NOTHING, ownedOf, rolesOf } from './principal-of.ts';
import { newId } from './secrets.ts';

/** A user as administrators see it. */
export interface UserView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly owns: Owned;
  readonly created: string;
  readonly disabled?: string;
  /** `password`, or the address of the identity provider. */
  readonly signsInWith: string;
}

/** A user to be made. */
export interface NewUser {
  readonly name: string;
  readonly title?: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly owns?: Owned;
}

/** What of a user can be changed by an administrator; what is left out stays. */
export interface UserChange {
  readonly title?: string;
  readonly roles?: readonly Role[];
  readonly owns?: Owned;
  readonly disabled?: boolean;
  /** A new password, for who has forgotten the old one. Ends all sessions. */
  readonly password?: string;
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u;

/** Users as administrators make and change them. They are never removed: the audit log speaks of them. */
export interface Users {
  list(): Promise<readonly UserView[]>;
  /** Faults: CONTROL_NAME_INVALID, CONTROL_PASSWORD_WEAK, STORE_NAME_TAKEN. */
  create(principal: Principal, draft: NewUser): Promise<UserView>;
  /** Faults: CONTROL_USER_UNKNOWN, CONTROL_LAST_ADMINISTRATOR, CONTROL_PASSWORD_WEAK, CONTROL_PASSWORD_ELSEWHERE. */
  change(principal: Principal, id: string, change: UserChange): Promise<UserView>;
}

export function createUsers(desk: Desk): Users {
  return {
    list: async () => (await desk.store.users()).map(viewOf),
    async create(principal, draft) {
      const user = await userOf(desk, draft);
      await desk.write([{ kind: 'user', user }], createdBy(principal, user));
      return viewOf(user);
    },
    async change(principal, id, change) {
      const before = await desk.store.user(id);
      if (!before) throw faults.USER_UNKNOWN({ id });
      const after = await changed(desk, before, change);
      if (isAdministrator(before) && !isAdministrator(after)) await refuseLast(desk, before);
      const isLockedOut = after.disabled !== undefined || change.password !== undefined;
      const ended: AccessChange[] = isLockedOut ? [{ kind: 'sessions-ended', user: id }] : [];
      const { password, ...told } = change;
      const detail = { ...told, ...(password !== undefined && { changed: 'password' }) };
      const action = change.disabled === true ? 'user.disabled' : 'user.changed';
      await desk.write([{ kind: 'user', user: after }, ...ended], {
        principal,
        action,
        subject: subjectOf(before),
        detail,
      });
      return viewOf(after);
    },
  };
}

/** A user with a password that was never there before. */
export async function userOf(
  desk: Desk,
  { name, title, password, roles, owns = NOTHING }: NewUser,
): Promise<UserRecord> {
  refuseBad(name, password);
  return {
    id: newId(),
    name,
    title: title?.trim() || name,
    password: await desk.passwords.hash(password),
    roles,
    owns: { ...owns },
    created: desk.now().toISOString(),
  };
}

/** What the audit log says of a new user. */
export function createdBy(principal: Principal, user: UserRecord) {
  const detail = { roles: user.roles, owns: user.owns, signsInWith: viewOf(user).signsInWith };
  return { principal, action: 'user.created', subject: subjectOf(user), detail };
}

/** How the audit log calls a user. */
export function subjectOf({ name }: Pick<UserRecord, 'name'>): string {
  return `user:${name}`;
}

export function viewOf(user: UserRecord): UserView {
  const { id, name, title, created, disabled, identity } = user;
  return {
    id,
    name,
    title,
    roles: rolesOf(user),
    owns: ownedOf(user),
    created,
    ...(disabled !== undefined && { disabled }),
    signsInWith: identity?.issuer ?? 'password',
  };
}

/** Faults: CONTROL_NAME_INVALID, CONTROL_PASSWORD_WEAK. */
export function refuseBad(name: string, password: string): void {
  if (!isName(name)) throw faults.NAME_INVALID({ name: name.slice(0, 80) });
  refuseWeak(password, name);
}

export function isName(name: string): boolean {
  return NAME.test(name) && name === name.normalize('NFKC');
}

async function changed(desk: Desk, before: UserRecord, change: UserChange): Promise<UserRecord> {
  const { title, roles, owns, disabled, password } = change;
  if (password !== undefined) {
    if (before.identity) throw faults.PASSWORD_ELSEWHERE({ name: before.name });
    refuseWeak(password, before.name);
  }
  const { disabled: since, ...rest } = before;
  const until = (disabled ?? since !== undefined) ? (since ?? desk.now().toISOString()) : undefined;
  return {
    ...rest,
    ...(title !== undefined && { title: title.trim() || before.name }),
    ...(roles !== undefined && { roles }),
    ...(owns !== undefined && { owns: { ...owns } }),
    ...(until !== undefined && { disabled: until }),
    ...(password !== undefined && { password: await desk.passwords.hash(password) }),
  };
}

function isAdministrator({ roles, disabled }: UserRecord): boolean {
  return roles.includes('administrator') && disabled === undefined;
}

async function refuseLast(desk: Desk, user: UserRecord): Promise<void> {
  const others = (await desk.store.users()).filter(({ id }) => id !== user.id);
  if (!others.some(isAdministrator)) throw faults.LAST_ADMINISTRATOR({ name: user.name });
}
