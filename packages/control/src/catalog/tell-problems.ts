import type { Log, SourceState } from './model.ts';

/** Tells the log which sources have a problem that they did not have before, or another one, and which are well again. */
export function tellProblems(before: readonly SourceState[], after: readonly SourceState[], log: Log): void {
  const known = new Map(before.map(({ name, problem }) => [name, problem]));
  for (const { name: source, problem } of after) {
    if (problem === known.get(source)) continue;
    if (problem !== undefined) log.warn({ source, problem }, 'a source cannot be read as it should be');
    else log.info({ source }, 'a source is well again');
  }
}
