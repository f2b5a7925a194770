import type { Channel, Contract, Info, Message, Operation, SecurityScheme, Server } from '@portolan/contract';
import type { Context } from './context.ts';
import type { ChangeVerdict, Pair, Sides } from './model.ts';
import type { SchemaEdit } from './schemas/model.ts';

/** What a kind of change looks at. Each visitor is called once for every thing of its kind, matched between the sides. */
export interface Visitors {
  document?(pair: Pair<Contract>, context: Context): void;
  info?(pair: Pair<Info>, context: Context): void;
  /** One side is missing for what was added or removed. */
  server?(sides: Sides<Server>, context: Context): void;
  channel?(sides: Sides<Channel>, context: Context): void;
  operation?(sides: Sides<Operation>, context: Context): void;
  message?(sides: Sides<Message>, context: Context): void;
  securityScheme?(pair: Pair<SecurityScheme>, context: Context): void;
  /** Every edited place inside schemas, each once however many messages use it. */
  schema?(edit: SchemaEdit, context: Context): void;
}

/** The documentation of one kind of change, and its proof. */
export interface ChangeKind {
  readonly code: string;
  /** What it usually is, and what its example is. */
  readonly verdict: ChangeVerdict;
  /** The sentence; `{name}` is replaced by the parameter of that name. */
  readonly says: string;
  readonly why: string;
  readonly help: string;
  /** Two documents between which there is this change and no other one. */
  readonly before: string;
  readonly after: string;
}

/** What makes changes of one kind: its documentation and the code that looks. */
export interface ChangeRule extends ChangeKind, Visitors {}

/** Declares a kind of change. One file holds one, `kinds/<noun>/<name>.ts`. */
export function changeRule(rule: ChangeRule): ChangeRule {
  return Object.freeze(rule);
}
