import type { FindingKind, JsonObject } from '@portolan/base';
import type {
  Channel,
  Contract,
  Info,
  Message,
  Operation,
  SchemaDefinition,
  SecurityScheme,
  Server,
} from '@portolan/contract';
import type { Context } from './context.ts';
import type { Subschema } from './facts/subschemas.ts';

/**
 * A named choice of rules. `recommended` says nothing about a document that is good; `strict` adds rules that not
 * everybody shares.
 */
export type RuleSet = 'recommended' | 'strict';

/** What a rule looks at. Each visitor is called once for every node of its kind; most rules need one. */
export interface Visitors {
  contract?(contract: Contract, context: Context): void;
  info?(info: Info, context: Context): void;
  server?(server: Server, context: Context): void;
  channel?(channel: Channel, context: Context): void;
  operation?(operation: Operation, context: Context): void;
  message?(message: Message, context: Context): void;
  /** Every schema of the Contract, in any language. */
  schema?(schema: SchemaDefinition, context: Context): void;
  /** Every schema inside those written in JSON Schema or a dialect of it, the outermost included. */
  subschema?(subschema: Subschema, context: Context): void;
  securityScheme?(scheme: SecurityScheme, context: Context): void;
}

/** What makes findings of one kind: its documentation, its proof and the code that looks. */
export interface Rule extends FindingKind, Visitors {
  /** Empty for a rule that only runs where settings give it a severity. */
  readonly sets: readonly RuleSet[];
  /** What a team may set of it in `portolan.yaml`: each option as a JSON Schema with a `default`. Read as `context.options`. */
  readonly options?: Readonly<Record<string, OptionSchema>>;
  /**
   * What its `subschema` is about: it is called for the schemas that have one of these keywords, and for all where nothing
   * is said. A document has thousands of schemas, and few of them have what a rule looks at.
   */
  readonly keywords?: readonly string[];
  /** The file of the team that declares it; absent for those of Portolan. */
  readonly from?: string;
}

/** One option of a rule: what it may be, in the keywords of JSON Schema that settings are checked by. */
export type OptionSchema = JsonObject & { readonly description: string; readonly default: unknown };

/** What a rule is declared by. */
export type RuleDefinition = FindingKind & Visitors & Partial<Pick<Rule, 'sets' | 'options' | 'keywords'>>;

/**
 * Declares a rule. One file holds one rule, `rules/<noun>/<name>.ts`, and its code is both in capitals. `bad` and `good`
 * are whole documents: both are run as the rule's test and printed on its page.
 *
 * @example
 * export default rule({ code: 'CHANNEL_ADDRESS_QUERY', says: '…', …, channel(channel, { report }) { … } });
 */
export function rule(definition: RuleDefinition): Rule {
  return Object.freeze({ sets: ['recommended', 'strict'] as const, ...definition });
}
