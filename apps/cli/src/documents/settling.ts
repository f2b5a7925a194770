import { settledBy } from '@portolan/checks/engine';
import type { Contract } from '@portolan/contract';
import { openSettings, type SettingsReader, slashed } from '@portolan/control/local';
import { shown } from './paths.ts';

/** Where the decisions of teams about directions stand. */
export interface Settling {
  readonly settings: SettingsReader;
  /** Folder that the locations of documents are relative to. */
  readonly root: string;
}

/**
 * By the settings that are in the files of this machine.
 *
 * @param config the only settings file that counts, where there is one
 */
export function settlingHere(config?: string): Settling {
  const top = process.cwd();
  return { settings: openSettings({ ...(config !== undefined && { config }), top, plugins: false, shown }), root: top };
}

/**
 * A document with the directions that its team has settled.
 *
 * @param place where it stands: its absolute path
 */
export async function withSettled(contract: Contract, place: string, { settings, root }: Settling): Promise<Contract> {
  const { directions } = (await settings.of(place)).settings;
  return settledBy(directions, contract, slashed(root)).contract;
}
