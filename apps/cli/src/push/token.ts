import { isHere, isSourceName, secretRef } from '@portolan/control';
import { faults } from '../faults.ts';

/** What is sent where, and by which command. */
interface Sending {
  readonly server: string;
  /** Name of the source. */
  readonly name: string;
  readonly command: string;
}

/**
 * The token that a place names, as `env:NAME` or `file:/path`; without one that of PORTOLAN_TOKEN, where it is set. Says
 * so where it can be read on the way.
 *
 * Faults: CLI_USAGE for a name of a source or a place that makes no sense, CONTROL_SECRET_MISSING.
 */
export async function tokenFor(
  { server, name, command }: Sending,
  place: string | undefined,
): Promise<string | undefined> {
  const wrong = (problem: string) => faults.USAGE({ problem, command });
  if (!isSourceName(name)) throw wrong('`--as` takes a name of letters, digits, dots, hyphens and underscores.');
  const known = place ?? (process.env.PORTOLAN_TOKEN ? 'env:PORTOLAN_TOKEN' : undefined);
  if (known === undefined) return undefined;
  const ref = secretRef(known);
  if (!ref)
    throw wrong('`--token-from` says where the token is, as env:NAME or file:/path, and is never the token itself.');
  const token = await ref.read();
  if (isOpenToAll(server)) {
    console.error('portolan: the token goes over http, and whoever is on the way can read it.');
  }
  return token;
}

/** Whether what is sent to an address can be read on the way. */
function isOpenToAll(server: string): boolean {
  const url = URL.parse(server);
  return url?.protocol === 'http:' && !isHere(url.hostname);
}
