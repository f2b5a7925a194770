import type { Example, Finding, JsonObject } from '@portolan/base';
import { readText } from '@portolan/contract';
import type { Rule } from '../rule.ts';
import { runRules } from '../run.ts';

/** What became of a rule’s examples. */
export interface Proof {
  readonly code: string;
  /** `untested` for a rule without examples. */
  readonly verdict: 'holds' | 'fails' | 'untested';
  /** Why it fails, or what it lacks. */
  readonly reasons: readonly string[];
}

/** Tries a rule on its own examples: it has to find something in the bad one, and nothing in the good one. */
export async function proofOf(rule: Rule, options: JsonObject = {}): Promise<Proof> {
  const { code, bad, good } = rule;
  const lacking = [isEmpty(bad) && '`bad`', isEmpty(good) && '`good`'].filter(it => it !== false);
  const reasons = [
    ...(isEmpty(bad) ? [] : await flawsOf(rule, bad, options, true)),
    ...(isEmpty(good) ? [] : await flawsOf(rule, good, options, false)),
  ];
  if (reasons.length > 0) return { code, verdict: 'fails', reasons };
  if (lacking.length > 0)
    return { code, verdict: 'untested', reasons: [`it has no ${lacking.join(' and no ')} example`] };
  return { code, verdict: 'holds', reasons: [] };
}

async function flawsOf(rule: Rule, example: Example, options: JsonObject, isBad: boolean): Promise<string[]> {
  const name = isBad ? 'bad' : 'good';
  const files: Readonly<Record<string, string>> = typeof example === 'string' ? { 'asyncapi.yaml': example } : example;
  const [location, text] = Object.entries(files)[0] ?? ['asyncapi.yaml', ''];
  const { contract } = await readText(location, text, at => files[at]);
  if (!contract) return [`its ${name} example is no AsyncAPI document`];
  const found = await runRules(contract, [rule], { [rule.code]: options });
  const failure = found.find(({ code }) => code !== rule.code);
  if (failure) return [`on its ${name} example: ${failure.message}`];
  if (isBad) return found.length > 0 ? [] : ['it finds nothing in its bad example'];
  return found.map(({ message }: Finding) => `in its good example it finds: ${message}`);
}

function isEmpty(example: Example): boolean {
  return typeof example === 'string' ? example.trim() === '' : Object.keys(example).length === 0;
}
