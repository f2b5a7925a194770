import type { Example, Finding } from '@portolan/base';
import { readText } from '@portolan/contract';
import { describe, expect, test } from 'vitest';
import { type Rule, runRules, withRanges } from '../engine.ts';
import { rules } from './index.gen.ts';

describe.each(rules.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  test('is found in its bad example, at a place in the text, with every placeholder filled', async () => {
    const { read, made } = await run(rule, rule.bad);
    expect(errors(read)).toEqual([]);
    expect(made.length).toBeGreaterThan(0);
    for (const finding of made) {
      expect(finding).toMatchObject({ code, severity: rule.severity });
      expect(finding.range).toBeDefined();
      expect(`${finding.message} ${finding.help}`).not.toMatch(unfilled(rule));
    }
  });

  test('is gone in its good example', async () => {
    const { read, made } = await run(rule, rule.good);
    expect(errors(read)).toEqual([]);
    expect(made).toEqual([]);
  });

  test('has a good example that no other rule of the sets warns about', async () => {
    const others = rules.filter(({ sets }) => sets.length > 0);
    const { made } = await run(rule, rule.good, [rule, ...others]);
    expect(made.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

async function run(rule: Rule, example: Example, chosen: readonly Rule[] = [rule]) {
  const files = typeof example === 'string' ? { 'asyncapi.yaml': example } : example;
  const [location, text] = Object.entries(files)[0] as [string, string];
  const { contract, findings, locate } = await readText(location, text, name => files[name]);
  if (!contract) throw new Error(`the example of ${rule.code} is no AsyncAPI document`);
  return { read: findings, made: withRanges(await runRules(contract, chosen), locate) };
}

function errors(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

/** Placeholders of the templates that would stay visible; braces that come from the document are not among them. */
function unfilled(rule: Rule): RegExp {
  const names = Array.from(`${rule.says} ${rule.help}`.matchAll(/\{\w+\}/g), match => match[0]);
  return names.length === 0 ? /(?!)/ : new RegExp(names.map(name => name.replace(/[{}]/g, '\\$&')).join('|'));
}
