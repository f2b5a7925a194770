import type { ChangeVerdict } from '@portolan/changes';
import { NO_SETTINGS } from '@portolan/checks/engine';
import { today } from '@portolan/control';
import { type ComparedDocument, type DiffReport, printJson, reportOf, settle } from '@portolan/review';
import type { EvidenceChoice } from '../documents/evidence.ts';
import type { RemoteChoice } from '../documents/remote.ts';
import { faults } from '../faults.ts';
import { type OutputOptions, write } from '../output.ts';
import { compareSides } from '../revisions/compared.ts';
import { countsFor, isTooSmall } from '../revisions/exit.ts';
import { printMarkdown } from '../revisions/print-markdown.ts';
import { printText } from '../revisions/print-text.ts';
import { filesAt, type GivenSide, revisionAt, sideAt } from '../revisions/side.ts';

/** Options of `diff`, as the command line gives them. */
export interface DiffOptions extends OutputOptions, RemoteChoice, EvidenceChoice {
  readonly format: string;
  readonly failOn: ChangeVerdict | 'never';
  readonly from?: string;
  readonly to?: string;
  readonly with?: readonly string[];
  readonly requireVersion?: boolean;
}

/**
 * Prints what changed between two sides and gives the exit code: 1 when a change counts, or when the version is too small
 * and has to be large enough.
 *
 * Faults: CLI_USAGE, those of `sideAt`, CLI_FILE_UNWRITABLE.
 */
export async function runDiff(
  before: string | undefined,
  after: string | undefined,
  options: DiffOptions,
): Promise<number> {
  const sides = await sidesOf(before, after, options);
  const compared = await compareSides(...sides);
  const named = options.with ? await withConsumers(compared, options.with, options) : compared;
  // What documents announced themselves counts here; what a team decided beside them is for `check`.
  const { documents } = await settle(named, {
    settingsOf: async () => NO_SETTINGS,
    today: today(),
    root: '',
    charted: options.with !== undefined,
  });
  const report = reportOf(documents);
  const text = await printer(report, options.format);
  await write(text, options);
  return countsFor(report, options.failOn) || (options.requireVersion && isTooSmall(report)) ? 1 : 0;
}

async function sidesOf(
  before: string | undefined,
  after: string | undefined,
  options: DiffOptions,
): Promise<[GivenSide, GivenSide]> {
  const usage = (problem: string) => faults.USAGE({ problem, command: 'portolan diff' });
  const { from, to } = options;
  if (from !== undefined) {
    if (after !== undefined) throw usage('With `--from`, one path is compared with itself: leave the second one out.');
    const path = before ?? '.';
    const then = await revisionAt(from, path, 'here', options);
    return [then, to === undefined ? await filesAt(path, options) : await revisionAt(to, path, 'here', options)];
  }
  if (to !== undefined) throw usage('`--to` needs `--from`: both are revisions of one path.');
  if (before === undefined || after === undefined)
    throw usage('Name two sides, such as `portolan diff old.yaml new.yaml`, or one path with `--from main`.');
  return [await sideAt(before, options), await sideAt(after, options)];
}

async function withConsumers(
  documents: readonly ComparedDocument[],
  paths: readonly string[],
  options: DiffOptions,
): Promise<ComparedDocument[]> {
  const { nameConsumers } = await import('../revisions/consumers.ts');
  return await nameConsumers(documents, paths, options);
}

async function printer(report: DiffReport, format: string): Promise<(color: boolean) => string> {
  if (format === 'json') return () => printJson(report);
  if (format === 'markdown') return () => printMarkdown(report);
  if (format === 'text') return color => printText(report, color);
  const { print } = await import('@portolan/checks/engine');
  const { findingsOf } = await import('../revisions/findings.ts');
  return () => print(format, findingsOf(report));
}
