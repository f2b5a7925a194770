import { existsSync } from 'node:fs';
import { Fault } from '@portolan/base';
import { type Report, type ReportedDocument, reportOf } from '@portolan/checks';
import { readText } from '@portolan/contract';
import { slashed, today } from '@portolan/control/local';
import {
  type CheckReport,
  type ComparedDocument,
  reportOf as changesOf,
  failsAtAll,
  type Settled,
  settle,
} from '@portolan/review';
import { readGiven } from '../documents/charted.ts';
import { gather } from '../documents/gather.ts';
import { isPattern } from '../documents/matching.ts';
import { faults } from '../faults.ts';
import { write } from '../output.ts';
import { type CheckTarget, checkSender } from '../push/send-check.ts';
import { together } from '../revisions/check/as-findings.ts';
import { decisionFindings } from '../revisions/check/decisions.ts';
import { CHECK_FORMATS, printCheck } from '../revisions/check/print-check.ts';
import { compareSides } from '../revisions/compared.ts';
import { nameConsumers } from '../revisions/consumers.ts';
import { countsFor, isTooSmall } from '../revisions/exit.ts';
import { baseOf } from '../revisions/git.ts';
import { filesAt, type GivenSide, revisionAt } from '../revisions/side.ts';
import { fails, judgeAll, type Run } from '../validation/judge-all.ts';
import { type SettingsChoice, settingsFor, settingsHere } from '../validation/settled.ts';
import type { DiffOptions } from './run-diff.ts';

/** Options of `check`, as the command line gives them. */
export interface CheckOptions extends Omit<DiffOptions, 'from' | 'to'>, SettingsChoice, CheckTarget {
  readonly against: string;
  /** Further outputs: `markdown=comment.md`. */
  readonly also?: readonly string[];
}

/**
 * Prints what is wrong with documents and what changed since a revision, and gives the exit code: 1 when a finding or a
 * change counts that nothing settles, or when the version is too small and has to be large enough.
 *
 * Faults: CLI_USAGE, those of `gather`, of `revisionAt` and of settings, CLI_FILE_UNWRITABLE, CONTROL_SECRET_MISSING.
 */
export async function runCheck(paths: readonly string[], options: CheckOptions): Promise<number> {
  const also = (options.also ?? []).map(alsoOf);
  const sending = await checkSender(options, process.env);
  const reader = await settingsFor(options);
  const checked = await checkedAt(paths, options);
  const there = checked.filter(({ now }) => now.documents.length > 0).map(({ path }) => path);
  const given = there.length === 0 ? [] : await gather(there, options);
  const run = await judgeAll(given, paths, reader, options);
  const { documents, used } = await settle(await comparedWith(checked, [...there, ...(options.with ?? [])], options), {
    settingsOf: async path => (await reader.of(path)).settings,
    today: today(),
    root: slashed(process.cwd()),
    charted: options.with !== undefined,
  });
  const required = options.requireVersion ?? (await settingsHere(reader)).settings.requireVersion ?? false;
  const report = await reportFor(run, { documents, used }, paths, options, required);
  await write(color => printCheck(options.format, report, color), options);
  for (const { format, file } of also) await write(() => printCheck(format, report), { output: file, color: false });
  if (sending) await tellPortolan(sending, report);
  return failsAtAll(report) ? 1 : 0;
}

/** Whether a server can be reached must not decide whether a change may be merged. */
async function tellPortolan(sending: (report: CheckReport) => Promise<string>, report: CheckReport): Promise<void> {
  try {
    console.error(`portolan: the check is at ${await sending(report)}`);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(`portolan: the check was not sent. ${error.message} ${error.help}`);
  }
}

async function reportFor(
  run: Run,
  { documents, used }: Settled,
  paths: readonly string[],
  { against, failOn }: CheckOptions,
  required: boolean,
): Promise<CheckReport> {
  const findings = withDecisions(run.report, await decisionFindings(run.governing.values(), used, paths));
  const changes = changesOf(documents);
  const failing = {
    findings: fails({ ...run, report: findings }),
    changes: countsFor(changes, failOn),
    version: required && isTooSmall(changes),
  };
  return { against, findings, changes, failing };
}

/** What is said of settings comes first, as in every run; a settings file stands there once. */
function withDecisions(report: Report, decisions: readonly ReportedDocument[]): Report {
  const known = new Map(decisions.map(document => [document.location, document]));
  const documents = report.documents.map(document => {
    const more = document.settings && known.get(document.location);
    if (!more) return document;
    known.delete(document.location);
    return together(document, more);
  });
  return reportOf([...known.values(), ...documents]);
}

/** What was asked for, as it was and as it is. */
interface Checked {
  readonly path: string;
  readonly then: GivenSide;
  readonly now: GivenSide;
}

/** Both sides of each path. Where all documents were removed, the present side is empty: that is a change like others. */
async function checkedAt(paths: readonly string[], options: CheckOptions): Promise<Checked[]> {
  const odd = paths.find(path => path === '-' || /^https?:\/\//i.test(path) || (isPattern(path) && !existsSync(path)));
  if (odd !== undefined) {
    const problem = `\`${odd}\` stands in no revision: name the file, or the folder that the files are in.`;
    throw faults.USAGE({ problem, command: 'portolan check' });
  }
  const base = await baseOf(options.against);
  const checked: Checked[] = [];
  for (const path of paths) {
    const then = await before(base, path, options);
    const now = await filesAt(path, options).catch((error: unknown) => {
      if (then.documents.length > 0 && isOf(error, 'CLI_NO_DOCUMENTS', 'CLI_PATH_MISSING')) return { documents: [] };
      throw error;
    });
    checked.push({ path, then, now });
  }
  return checked;
}

/** @param around where the documents of everybody else are */
async function comparedWith(
  checked: readonly Checked[],
  around: readonly string[],
  options: CheckOptions,
): Promise<ComparedDocument[]> {
  const documents: ComparedDocument[] = [];
  for (const { then, now } of checked) documents.push(...(await compareSides(then, now, options)));
  const judged = new Set(checked.flatMap(({ now }) => now.documents.map(({ location }) => location)));
  return await nameConsumers(documents, around, options, async given => {
    // What is wrong with the documents themselves is among the findings.
    if (!judged.has(given.location)) return await readGiven(given);
    return (await readText(given.location, await given.text(), given.load)).contract;
  });
}

/** What is new stands in no revision. */
async function before(revision: string, path: string, options: CheckOptions): Promise<GivenSide> {
  try {
    return await revisionAt(revision, path, 'here', options);
  } catch (error) {
    if (isOf(error, 'CLI_PATH_MISSING')) return { revision, documents: [] };
    throw error;
  }
}

function isOf(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Fault && codes.includes(error.code);
}

function alsoOf(text: string): { format: string; file: string } {
  const [format = '', ...rest] = text.split('=');
  const file = rest.join('=');
  if (CHECK_FORMATS.includes(format) && file !== '') return { format, file };
  const problem = `\`--also ${text}\` has to be a format and a file, such as \`--also markdown=comment.md\`; formats are ${CHECK_FORMATS.join(', ')}.`;
  throw faults.USAGE({ problem, command: 'portolan check' });
}
