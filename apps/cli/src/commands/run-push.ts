import { isHere, isSourceName, type PushFacts, secretRef } from '@portolan/control';
import { faults } from '../faults.ts';
import { collect } from '../push/collect.ts';
import { factsFrom } from '../push/facts.ts';
import { send } from '../push/send.ts';
import { tellPush } from '../push/tell.ts';

/** Options of `push`, as the command line gives them. */
export interface PushCommandOptions extends PushFacts {
  readonly server: string;
  readonly as: string;
  readonly tokenFrom?: string;
  readonly dryRun?: boolean;
  /** Ends the source instead. */
  readonly remove?: boolean;
  readonly format: 'text' | 'json';
}

/**
 * Pushes documents to a server, and tells what changed there.
 *
 * Faults: those of `collect` and `send`; CLI_USAGE for a name or a token that makes no sense, CONTROL_SECRET_MISSING.
 */
export async function runPush(paths: readonly string[], options: PushCommandOptions): Promise<number> {
  const { server, as: name, dryRun = false, format } = options;
  if (!isSourceName(name)) throw wrong('`--as` takes a name of letters, digits, dots, hyphens and underscores.');
  const token = await tokenFrom(options.tokenFrom);
  const files = options.remove ? undefined : (await collect(paths)).files;
  if (token !== undefined && isOpenToAll(server)) {
    console.error('portolan: the token goes over http, and whoever is on the way can read it.');
  }
  const facts = factsFrom(options, process.env);
  const view = await send({ server, name, ...(token !== undefined && { token }) }, { ...facts, files, dryRun });
  process.stdout.write(format === 'json' ? `${JSON.stringify(view, null, 2)}\n` : tellPush(view, server));
  return 0;
}

async function tokenFrom(place: string | undefined): Promise<string | undefined> {
  if (place === undefined)
    return process.env.PORTOLAN_TOKEN ? await secretRef('env:PORTOLAN_TOKEN')?.read() : undefined;
  const ref = secretRef(place);
  if (!ref)
    throw wrong('`--token-from` says where the token is, as env:NAME or file:/path, and is never the token itself.');
  return await ref.read();
}

/** Whether what is sent to an address can be read on the way. */
function isOpenToAll(server: string): boolean {
  const url = URL.parse(server);
  return url?.protocol === 'http:' && !isHere(url.hostname);
}

function wrong(problem: string): Error {
  return faults.USAGE({ problem, command: 'portolan push' });
}
