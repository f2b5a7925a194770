import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rules as known, type Proof, proofOf, type Rule } from '@portolan/checks';
import type { Governing } from '@portolan/control';
import { nothingAt } from '../documents/nothing-at.ts';
import { write } from '../output.ts';
import { type SettingsChoice, settingsFor } from '../validation/settled.ts';

/** Options of `rules`, as the command line gives them. */
export interface RulesOptions extends SettingsChoice {
  readonly all?: boolean;
  readonly test?: boolean;
  readonly format: string;
  readonly output?: string;
  readonly color: boolean;
}

/** One rule as it applies here. */
interface Applying {
  readonly code: string;
  readonly severity: string;
  /** `recommended`, `strict`, a file of the team, or nothing that switches it on by itself. */
  readonly from: string;
  readonly says: string;
}

/**
 * Lists the rules that apply at `path`, or tries the team’s own. Gives the exit code: 1 when one fails, or when the
 * settings have mistakes. Faults: CLI_PATH_MISSING, CLI_FILE_UNWRITABLE.
 */
export async function runRules(path: string, options: RulesOptions): Promise<number> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw await nothingAt(path);
  const reader = await settingsFor(options);
  const governing = await reader.of(stats.isDirectory() ? join(resolve(path), 'portolan.yaml') : resolve(path));
  const wrong = warn(governing);
  if (options.test) return (await test(governing, options)) || wrong ? 1 : 0;
  const rules = applying(governing).filter(({ severity }) => options.all || severity !== 'off');
  await write(() => (options.format === 'json' ? json({ rules }) : table(rules)), options);
  return wrong ? 1 : 0;
}

function applying({ settings, team }: Governing): Applying[] {
  const { set = 'recommended', severities } = settings;
  return [...known, ...team].map(rule => {
    const { code, says, sets } = rule;
    const inSet = rule.from !== undefined || sets.includes(set);
    const severity = severities[code] ?? (inSet ? rule.severity : 'off');
    return { code, severity, from: rule.from ?? sets[0] ?? 'no set', says };
  });
}

async function test({ settings, team }: Governing, options: RulesOptions): Promise<boolean> {
  const proofs = await Promise.all(team.map((rule: Rule) => proofOf(rule, settings.options[rule.code])));
  await write(() => (options.format === 'json' ? json({ proofs }) : proofLines(proofs)), options);
  return proofs.some(({ verdict }) => verdict === 'fails');
}

function proofLines(proofs: readonly Proof[]): string {
  const lines = proofs.map(({ code, verdict, reasons }) => {
    return `${verdict.padEnd(8)}  ${code}${reasons.length > 0 ? `: ${reasons.join('; ')}` : ''}`;
  });
  const count = (verdict: Proof['verdict']) => proofs.filter(proof => proof.verdict === verdict).length;
  const sum = `${proofs.length} ${proofs.length === 1 ? 'rule' : 'rules'} of the team: ${count('holds')} hold, ${count('fails')} fail, ${count('untested')} untested`;
  return `${[...lines, sum].join('\n')}\n`;
}

function table(rules: readonly Applying[]): string {
  const wide = (of: (rule: Applying) => string) => Math.max(0, ...rules.map(rule => of(rule).length));
  const [code, severity, from] = [wide(it => it.code), wide(it => it.severity), wide(it => it.from)];
  const lines = rules.map(rule => {
    return `${rule.severity.padEnd(severity)}  ${rule.code.padEnd(code)}  ${rule.from.padEnd(from)}  ${rule.says}`;
  });
  return `${lines.join('\n')}\n`;
}

/** Tells of mistakes in the settings: what is listed then is not what was meant. */
function warn({ files }: Governing): boolean {
  const findings = files.flatMap(({ location, findings }) => findings.map(finding => ({ location, finding })));
  for (const { location, finding } of findings) {
    const { range, message, severity } = finding;
    console.error(`${location}${range ? `:${range.start.line}:${range.start.column}` : ''}: ${severity}: ${message}`);
  }
  return findings.some(({ finding }) => finding.severity === 'error');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
