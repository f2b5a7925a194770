import type { JsonObject, Origin, Severity } from '@portolan/base';
import type { Action } from '@portolan/contract';
import type { Mapping } from '@portolan/evidence/port';
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
  readonly directions: readonly SettledDirection[];
  readonly waivers: readonly Waiver[];
  readonly signOffs: readonly SignOff[];
  /** Whether a version that grew less than the changes ask for makes `portolan check` fail. */
  readonly requireVersion?: boolean;
  /** How files of other forms are read as evidence. */
  readonly evidence: readonly SettledMapping[];
}

/** A mapping with the place that it stands in. */
export interface SettledMapping extends Mapping {
  /** Folder that its pattern of files is relative to. */
  readonly folder: string;
  readonly origin: Origin;
}

/** Changes that something is decided about. */
interface OfChanges {
  /** Identities of changes as `portolan check` tells them, or patterns: `SCHEMA_CHANGED order /properties/*`. */
  readonly changes: readonly string[];
  /** Pattern of files, relative to the folder of the settings; absent for all. */
  readonly files?: string;
  readonly reason: string;
  /** Folder that patterns of files are relative to. */
  readonly folder: string;
  readonly origin: Origin;
}

/** Breaking changes that somebody takes the blame for, for a while. */
export interface Waiver extends OfChanges {
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it counts: `2027-01-31`. */
  readonly until: string;
}

/** What the team of a consumer said about changes that break it: that it is ready. */
export interface SignOff extends OfChanges {
  /** The service that breaks, as the chart calls it. */
  readonly consumer: string;
  /** The team that owns it, and says so. */
  readonly team: string;
  /** The day on which it said so. */
  readonly on: string;
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

/** Which way the messages of one operation flow: a person has found it out for good. */
export interface SettledDirection {
  /** Pattern of files, relative to the folder of the settings. */
  readonly files: string;
  /** Name of the operation: in AsyncAPI 3 its key, in 2 its `operationId`, else its address and verb. */
  readonly operation: string;
  readonly action: Action;
  /** How the team knows. */
  readonly reason: string;
  /** Folder that the pattern of files is relative to. */
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
  directions: [],
  waivers: [],
  signOffs: [],
  evidence: [],
});
