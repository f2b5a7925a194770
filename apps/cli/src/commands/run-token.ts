import { clean } from '@portolan/base';
import { COMMAND_LINE, openAccess, type Role } from '@portolan/control';
import { faults } from '../faults.ts';
import { openStore, type StoreOptions } from '../up/open-store.ts';

/** Options of `token`, as the command line gives them. */
export interface TokenOptions extends StoreOptions {
  readonly role: Role;
  readonly days: number;
  readonly ownsSource?: readonly string[];
  readonly ownsService?: readonly string[];
  readonly ownsTeam?: readonly string[];
}

/**
 * Makes a token that is nobody's. What programs read stands alone on the standard output.
 *
 * Faults: CLI_USAGE for a token without a name, and for one of an owner of nothing; CLI_NO_STORE and those of the store.
 */
export async function runToken(name: string, options: TokenOptions): Promise<number> {
  const { role, days, ownsSource: sources = [], ownsService: services = [], ownsTeam: teams = [] } = options;
  const usage = (problem: string) => faults.USAGE({ problem, command: 'portolan token' });
  if (name.trim() === '') throw usage('The token needs a name, so that people know later what it is for.');
  if (role === 'owner' && [...sources, ...services, ...teams].length === 0)
    throw usage(
      'An owner who owns nothing may do no more than a reader: add `--owns-source`, `--owns-service` or `--owns-team`.',
    );
  await using opened = await openStore(options, { mustExist: true });
  const { accounts } = openAccess({ store: opened.store.access, mode: 'closed' });
  const draft = { name, roles: [role], days, shared: true, owns: { services, teams, sources } };
  const made = await accounts?.tokens.create(COMMAND_LINE, draft);
  console.error(
    `The token “${clean(name)}” (${role}) ends on ${made?.token.expires.slice(0, 10)}. It is not shown again:`,
  );
  console.info(made?.secret);
  return 0;
}
