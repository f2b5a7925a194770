import type { Origin } from '@portolan/base';
import type { Action, Contract, OperationId } from '@portolan/contract';
import type { Difference } from '@portolan/schema/compare';

/**
 * What a change does to those who talk to the application. `not-checked`: it may break somebody, and nobody can say.
 * `editorial`: no message, address or right of anybody is touched.
 */
export type ChangeVerdict = 'breaking' | 'not-checked' | 'non-breaking' | 'editorial';

/** Verdicts from the gravest to the mildest. */
export const VERDICTS: readonly ChangeVerdict[] = ['breaking', 'not-checked', 'non-breaking', 'editorial'];

/** The graver of two verdicts. */
export function graver(a: ChangeVerdict, b: ChangeVerdict): ChangeVerdict {
  return VERDICTS.indexOf(a) <= VERDICTS.indexOf(b) ? a : b;
}

/** Which part of a document a change is about. */
export type SubjectKind = 'document' | 'server' | 'channel' | 'operation' | 'message' | 'schema' | 'security scheme';

export interface Subject {
  readonly kind: SubjectKind;
  /** Its id after the change, else before it; of a document its title. */
  readonly name: string;
}

/** An operation that a change concerns. */
export interface Concerned {
  readonly operation: OperationId;
  /** The action that the evidence supports. */
  readonly action: Action;
  readonly channel: string;
  readonly confidence: 'stated' | 'supported' | 'uncertain';
}

/** A difference between what one side writes and the other reads that follows from a change of a schema. */
export interface Judged extends Difference {
  /** The message that was compared; absent where a schema was compared that no message uses. */
  readonly message?: string;
  /** Which way it flows: `send` compares the schema after as writer with the one before as reader. */
  readonly action: Action;
}

/** One edit between two Contracts. */
export interface Change {
  /** Unique among the changes of one pair of Contracts, and the same in every run: `CHANNEL_REMOVED orders`. */
  readonly id: string;
  readonly code: string;
  readonly verdict: ChangeVerdict;
  /** One sentence that names the thing and what became of it. */
  readonly says: string;
  /** What to do about it. */
  readonly help: string;
  /** Why it is not checked. */
  readonly reason?: string;
  readonly subject: Subject;
  /** Where it stood before; absent for what was added. */
  readonly before?: Origin;
  /** Where it stands after; absent for what was removed. */
  readonly after?: Origin;
  /** Operations whose messages, channel or server it concerns. */
  readonly operations: readonly Concerned[];
  /** Ids of the messages it concerns, after the change, or before it for those that are gone. */
  readonly messages: readonly string[];
  /** For changes of schemas: how the two sides differ, with witnesses. */
  readonly differences: readonly Judged[];
}

/** Two states of one thing. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** One or both states of one thing. */
export type Sides<T> = Partial<Pair<T>>;

export type ContractPair = Pair<Contract>;
