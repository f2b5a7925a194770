import { type Finding, findingOf, type JsonObject, type Origin } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { prepare } from '@portolan/schema';
import { type Context, contextOf, type Lookups, lookupsOf } from './context.ts';
import { subschemasWith } from './facts/subschemas.ts';
import { faults } from './faults.ts';
import { BY_ITSELF } from './incomplete.ts';
import type { Rule, Visitors } from './rule.ts';
import { TEAM_RULE_FAILED } from './settings/findings.ts';

/** Options of rules by their codes, as settings have them. */
export type RuleOptions = Readonly<Record<string, JsonObject>>;

/**
 * What some rules say about a Contract, rule by rule. Findings have no range yet: whoever still holds the text adds it
 * with `withRanges`. It is asynchronous only because the validators of the schema languages that occur are loaded first.
 *
 * Of a Contract that is incomplete only rules are run that need no other part of the document.
 *
 * A rule that throws hides neither the other rules nor itself: what it found until then stays, and a finding at error
 * level says where it failed and that the rest is missing, because a document that could not be judged must not pass as
 * a good one. Its code is that of the fault CHECKS_RULE_FAILED, or TEAM_RULE_FAILED for a rule of a team's own.
 *
 * @param today as `2027-01-31`; the day that it is, where nothing is said
 */
export async function runRules(
  contract: Contract,
  rules: readonly Rule[],
  options: RuleOptions = {},
  today?: string,
): Promise<Finding[]> {
  await prepare(contract.schemas.map(({ format }) => format));
  const lookups = lookupsOf(contract);
  const findings: Finding[] = [];
  for (const rule of contract.incomplete ? rules.filter(({ code }) => BY_ITSELF.has(code)) : rules) {
    const visit = visitor(rule);
    try {
      visit.all(lookups, contextOf(lookups, rule, findings, optionsOf(rule, options[rule.code]), today));
    } catch (error) {
      findings.push(failureOf(rule, visit.place() ?? contract.origin, error));
    }
  }
  return findings;
}

/** The options of a rule: those that are given, and the defaults of the others. */
export function optionsOf({ options = {} }: Rule, given: JsonObject = {}): JsonObject {
  const defaults = Object.entries(options).map(([name, option]) => [name, option.default]);
  return { ...Object.fromEntries(defaults), ...given };
}

interface Visitor {
  readonly all: (lookups: Lookups, context: Context) => void;
  /** The node that was visited last. */
  readonly place: () => Origin | undefined;
}

function visitor(rule: Rule): Visitor {
  let last: { readonly origin: Origin } | undefined;

  function each<K extends keyof Visitors>(
    kind: K,
    nodes: readonly Parameters<NonNullable<Visitors[K]>>[0][],
    context: Context,
  ): void {
    const look = rule[kind] as ((node: (typeof nodes)[number], context: Context) => unknown) | undefined;
    if (!look) return;
    // By index: rules look at hundreds of thousands of nodes, and each step of an iterator would be an object.
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index] as (typeof nodes)[number];
      last = node;
      const answer = look.call(rule, node, context);
      if (answer instanceof Promise) {
        // Nobody waits for it; a failure in it must not end the whole program.
        answer.catch(() => undefined);
        throw new Error('it is asynchronous, and rules have to answer at once');
      }
    }
  }

  return {
    place: () => last?.origin,
    all({ contract }, context) {
      each('contract', [contract], context);
      each('info', [contract.info], context);
      each('server', contract.servers, context);
      each('channel', contract.channels, context);
      each('operation', contract.operations, context);
      each('message', contract.messages, context);
      each('schema', contract.schemas, context);
      if (rule.subschema) each('subschema', subschemasWith(contract, rule.keywords), context);
      each('securityScheme', contract.securitySchemes, context);
    },
  };
}

function failureOf(rule: Rule, origin: Origin, error: unknown): Finding {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  if (rule.from !== undefined) {
    return findingOf(TEAM_RULE_FAILED, origin, { rule: rule.code, from: rule.from, reason });
  }
  const { code, message, help } = faults.RULE_FAILED({ rule: rule.code, reason }, { cause: error });
  return { code, severity: 'error', message, help, origin };
}
