import { type Finding, type FindingKind, findingOf, nearest, type Origin, pointerOf } from '@portolan/base';
import type { Rule } from '../rule.ts';
import { conform } from './conform.ts';
import { SETTINGS_CODE_TAKEN, SETTINGS_RULE_UNKNOWN } from './findings.ts';
import type { Settings } from './model.ts';

/** A rule of a team's own, and where the settings bring it in. */
export interface TeamRule {
  readonly rule: Rule;
  readonly origin: Origin;
}

/** The rules that apply: those of the set, the team's own, and those that were switched on; none that is off. */
export function chosenRules(settings: Settings, known: readonly Rule[], team: readonly Rule[]): readonly Rule[] {
  const { set = 'recommended', severities } = settings;
  return [...known, ...team].filter(rule => {
    const level = severities[rule.code];
    if (level !== undefined) return level !== 'off';
    return rule.from !== undefined || rule.sets.includes(set);
  });
}

/** The team's rules without those whose code another one has already, which are findings. */
export function distinctRules(
  team: readonly TeamRule[],
  known: readonly FindingKind[],
): { readonly rules: readonly TeamRule[]; readonly findings: readonly Finding[] } {
  const taken = new Set(known.map(({ code }) => code));
  const rules: TeamRule[] = [];
  const findings: Finding[] = [];
  for (const it of team) {
    if (taken.has(it.rule.code)) findings.push(findingOf(SETTINGS_CODE_TAKEN, it.origin, { code: it.rule.code }));
    else rules.push(it);
    taken.add(it.rule.code);
  }
  return { rules, findings };
}

/**
 * What one settings file says about rules that are not there, and about options that they have not.
 *
 * @param kinds every kind of finding that there can be
 */
export function misnamed(source: string, settings: Settings, kinds: readonly (FindingKind | Rule)[]): Finding[] {
  const byCode = new Map(kinds.map(kind => [kind.code, kind]));
  const findings: Finding[] = [];
  const unknown = (code: string, origin: Origin): void => {
    const meant = nearest(code, byCode.keys());
    const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
    findings.push(findingOf(SETTINGS_RULE_UNKNOWN, origin, { code, hint }));
  };
  for (const code of Object.keys(settings.severities)) {
    const origin = { source, pointer: pointerOf('', 'rules', 'severities', code), part: 'key' as const };
    if (!byCode.has(code)) unknown(code, origin);
  }
  for (const [code, options] of Object.entries(settings.options)) {
    const pointer = pointerOf('', 'rules', 'options', code);
    const kind = byCode.get(code);
    if (!kind) {
      unknown(code, { source, pointer, part: 'key' });
      continue;
    }
    const properties = ('options' in kind && kind.options) || {};
    findings.push(
      ...conform(source, options, { type: 'object', additionalProperties: false, properties }, pointer).findings,
    );
  }
  for (const { rules, origin } of settings.excludes) {
    for (const code of rules) if (/^\w+$/.test(code) && !byCode.has(code)) unknown(code, origin);
  }
  return findings;
}
