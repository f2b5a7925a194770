import { Fault } from '@portolan/base';
import { print } from '@portolan/checks/engine';
import { gather } from '../documents/gather.ts';
import { write } from '../output.ts';
import { compareSides } from '../revisions/compared.ts';
import { countsFor, isTooSmall } from '../revisions/exit.ts';
import type { ComparedDocument } from '../revisions/model.ts';
import { printMarkdown } from '../revisions/print-markdown.ts';
import { printText } from '../revisions/print-text.ts';
import { reportOf } from '../revisions/report.ts';
import { filesAt, type GivenSide, revisionAt } from '../revisions/side.ts';
import { fails, judgeAll } from '../validation/judge-all.ts';
import { type SettingsChoice, settingsFor } from '../validation/settled.ts';
import type { DiffOptions } from './run-diff.ts';

/** Options of `check`, as the command line gives them. */
export interface CheckOptions extends Omit<DiffOptions, 'from' | 'to'>, SettingsChoice {
  readonly against: string;
}

/**
 * Prints what is wrong with documents and what changed since a revision, and gives the exit code: 1 when a finding or a
 * change counts, or when the version is too small and has to be large enough.
 *
 * Faults: those of `gather`, of `revisionAt` and of settings, CLI_FILE_UNWRITABLE.
 */
export async function runCheck(paths: readonly string[], options: CheckOptions): Promise<number> {
  const run = await judgeAll(await gather(paths, options), paths, await settingsFor(options), options);
  const compared = await comparedWith(paths, options);
  const changes = reportOf(compared);
  await write(color => {
    if (options.format === 'markdown')
      return `## Findings\n\n${print('markdown', run.report)}\n## Changes since ${options.against}\n\n${printMarkdown(changes)}`;
    return `${print('text', run.report, { color })}\n${printText(changes, color)}`;
  }, options);
  const small = options.requireVersion === true && isTooSmall(changes);
  return fails(run) || countsFor(changes, options.failOn) || small ? 1 : 0;
}

async function comparedWith(paths: readonly string[], options: CheckOptions): Promise<ComparedDocument[]> {
  const documents: ComparedDocument[] = [];
  for (const path of paths)
    documents.push(...(await compareSides(await before(path, options), await filesAt(path, options))));
  if (!options.with) return documents;
  const { nameConsumers } = await import('../revisions/consumers.ts');
  return await nameConsumers(documents, options.with, options);
}

/** What is new stands in no revision. */
async function before(path: string, options: CheckOptions): Promise<GivenSide> {
  try {
    return await revisionAt(options.against, path, 'here', options);
  } catch (error) {
    if (error instanceof Fault && error.code === 'CLI_PATH_MISSING')
      return { revision: options.against, documents: [] };
    throw error;
  }
}
