import { randomBytes } from 'node:crypto';
import { type Access, type Accounts, COMMAND_LINE, openAccess, type Role, type UserView } from '@portolan/control';
import { secretAt } from '../access/access-of.ts';
import { openStore, type StoreOptions } from '../up/open-store.ts';

/** Options of `user`, as the command line gives them. */
export interface UserOptions extends StoreOptions {
  readonly role?: Role;
  readonly password?: string;
  readonly newPassword?: true;
  readonly disable?: true;
  readonly enable?: true;
}

/**
 * Makes or changes an account in the store, or lists all.
 *
 * Faults: CONTROL_NAME_INVALID, CONTROL_PASSWORD_WEAK, CONTROL_LAST_ADMINISTRATOR, CONTROL_SECRET_MISSING, and those of the
 * store.
 */
export async function runUser(name: string | undefined, options: UserOptions): Promise<number> {
  await using opened = await openStore(options, { mustExist: true });
  const { accounts } = openAccess({ store: opened.store.access, mode: 'closed' }) as Access & { accounts: Accounts };
  const users = await accounts.users.list();
  if (name === undefined) {
    for (const user of users) console.info(lineOf(user));
    if (users.length === 0) console.info('There are no accounts.');
    return 0;
  }
  const known = users.find(user => user.name.toLowerCase() === name.toLowerCase());
  const made = options.newPassword || (!known && options.password === undefined) ? newPassword() : undefined;
  const given = options.password === undefined ? made : await secretAt(options.password, '--password')();
  const user = known
    ? await accounts.users.change(COMMAND_LINE, known.id, {
        ...(options.role && { roles: [options.role] }),
        ...(options.disable && { disabled: true }),
        ...(options.enable && { disabled: false }),
        ...(given !== undefined && { password: given }),
      })
    : await accounts.users.create(COMMAND_LINE, {
        name,
        password: given as string,
        roles: [options.role ?? 'reader'],
      });
  console.info(`${known ? 'Changed' : 'Made'}: ${lineOf(user)}`);
  if (made !== undefined) console.info(`The password is ${made}. It is not shown again; they can change it.`);
  return 0;
}

/** 20 characters of 6 random bits, in groups that people can type. */
function newPassword(): string {
  return (randomBytes(15).toString('base64url').match(/.{5}/g) as string[]).join('.');
}

function lineOf({ name, roles, disabled, signsInWith }: UserView): string {
  const facts = [
    roles.join(', ') || 'no role',
    `signs in with ${signsInWith}`,
    disabled && `disabled since ${disabled}`,
  ];
  return `${name} (${facts.filter(Boolean).join('; ')})`;
}
