import type { Origin } from '@portolan/base';
import type { Matches } from './match/match.ts';
import type { ChangeVerdict, Concerned, Judged, Subject } from './model.ts';
import type { Judgement } from './schemas/judge.ts';
import type { SchemaEdit } from './schemas/model.ts';
import type { Side } from './side.ts';

/** What kinds of change work with. */
export interface Context {
  readonly before: Side;
  readonly after: Side;
  readonly matches: Matches;
  /** Whether names of things tell something: between 2.x, where addresses are names, and 3.x they do not. */
  readonly sameNaming: boolean;
  report(told: Told): void;
  /** What an edit inside schemas does to those who read and write them. */
  judge(edit: SchemaEdit): Judgement;
}

/** What is to be said of one change. */
export interface Told {
  readonly subject: Subject;
  /** What tells it from other changes of its kind and subject. */
  readonly key?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly before?: Origin;
  readonly after?: Origin;
  /** Where it is not the usual one of its kind. */
  readonly verdict?: ChangeVerdict;
  readonly reason?: string;
  /** What to do, where more is known than its kind says. */
  readonly help?: string;
  readonly operations?: readonly Concerned[];
  readonly messages?: readonly string[];
  readonly differences?: readonly Judged[];
}
