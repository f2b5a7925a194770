import type { Origin, Severity } from '@portolan/base';

/** The nodes of a Contract that an assertion may be about. */
export const SUBJECTS = [
  'contract',
  'info',
  'server',
  'channel',
  'parameter',
  'operation',
  'message',
  'schema',
  'securityScheme',
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** Ways to write names. */
export const CASINGS = [
  'camel',
  'pascal',
  'kebab',
  'snake',
  'screaming-snake',
  'dot',
  'lower',
  'upper',
  'flat',
] as const;

export type Casing = (typeof CASINGS)[number];

/** A rule that a team declares instead of programming it. */
export interface Assertion {
  readonly code: string;
  readonly severity: Severity;
  readonly says?: string;
  readonly why?: string;
  readonly help?: string;
  readonly on: Subject;
  /** It is only about nodes for which all of these hold. */
  readonly where: readonly Condition[];
  /** All of these have to hold. */
  readonly must: readonly Condition[];
  /** Documents that break it and that keep it, as its proof. */
  readonly bad?: string;
  readonly good?: string;
  readonly origin: Origin;
}

/** What is demanded of a member of a node; of several demands in one, all have to hold. */
export interface Condition {
  /** Names of members with dots between them, `*` for each one: `bindings.kafka.partitions`, `parameters.*.name`. */
  readonly field?: string;
  readonly defined?: boolean;
  readonly undefined?: boolean;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly notPattern?: string;
  readonly casing?: Casing;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** At most one of these members may be there. */
  readonly mutuallyExclusive?: readonly string[];
  /** At least one of these members has to be there. */
  readonly requireAny?: readonly string[];
  /** A JSON Schema that the member has to fulfil. */
  readonly schema?: unknown;
}
