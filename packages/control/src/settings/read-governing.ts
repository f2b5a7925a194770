import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { compareFindings, digestOf, type Finding, findingOf, type Origin, type Params } from '@portolan/base';
import {
  distinctRules,
  knownKinds,
  merged,
  misnamed,
  type Rule,
  readSettings,
  rulesOfAssertions,
  type SettingsFile,
  settingsKinds,
  type TeamRule,
} from '@portolan/checks';
import type { Governing } from './governing.ts';
import { slashed } from './places.ts';
import { loadPlugin } from './plugin.ts';
import type { SettingsFiles } from './settings-files.ts';

/** How settings are read. */
export interface ReadGoverningOptions {
  /** Whether modules that settings name are run. */
  readonly plugins: boolean;
  /** A path as people see it. */
  readonly shown: (path: string) => string;
  readonly files: SettingsFiles;
}

/** Files that one settings file may take in, one after the other. */
const MOST_FILES = 50;

interface Taken {
  readonly path: string;
  readonly file: SettingsFile;
  readonly findings: Finding[];
}

/**
 * Reads a settings file with all that it extends, checks it against the rules there are, and loads the team's own rules.
 * Never throws for what stands in it.
 */
export async function readGoverning(path: string, options: ReadGoverningOptions): Promise<Governing> {
  const taken: Taken[] = [];
  const marks: string[] = [];
  const watched: string[] = [];
  let [named, loaded] = [0, 0];
  await take(path, []);

  /** Puts a file behind those that it extends: later ones win. */
  async function take(at: string, way: readonly string[], origin?: Origin, by?: Taken): Promise<void> {
    const refuse = (reason: string) =>
      say(by, settingsKinds.SETTINGS_EXTENDS_FAILED, origin, { path: options.shown(at), reason });
    if (way.includes(at)) return refuse('it extends itself');
    if (taken.some(known => known.path === at)) return;
    if (taken.length >= MOST_FILES) return refuse(`there are more than ${MOST_FILES} already`);
    const text = await options.files.text(at);
    if (text === undefined && by) return refuse('there is no such file');
    const file = readSettings(options.shown(at), text ?? '', slashed(dirname(at)));
    const here: Taken = { path: at, file, findings: [...file.findings] };
    marks.push(`${at} ${text}`);
    watched.push(at);
    for (const base of file.extends) await take(resolve(dirname(at), base.path), [...way, at], base.origin, here);
    taken.push(here);
  }

  const team: { readonly it: TeamRule; readonly by: Taken }[] = [];
  for (const by of taken) {
    const { assertions, plugins } = by.file.settings;
    const declared = await rulesOfAssertions(assertions);
    for (const [index, rule] of declared.entries()) {
      team.push({ it: { rule, origin: (assertions[index] as { origin: Origin }).origin }, by });
    }
    for (const plugin of plugins) {
      const module = resolve(dirname(by.path), plugin.path);
      watched.push(module);
      named++;
      marks.push(`${module} ${(await stat(module).catch(() => undefined))?.mtimeMs} ${options.plugins}`);
      for (const rule of await rulesIn(module, plugin, by)) team.push({ it: { rule, origin: plugin.origin }, by });
    }
  }

  async function rulesIn(module: string, plugin: { path: string; origin: Origin }, by: Taken): Promise<Rule[]> {
    if (!options.plugins) {
      say(by, settingsKinds.SETTINGS_PLUGIN_NOT_LOADED, plugin.origin, { path: plugin.path });
      return [];
    }
    try {
      const rules = await loadPlugin(module, options.shown(module));
      loaded++;
      return rules;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const reason = (message.split('\n')[0] as string).replace(/\.$/, '');
      say(by, settingsKinds.SETTINGS_PLUGIN_FAILED, plugin.origin, { path: plugin.path, reason });
      return [];
    }
  }

  const distinct = distinctRules(
    team.map(({ it }) => it),
    knownKinds,
  );
  const rules = distinct.rules.map(({ rule }) => rule);
  for (const finding of distinct.findings) {
    taken.find(({ file }) => file.location === finding.origin.source)?.findings.push(finding);
  }
  const complete = loaded === named;
  for (const { file, findings } of taken) {
    const said = misnamed(file.location, file.settings, [...knownKinds, ...rules]);
    // Of rules that could not be loaded nobody knows the codes.
    findings.push(...said.filter(({ code }) => complete || code !== settingsKinds.SETTINGS_RULE_UNKNOWN.code));
  }
  const settings = merged(...taken.map(({ file }) => file.settings));
  return {
    settings,
    team: rules,
    files: taken.toReversed().map(({ path: absolute, file, findings }) => ({
      path: absolute,
      location: file.location,
      text: file.text,
      locate: file.locate,
      findings: findings.map(finding => placed(finding, file)).sort(compareFindings),
    })),
    watched,
    digest: digestOf(marks),
  };
}

function say(
  by: Taken | undefined,
  kind: Parameters<typeof findingOf>[0],
  origin: Origin | undefined,
  params: Params,
): void {
  if (by && origin) by.findings.push(findingOf(kind, origin, params));
}

function placed(finding: Finding, file: SettingsFile): Finding {
  const range = finding.range ?? file.locate(finding.origin);
  return range ? { ...finding, range } : finding;
}
