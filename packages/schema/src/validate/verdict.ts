/** One thing that is wrong with a value. */
export interface Problem {
  /** JSON pointer into the value; '' is the whole. */
  readonly pointer: string;
  /** A sentence without its subject: `is a string, but must be an integer`. */
  readonly message: string;
}

/** Whether a value is what its schema says. `notChecked` is neither yes nor no, and says why. */
export type Verdict =
  | { readonly valid: true }
  | { readonly valid: false; readonly problems: readonly Problem[] }
  | { readonly notChecked: string };

/** A schema made ready to judge values. */
export type Validator = (value: unknown) => Verdict;

/** Problems that are worth telling about one value. */
export const MOST_PROBLEMS = 50;

export const VALID: Verdict = Object.freeze({ valid: true });

/** Valid when there are no problems. */
export function verdictOf(problems: readonly Problem[]): Verdict {
  return problems.length ? { valid: false, problems: problems.slice(0, MOST_PROBLEMS) } : VALID;
}
