import { dirname, resolve } from 'node:path';
import { digestOf, lazily } from '@portolan/base';
import { NO_SETTINGS } from '@portolan/checks';
import type { Governing } from './governing.ts';
import { foldersUp, settingsIn, slashed } from './places.ts';
import { readGoverning } from './read-governing.ts';
import { ON_DISK, type SettingsFiles } from './settings-files.ts';

/** Where settings are looked for, and what they may do. */
export interface SettingsOptions {
  /** The only settings file that counts; else each file is governed by the nearest one above it. */
  readonly config?: string;
  /** Outside of a repository, settings are looked for up to this folder. */
  readonly top: string;
  /** Whether modules that settings name are run. They can do anything that this process may. */
  readonly plugins: boolean;
  /** A path as people see it; as it is unless told otherwise. */
  readonly shown?: (path: string) => string;
  /** Where settings files are; on the disk unless told otherwise. */
  readonly files?: SettingsFiles;
}

/** Finds the settings that govern files. What was read once is kept until `refresh`. */
export interface SettingsReader {
  /** The settings for a file by its absolute path. */
  of(file: string): Promise<Governing>;
  /** Absolute paths of the settings that would govern a file, were they there: the nearest first. */
  candidates(file: string): readonly string[];
  /** Everything may have changed: look again when somebody asks. */
  refresh(): void;
}

/** Its digest is made when somebody asks: what makes digests is a large part of Node, and most runs need none. */
const NONE: Governing = Object.freeze(
  lazily({ settings: NO_SETTINGS, team: [], files: [], watched: [] }, 'digest', () => digestOf([])),
);

export function openSettings(options: SettingsOptions): SettingsReader {
  const { config, top, plugins, shown = slashed, files = ON_DISK } = options;
  /** By folder: the path of the settings that govern it. */
  let places = new Map<string, string | undefined>();
  let known = new Map<string, Promise<Governing>>();

  function placeFor(folder: string): string | undefined {
    if (config !== undefined) return resolve(config);
    if (!places.has(folder))
      places.set(
        folder,
        foldersUp(folder, top)
          .map(settingsIn)
          .find(path => files.has(path)),
      );
    return places.get(folder);
  }

  return {
    async of(file) {
      const path = placeFor(dirname(file));
      if (path === undefined) return NONE;
      const reading = known.get(path) ?? readGoverning(path, { plugins, shown, files });
      known.set(path, reading);
      return await reading;
    },
    candidates(file) {
      return config === undefined ? foldersUp(dirname(file), top).map(settingsIn) : [resolve(config)];
    },
    refresh() {
      places = new Map();
      known = new Map();
    },
  };
}
