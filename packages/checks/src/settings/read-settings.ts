import {
  compareFindings,
  type Finding,
  isObject,
  type Origin,
  pointerOf,
  type Range,
  type Severity,
} from '@portolan/base';
import { locate, parse } from '@portolan/contract/text';
import type { Mapping, UseMapping } from '@portolan/evidence/port';
import type { Assertion, Condition } from '../assertions/model.ts';
import { conform } from './conform.ts';
import { settingsJsonSchema } from './json-schema.ts';
import { type Exclude, NO_SETTINGS, type Settings, type SettledDirection, type SignOff, type Waiver } from './model.ts';

/** One settings file as it was read. */
export interface SettingsFile {
  readonly location: string;
  readonly text: string;
  /** What it says by itself: what it extends is not in it. */
  readonly settings: Settings;
  /** Files that it begins with, as written. */
  readonly extends: readonly { readonly path: string; readonly origin: Origin }[];
  /** What is wrong with it, with ranges. What can be used of it is in the settings all the same. */
  readonly findings: readonly Finding[];
  readonly locate: (origin: Origin) => Range | undefined;
}

/**
 * Reads a text of `portolan.yaml`. Never throws: what is wrong with it is a finding, and left out.
 *
 * @param folder that its patterns of files are relative to, in the terms of `JudgeOptions.root`
 */
export function readSettings(location: string, text: string, folder = ''): SettingsFile {
  const parsed = parse(location, text);
  const flaws = parsed.readable
    ? conform(location, parsed.value, settingsJsonSchema)
    : { findings: [], usable: () => false };
  const placeOf = (origin: Origin) => (origin.source === location ? locate(parsed, origin) : undefined);
  const found = flaws.findings.map(finding => ({ ...finding, ...rangeOf(placeOf(finding.origin)) }));
  const at = (pointer: string, part?: 'key'): Origin => ({ source: location, pointer, ...(part && { part }) });
  const file = isObject(parsed.value) ? parsed.value : {};
  const { usable } = flaws;
  // What has to be a list and is none has no items: they would be looked at as if they were whole.
  const isWrong = (name: string) =>
    !Array.isArray(file[name]) && flaws.findings.some(({ origin }) => origin.pointer === pointerOf('', name));
  const items = (name: string) =>
    isWrong(name) ? [] : listOf(file[name]).map((item, index) => [item, pointerOf('', name, index)] as const);
  const usableItems = (name: string) => items(name).filter(([, pointer]) => usable(pointer));
  const rules = isObject(file.rules) ? file.rules : {};

  /** The usable members of a map below `rules`. */
  function members<T>(name: string): Readonly<Record<string, T>> {
    const map = isObject(rules[name]) ? rules[name] : {};
    const kept = Object.entries(map).filter(([code]) => usable(pointerOf('', 'rules', name, code)));
    return Object.fromEntries(kept) as Record<string, T>;
  }

  const settings: Settings = {
    ...NO_SETTINGS,
    ...(rules.set !== undefined && usable('/rules/set') && { set: rules.set as NonNullable<Settings['set']> }),
    severities: members('severities'),
    options: members('options'),
    excludes: usableItems('exclude').map(([item, pointer]) => excludeOf(item, folder, at(pointer))),
    assertions: usableItems('assertions').map(([item, pointer]) => assertionOf(item, at(pointer))),
    plugins: usableItems('plugins').map(([path, pointer]) => ({ path: String(path), origin: at(pointer) })),
    remote: usableItems('remote').map(([host]) => String(host)),
    ...(file['fail-on'] !== undefined && usable('/fail-on') && { failOn: file['fail-on'] as Severity | 'never' }),
    ...(file.format !== undefined && usable('/format') && { format: String(file.format) }),
    directions: usableItems('directions').map(([item, pointer]) => {
      const { at: files, ...rest } = item as Omit<SettledDirection, 'files' | 'folder' | 'origin'> & { at: string };
      return { ...rest, files, folder, origin: at(pointer) };
    }),
    waivers: usableItems('waivers').map(([item, pointer]) => ({
      ...(item as Pick<Waiver, 'owner' | 'reason' | 'until'>),
      ...ofChanges(item, folder, at(pointer)),
    })),
    signOffs: usableItems('sign-offs').map(([item, pointer]) => ({
      ...(item as Pick<SignOff, 'consumer' | 'team' | 'on' | 'reason'>),
      ...ofChanges(item, folder, at(pointer)),
    })),
    evidence: usableItems('evidence').map(([item, pointer]) => {
      const { uses, ...rest } = item as Mapping & { uses?: UseMapping | readonly UseMapping[] };
      return { ...rest, uses: listOf(uses), folder, origin: at(pointer) };
    }),
    ...(file['require-version'] !== undefined &&
      usable('/require-version') && { requireVersion: file['require-version'] === true }),
  };
  const bases = Array.isArray(file.extends) ? usableItems('extends') : [[file.extends, '/extends'] as const];
  return {
    location,
    text,
    settings,
    extends: bases.flatMap(([path, pointer]) =>
      typeof path === 'string' && usable(pointer) ? [{ path, origin: at(pointer) }] : [],
    ),
    findings: [...parsed.findings, ...found].sort(compareFindings),
    locate: placeOf,
  };
}

function excludeOf(item: unknown, folder: string, origin: Origin): Exclude {
  const { rule, at, channel, operation, message, reason, until } = item as Record<string, string | undefined> & {
    rule: string | string[];
  };
  const hash = at?.indexOf('#') ?? -1;
  const files = at === undefined ? undefined : hash < 0 ? at : at.slice(0, hash);
  const pointer = at === undefined || hash < 0 ? undefined : at.slice(hash + 1);
  return {
    rules: listOf(rule).map(String),
    ...(files && { files }),
    ...(pointer && { pointer }),
    ...(channel !== undefined && { channel }),
    ...(operation !== undefined && { operation }),
    ...(message !== undefined && { message }),
    reason: String(reason),
    ...(until !== undefined && { until }),
    folder,
    origin,
  };
}

function ofChanges(item: unknown, folder: string, origin: Origin) {
  const { change, at } = item as { change: string | string[]; at?: string };
  return { changes: listOf(change), ...(at !== undefined && { files: at }), folder, origin };
}

function assertionOf(item: unknown, origin: Origin): Assertion {
  const {
    where,
    must,
    severity = 'warning',
    ...rest
  } = item as Omit<Assertion, 'where' | 'must' | 'origin'> & {
    where?: Condition | readonly Condition[];
    must: Condition | readonly Condition[];
  };
  return { ...rest, severity, where: listOf(where), must: listOf(must), origin };
}

/** A list as it is, nothing as an empty one, anything else as its only item. */
function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as T];
}

function rangeOf(range: Range | undefined): { range?: Range } {
  return range ? { range } : {};
}
