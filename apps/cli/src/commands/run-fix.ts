import type { Finding } from '@portolan/base';
import { counted } from '@portolan/base';
import type { SettingsReader } from '@portolan/control';
import { unifiedDiff } from '@portolan/rewrite';
import { gather } from '../documents/gather.ts';
import { type FixRun, fixAll, writeFixes } from '../validation/fix-all.ts';
import type { ValidateOptions } from '../validation/tell-run.ts';

/**
 * Makes the fixes of the documents at `paths` and tells, on the standard error, of each. With `dryRun` nothing is
 * written: the standard output gets a unified diff. Gives whether there was anything to change.
 */
export async function runFix(
  paths: readonly string[],
  reader: SettingsReader,
  options: ValidateOptions,
): Promise<boolean> {
  const run = await fixAll(await gather(paths, options), paths, reader, options);
  if (options.dryRun) {
    for (const { location, before, after } of run.changed) process.stdout.write(unifiedDiff(location, before, after));
  }
  const skipped = options.dryRun ? [] : await writeFixes(run);
  tell(run, skipped, options.dryRun === true);
  return run.changed.length > 0;
}

function tell({ applied, left, changed }: FixRun, skipped: readonly string[], dry: boolean): void {
  for (const finding of applied) console.error(`${placeOf(finding)}: ${finding.fix.says} (${finding.code})`);
  for (const { finding, reason } of left) {
    console.error(`${placeOf(finding)}: left as it is, because ${lowered(reason)} (${finding.code})`);
  }
  for (const location of skipped) {
    console.error(`${location}: left as it is, because it was changed meanwhile or is not all UTF-8`);
  }
  if (applied.length === 0) {
    console.error('There is nothing to fix.');
    return;
  }
  const files = changed.length - skipped.length;
  const verb = dry ? 'Would fix' : 'Fixed';
  console.error(`${verb} ${counted(applied.length, 'finding')} in ${counted(files, 'file')}.`);
}

function placeOf({ origin, range }: Finding): string {
  return range ? `${origin.source}:${range.start.line}:${range.start.column}` : origin.source;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
