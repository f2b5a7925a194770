import type { PushFacts } from '@portolan/control';
import { collect } from '../push/collect.ts';
import { factsFrom } from '../push/facts.ts';
import { send } from '../push/send.ts';
import { tellPush } from '../push/tell.ts';
import { tokenFor } from '../push/token.ts';

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
  const token = await tokenFor({ server, name, command: 'portolan push' }, options.tokenFrom);
  const files = options.remove ? undefined : (await collect(paths)).files;
  const facts = factsFrom(options, process.env);
  const view = await send({ server, name, ...(token !== undefined && { token }) }, { ...facts, files, dryRun });
  process.stdout.write(format === 'json' ? `${JSON.stringify(view, null, 2)}\n` : tellPush(view, server));
  return 0;
}
