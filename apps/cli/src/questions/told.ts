import type { Answer } from '@portolan/chart';

/** An answer, with what has to be said about how the question was understood. */
export interface Told {
  readonly answer: Answer;
  /** Names that were mistyped, and what they were taken for: sentences. */
  readonly notes: readonly string[];
  /** False when the answer is that there is nothing: no way, nobody. */
  readonly something: boolean;
}
