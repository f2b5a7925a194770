import type { Problem, Verdict } from '@portolan/schema';

/** What is wrong with a judged value; empty when it is valid or could not be judged. */
export function problemsOf(verdict: Verdict): readonly Problem[] {
  return 'valid' in verdict && !verdict.valid ? verdict.problems : [];
}

/** A problem as half a sentence: `` `/amount` is a string, but must be a number ``. */
export function inWords({ pointer, message }: Problem): string {
  return pointer ? `\`${pointer}\` ${message}` : `it ${message}`;
}

/** Problems in one sentence: the first three that differ, and how many more there are. */
export function allInWords(problems: readonly Problem[]): string {
  const words = [...new Set(problems.map(inWords))];
  const few = words.slice(0, 3).join('; ');
  return words.length > 3 ? `${few}; and ${words.length - 3} more` : few;
}
