import { printScores, printScoresJson, type ScoredDocument } from '@portolan/checks';
import { gather } from '../documents/gather.ts';
import { write } from '../output.ts';
import { startApart } from '../validation/apart.ts';
import { judgeAll } from '../validation/judge-all.ts';
import { type SettingsChoice, settingsFor } from '../validation/settled.ts';

/** Options of `score`, as the command line gives them. */
export interface ScoreOptions extends SettingsChoice {
  readonly format: string;
  readonly minScore?: number;
  readonly summary?: boolean;
  readonly output?: string;
  readonly stdinPath: string;
  readonly color: boolean;
}

/**
 * Prints the scores of all documents at `paths` and gives the exit code: 1 when one has fewer points than it needs, or
 * cannot be read, which is worth nothing. Faults: those of `gather`, CLI_PATH_MISSING, CLI_FILE_UNWRITABLE.
 */
export async function runScore(paths: readonly string[], options: ScoreOptions): Promise<number> {
  const choice = { ...options, scored: true };
  const given = await gather(paths, options);
  const apart = startApart(given.length, { paths, options: choice });
  const { judged } = await judgeAll(given, paths, await settingsFor(options), choice, { apart });
  const scored: ScoredDocument[] = judged.map(({ report: { location, title }, score }) => ({
    location,
    ...(title !== undefined && { title }),
    ...(score && { score }),
  }));
  const { minScore = 0, summary = false } = options;
  await write(
    color => (options.format === 'json' ? printScoresJson(scored) : printScores(scored, { color, summary })),
    options,
  );
  return scored.some(({ score }) => (score?.points ?? -1) < minScore) ? 1 : 0;
}
