import type { Finding } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { prepare } from '@portolan/schema';
import { type Context, contextOf, type Lookups, lookupsOf } from './context.ts';
import { subschemasOf } from './facts/subschemas.ts';
import { faults } from './faults.ts';
import type { Rule } from './rule.ts';

/**
 * What some rules say about a Contract, rule by rule. Findings have no range yet: whoever still holds the text adds it
 * with `withRanges`. It is asynchronous only because the validators of the schema languages that occur are loaded first.
 *
 * A rule that throws hides neither the other rules nor itself: what it found until then stays, and a finding with the
 * code of the fault CHECKS_RULE_FAILED says at error level that the rest is missing, because a document that could not
 * be judged must not pass as a good one.
 */
export async function runRules(contract: Contract, rules: readonly Rule[]): Promise<Finding[]> {
  await prepare(contract.schemas.map(({ format }) => format));
  const lookups = lookupsOf(contract);
  const findings: Finding[] = [];
  for (const rule of rules) {
    try {
      visit(rule, lookups, contextOf(lookups, rule, findings));
    } catch (error) {
      findings.push(failureOf(rule, contract, error));
    }
  }
  return findings;
}

function visit(rule: Rule, lookups: Lookups, context: Context): void {
  const { contract } = lookups;
  rule.contract?.(contract, context);
  rule.info?.(contract.info, context);
  if (rule.server) for (const server of contract.servers) rule.server(server, context);
  if (rule.channel) for (const channel of contract.channels) rule.channel(channel, context);
  if (rule.operation) for (const operation of contract.operations) rule.operation(operation, context);
  if (rule.message) for (const message of contract.messages) rule.message(message, context);
  if (rule.schema) for (const schema of contract.schemas) rule.schema(schema, context);
  if (rule.subschema) for (const subschema of subschemasOf(contract)) rule.subschema(subschema, context);
  if (rule.securityScheme) for (const scheme of contract.securitySchemes) rule.securityScheme(scheme, context);
}

function failureOf(rule: Rule, contract: Contract, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  const fault = faults.RULE_FAILED({ rule: rule.code, reason }, { cause: error });
  return { code: fault.code, severity: 'error', message: fault.message, help: fault.help, origin: contract.origin };
}
