import type { JsonObject, Origin, Severity } from '@portolan/base';
import type { Assertion } from '../assertions/model.ts';
import type { RuleSet } from '../rule.ts';

/** How a rule is to be taken; `off` takes its findings away. */
export type Level = Severity | 'off';

/**
 * What a team has decided, in one `portolan.yaml` and those that it extends: plain data. Where they stand is told by
 * origins, so that what is wrong with them can be shown there.
 */
export interface Settings {
  /** Absent where no file says; `recommended` then. */
  readonly set?: RuleSet;
  /** By code. A rule that no set holds runs as soon as it has a level here. */
  readonly severities: Readonly<Record<string, Level>>;
  /** Options of rules by code. */
  readonly options: Readonly<Record<string, JsonObject>>;
  readonly excludes: readonly Exclude[];
  readonly assertions: readonly Assertion[];
  readonly plugins: readonly Plugin[];
  /** Hosts from which references may be loaded. */
  readonly remote: readonly string[];
  /** Mildest finding that makes a run fail. */
  readonly failOn?: Severity | 'never';
  /** How findings are printed where the command line does not say. */
  readonly format?: string;
}

/** Findings that a team has decided to live with. */
export interface Exclude {
  /** Codes, or patterns of codes. */
  readonly rules: readonly string[];
  /** Pattern of files, relative to the folder of the settings; absent for all. */
  readonly files?: string;
  /** Pattern of JSON pointers into these files, covering what is below them; absent for the whole of them. */
  readonly pointer?: string;
  /** Pattern of names of channels, operations or messages; absent for all places. */
  readonly channel?: string;
  readonly operation?: string;
  readonly message?: string;
  readonly reason: string;
  /** The last day on which it counts: `2027-01-31`. Absent for an exclude without an end. */
  readonly until?: string;
  /** Folder that patterns of files are relative to. */
  readonly folder: string;
  readonly origin: Origin;
}

/** A module of the team's own rules. */
export interface Plugin {
  /** As written: a path relative to the folder of the settings. */
  readonly path: string;
  readonly origin: Origin;
}

/** Settings without any decision: the rules of the set `recommended`. */
export const NO_SETTINGS: Settings = Object.freeze({
  severities: {},
  options: {},
  excludes: [],
  assertions: [],
  plugins: [],
  remote: [],
});
