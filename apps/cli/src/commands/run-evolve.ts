import { clean } from '@portolan/base';
import { evolve as draft, fieldChange, hasVersion, unifiedDiff } from '@portolan/rewrite';
import type { RemoteChoice } from '../documents/remote.ts';
import { type Home, homeOf } from '../evolve/home.ts';
import { readAgain } from '../evolve/read-again.ts';
import { tasksFor } from '../evolve/tasks.ts';
import { taskLines } from '../evolve/words.ts';
import { faults } from '../faults.ts';
import { writeAtomically } from '../rewriting/write-atomically.ts';

/** Options of `evolve`, as the command line gives them. */
export interface EvolveCommandOptions extends RemoteChoice {
  readonly to: string;
  readonly change?: readonly string[];
  readonly beside?: 'message' | 'channel';
  readonly sunset?: string;
  readonly with?: readonly string[];
  readonly dryRun?: boolean;
}

/**
 * Drafts the next version of a message, and says who has to do what. Gives the exit code: 1 when the document is broken.
 *
 * Faults: CLI_USAGE, those of `homeOf`, `evolve` of packages/rewrite and `tasksFor`, REWRITE_NOT_FAITHFUL,
 * CLI_FILE_UNWRITABLE.
 */
export async function runEvolve(name: string, path: string, options: EvolveCommandOptions): Promise<number> {
  const { to, sunset, dryRun } = options;
  const usage = (problem: string) => faults.USAGE({ problem, command: 'portolan evolve' });
  if (!/^[vV]?\d{1,6}$/.test(to)) throw usage('`--to` takes a version such as v2.');
  if (sunset !== undefined && !isDay(sunset)) throw usage('`--sunset` takes a day such as 2027-01-31.');
  const changes = (options.change ?? []).map(fieldChange);
  const home = await homeOf(name, path, options);
  if (!home) return 1;
  const { document, read, message } = home;
  const beside = options.beside ?? besideFor(home);
  const made = draft(read.files, read.contract, {
    message,
    to,
    beside,
    changes,
    ...(sunset !== undefined && { sunset }),
  });
  await readAgain(home, made.files);
  const tasks = await tasksFor(home, { made, changes, paths: options.with ?? [], options });
  const lines = taskLines({ made, tasks, ...(sunset !== undefined && { sunset }) }, document.location);
  if (dryRun) {
    for (const { location, text } of made.files)
      process.stdout.write(
        unifiedDiff(location, read.files.find(file => file.location === location)?.text ?? '', text),
      );
  } else for (const { location, text } of made.files) await writeAtomically(location, text);
  const told = clean(`${lines.join('\n')}\n`);
  if (dryRun) process.stderr.write(told);
  else process.stdout.write(told);
  return 0;
}

/** Who versions the address meets the new version at another one. */
function besideFor({ read: { contract }, message }: Home): 'message' | 'channel' {
  const channels = contract.channels.filter(({ messages }) => messages.includes(message));
  return channels.some(({ address }) => address !== null && hasVersion(address)) ? 'channel' : 'message';
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
