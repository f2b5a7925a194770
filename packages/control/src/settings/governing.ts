import type { Digest, Finding } from '@portolan/base';
import type { Rule, Settings, SettingsFile } from '@portolan/checks';

/** What judges the documents of a folder: the nearest settings with all that they extend, and the team's own rules. */
export interface Governing {
  readonly settings: Settings;
  /** Assertions and the rules of plugins, none of them twice. */
  readonly team: readonly Rule[];
  /** The files that say so, the nearest first; none where there are no settings. */
  readonly files: readonly GoverningFile[];
  /** Absolute paths of everything that it was made from: settings and plugins. */
  readonly watched: readonly string[];
  /** Differs when anything that counts differs: texts of settings and times of plugins. */
  readonly digest: Digest;
}

/** One settings file and what is wrong with it. */
export interface GoverningFile extends Pick<SettingsFile, 'location' | 'text' | 'locate'> {
  /** Absolute path. */
  readonly path: string;
  /** With ranges. What excludes hide or do not hide is not among them: only a run over documents tells. */
  readonly findings: readonly Finding[];
}
