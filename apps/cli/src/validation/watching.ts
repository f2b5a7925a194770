import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { folders, type Source } from '@portolan/control';

/** How long events are collected (ms): editors write by renaming, and one save is many events. */
const SETTLE = 60;

/** Hints that something may have changed among what was given or read. */
export interface Watching extends Disposable {
  /**
   * What to watch from now on, beside the folders that were given: files that were read, or would be if they were there.
   * Gives whether there is something among it that was not watched until now.
   */
  follow(files: Iterable<string>): Promise<boolean>;
}

/** Watches the folders among `paths` with all that is in them, and the folders of the files that are followed. */
export async function watching(paths: readonly string[], hint: () => void): Promise<Watching> {
  const given: string[] = [];
  for (const path of paths) if ((await stat(path).catch(() => undefined))?.isDirectory()) given.push(path);
  let soon: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(soon);
    soon = setTimeout(hint, SETTLE);
  };
  const sources: readonly Source[] = folders(given);
  const watches = sources.map(source => source.watch(later));
  const byFolder = new Map<string, FSWatcher>();
  return {
    async follow(files) {
      const wanted = new Set([...files].map(file => dirname(resolve(file))));
      for (const [folder, watcher] of byFolder) {
        if (wanted.has(folder)) continue;
        watcher.close();
        byFolder.delete(folder);
      }
      const fresh = [...wanted].filter(folder => !byFolder.has(folder));
      const followed = fresh.filter(follow);
      // A source follows the folders that it meets on a scan.
      for (const source of sources) await source.scan().catch(() => undefined);
      return followed.length > 0;
    },
    [Symbol.dispose]() {
      clearTimeout(soon);
      for (const each of watches) each[Symbol.dispose]();
      for (const watcher of byFolder.values()) watcher.close();
    },
  };

  function follow(folder: string): boolean {
    try {
      const watcher = watch(folder, later);
      watcher.on('error', () => {
        watcher.close();
        byFolder.delete(folder);
      });
      byFolder.set(folder, watcher);
      return true;
    } catch {
      // It is not there, or may not be watched: the next look tries again.
      return false;
    }
  }
}
