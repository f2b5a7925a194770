import { gather } from '../documents/gather.ts';
import { faults } from '../faults.ts';
import { startApart } from '../validation/apart.ts';
import { judgeAll } from '../validation/judge-all.ts';
import { settingsFor, settingsHere } from '../validation/settled.ts';
import { exitOf, printRun, type ValidateOptions } from '../validation/tell-run.ts';

/**
 * Prints the findings of all documents at `paths` and gives the exit code. Faults: those of `gather`, CLI_PATH_MISSING,
 * CLI_USAGE for options that contradict each other, CLI_FILE_UNWRITABLE.
 */
export async function runValidate(paths: readonly string[], options: ValidateOptions): Promise<number> {
  refuseContradictions(paths, options);
  const reader = await settingsFor(options);
  const format = options.format ?? (await settingsHere(reader)).settings.format ?? 'text';
  if (options.watch) {
    const { watchValidate } = await import('./watch-validate.ts');
    return await watchValidate(paths, reader, format, options);
  }
  if (options.fix) {
    const { runFix } = await import('./run-fix.ts');
    const wouldChange = await runFix(paths, reader, options);
    if (options.dryRun) return wouldChange ? 1 : 0;
  }
  const given = await gather(paths, options);
  const apart = startApart(given.length, { paths, options });
  const run = await judgeAll(given, paths, reader, options, { apart });
  await printRun(run.report, format, options);
  return exitOf(run, options);
}

function refuseContradictions(paths: readonly string[], { fix, dryRun, watch }: ValidateOptions): void {
  const usage = (problem: string) => faults.USAGE({ problem, command: 'portolan validate' });
  if (dryRun && !fix) throw usage('`--dry-run` shows what `--fix` would change: it needs `--fix`.');
  if (watch && fix) throw usage('`--watch` and `--fix` do not go together: files would change while you edit them.');
  if (paths.includes('-') && (watch || fix)) throw usage('`--watch` and `--fix` need files, not the standard input.');
  const addresses = paths.some(path => /^https?:\/\//i.test(path));
  if (addresses && (watch || fix)) throw usage('`--watch` and `--fix` need files, not addresses.');
}
