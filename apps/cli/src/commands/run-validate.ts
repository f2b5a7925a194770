import { atLeast, SEVERITIES, type Severity } from '@portolan/base';
import { print, type Report, reportOf } from '@portolan/checks';
import { gather } from '../documents/gather.ts';
import { judge } from '../documents/judge.ts';
import { write } from '../output.ts';

/** Options of `validate`, as the command line gives them. */
export interface ValidateOptions {
  readonly format: string;
  readonly failOn: Severity | 'never';
  readonly rules: string;
  readonly output?: string;
  readonly stdinPath: string;
  readonly color: boolean;
}

/** Prints the findings of all documents at `paths` and gives the exit code. Faults: those of `gather`. */
export async function runValidate(paths: readonly string[], options: ValidateOptions): Promise<number> {
  const given = await gather(paths, options);
  const report = reportOf(await Promise.all(given.map(document => judge(document, options.rules))));
  await write((color: boolean) => print(options.format, report, { color }), options);
  return fails(report, options.failOn) ? 1 : 0;
}

function fails({ summary }: Report, level: Severity | 'never'): boolean {
  if (level === 'never') return false;
  return SEVERITIES.some(severity => atLeast(severity, level) && summary.findings[severity] > 0);
}
