import { type CompareOptions, compatibility, type Mode, type Profile } from '@portolan/schema/compare';
import type { RemoteChoice } from '../documents/remote.ts';
import { faults } from '../faults.ts';
import { type OutputOptions, write } from '../output.ts';
import { printComparison, printComparisonJson } from '../schemas/print-comparison.ts';
import { schemaAt } from '../schemas/schema-at.ts';

/** Options of `compare`, as the command line gives them. */
export interface CompareCommandOptions extends OutputOptions, RemoteChoice {
  readonly mode: Mode;
  readonly profile: Profile;
  readonly policy?: CompareOptions['policy'];
  readonly format: string;
}

/**
 * Prints whether the last schema may follow the others, and gives the exit code: 1 unless it is proved that it may.
 *
 * Faults: CLI_USAGE, those of `schemaAt`, CLI_FILE_UNWRITABLE.
 */
export async function runCompare(names: readonly string[], options: CompareCommandOptions): Promise<number> {
  const { mode, profile, policy, format } = options;
  const problem = misuse(names, options);
  if (problem) throw faults.USAGE({ problem, command: 'portolan compare' });
  const given = await Promise.all(names.map(name => schemaAt(name, options)));
  const versions = given.slice(0, -1);
  const candidate = given.at(-1) as (typeof given)[number];
  // A schema may be named twice, and stays two versions.
  const lookups = new Map(given.map(({ source, lookup }) => [source, lookup]));
  const answer = compatibility(
    versions.map(({ source }) => source),
    candidate.source,
    mode,
    {
      profile,
      ...(policy && { policy }),
      lookupOf: source => lookups.get(source as (typeof candidate)['source']) ?? (() => undefined),
    },
  );
  const report = { candidate, versions, mode, profile, compatibility: answer };
  await write(color => (format === 'json' ? printComparisonJson(report) : printComparison(report, color)), options);
  return answer.verdict === 'compatible' ? 0 : 1;
}

function misuse(names: readonly string[], { policy, profile }: CompareCommandOptions): string | undefined {
  if (names.length < 2) return 'Name two schemas or more, such as `portolan compare old.avsc new.avsc`.';
  if (policy !== undefined && profile !== 'confluent') return '`--policy` is for `--profile confluent` only.';
  return undefined;
}
