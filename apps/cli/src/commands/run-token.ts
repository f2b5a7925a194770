import { COMMAND_LINE, openAccess, type Role } from '@portolan/control';
import { openStore, type StoreOptions } from '../up/open-store.ts';

/** Options of `token`, as the command line gives them. */
export interface TokenOptions extends StoreOptions {
  readonly role: Role;
  readonly days: number;
  readonly ownsSource?: readonly string[];
  readonly ownsService?: readonly string[];
  readonly ownsTeam?: readonly string[];
}

/** Makes a token that is nobody's. What programs read stands alone on the standard output. Faults: those of the store. */
export async function runToken(name: string, options: TokenOptions): Promise<number> {
  const { role, days, ownsSource: sources = [], ownsService: services = [], ownsTeam: teams = [] } = options;
  await using opened = await openStore(options);
  const { accounts } = openAccess({ store: opened.store.access, mode: 'closed' });
  const draft = { name, roles: [role], days, shared: true, owns: { services, teams, sources } };
  const made = await accounts?.tokens.create(COMMAND_LINE, draft);
  console.error(`The token “${name}” (${role}) ends on ${made?.token.expires.slice(0, 10)}. It is not shown again:`);
  console.info(made?.secret);
  return 0;
}
