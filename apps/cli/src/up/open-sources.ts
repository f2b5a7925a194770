import { join } from 'node:path';
import { folders, type NamedSource, type Remote, type Source } from '@portolan/control';
import { dataFolder } from './data-folder.ts';

/** What sources are opened with. */
export interface SourcesOptions {
  /** Folder of the data of this command. */
  readonly data: string;
  readonly remote: Remote;
  /** Whether folders may run modules of rules. */
  readonly plugins: boolean;
}

/**
 * Opens all sources that a command names: folders by their own names, and those that are written as `name=where`. The
 * folder of data is made only for a source that keeps a copy there.
 *
 * Faults: CONTROL_SOURCE_MISSING, CONTROL_SECRET_MISSING, CLI_FILE_UNWRITABLE.
 */
export async function openSources(
  locations: readonly string[],
  named: readonly NamedSource[],
  { data, remote, plugins }: SourcesOptions,
): Promise<Source[]> {
  const copies = join(data, 'sources');
  if (named.some(({ folder }) => folder === undefined)) await dataFolder(data);
  const opened = await Promise.all(named.map(source => source.open({ data: copies, remote, plugins })));
  return [...folders(locations, { plugins, remote }), ...opened];
}
