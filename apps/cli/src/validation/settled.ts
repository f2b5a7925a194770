import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { JudgeOptions, RuleSet } from '@portolan/checks';
import { type Governing, openSettings, type SettingsReader, slashed, today } from '@portolan/control/local';
import { nothingAt } from '../documents/nothing-at.ts';
import { shown } from '../documents/paths.ts';

/** Which settings a command goes by. */
export interface SettingsChoice {
  /** The only settings file that counts; else the nearest `portolan.yaml` above each document. */
  readonly config?: string;
  /** A set of rules in place of the one that settings choose. */
  readonly rules?: RuleSet;
  /** Whether documents are scored too. */
  readonly scored?: boolean;
}

/** Opens the settings for a command; the modules that they name are run. Faults: CLI_PATH_MISSING. */
export async function settingsFor({ config }: SettingsChoice): Promise<SettingsReader> {
  if (config !== undefined && !(await stat(config).catch(() => undefined))?.isFile()) throw await nothingAt(config);
  return openSettings({ ...(config !== undefined && { config }), top: process.cwd(), plugins: true, shown });
}

/** How documents are judged that these settings govern. */
export function judgingBy({ settings, team }: Governing, { rules, scored = false }: SettingsChoice) {
  return {
    settings: rules === undefined ? settings : { ...settings, set: rules },
    team,
    today: today(),
    root: slashed(process.cwd()),
    scored,
  } satisfies JudgeOptions & { readonly scored: boolean };
}

/** The settings that govern this folder: they say how a command behaves where the command line does not. */
export function settingsHere(reader: SettingsReader): Promise<Governing> {
  return reader.of(resolve(process.cwd(), 'portolan.yaml'));
}
