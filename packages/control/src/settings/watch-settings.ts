import { type FSWatcher, watch } from 'node:fs';
import { SETTINGS_FILE } from '@portolan/checks';
import { foldersUp } from './places.ts';

/** How long events are collected (ms): editors write by renaming. */
const SETTLE = 100;

/** Excludes end with a day, and nobody changes a file then (ms). */
const HOURLY = 3_600_000;

/**
 * Hints that settings above a folder may have changed, or that another day may have begun. What is in the folder itself
 * is watched by whoever watches its documents. A folder that cannot be watched is left out: the next hint finds it.
 */
export function watchSettings(folder: string, hint: () => void): Disposable {
  let soon: NodeJS.Timeout | undefined;
  const watchers: FSWatcher[] = [];
  const heard = (_: string, name: string | null): void => {
    if (name !== null && name !== SETTINGS_FILE) return;
    clearTimeout(soon);
    soon = setTimeout(hint, SETTLE);
  };
  for (const above of foldersUp(folder, folder).slice(1)) {
    try {
      watchers.push(watch(above, heard).on('error', () => undefined));
    } catch {
      // Not every folder may be watched.
    }
  }
  const hourly = setInterval(hint, HOURLY).unref();
  return {
    [Symbol.dispose]() {
      clearTimeout(soon);
      clearInterval(hourly);
      for (const watcher of watchers) watcher.close();
    },
  };
}
