import { clean } from '@portolan/base';
import { type AnswerFormat, printAnswer } from '@portolan/chart';
import { type Charted, chartOf } from '../documents/charted.ts';
import type { EvidenceChoice } from '../documents/evidence.ts';
import type { RemoteChoice } from '../documents/remote.ts';
import { type OutputOptions, write } from '../output.ts';
import type { Told } from './told.ts';

/** Options that every question has, as the command line gives them. */
export interface TellOptions extends OutputOptions, RemoteChoice, EvidenceChoice {
  readonly format: AnswerFormat;
}

/**
 * Charts the documents at `paths`, asks, and prints what it came to. The exit code is 1 when that is nothing.
 *
 * Faults: those of `chartOf` and of the question.
 */
export async function tell(
  paths: readonly string[],
  options: TellOptions,
  ask: (charted: Charted) => Told,
): Promise<number> {
  const { answer, notes, something } = ask(await chartOf(paths, options));
  for (const note of notes) console.error(`portolan: ${clean(note)}`);
  await write(() => printAnswer(answer, options.format), options);
  return something ? 0 : 1;
}
