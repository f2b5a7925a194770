import { type FSWatcher, watch } from 'node:fs';
import { basename, join } from 'node:path';

/** Times in milliseconds. */
const SETTLE = 50;
const PATIENCE = 250;
const AFTERMATH = 1_000;
const POLL = 2_000;

/** Hints that something below a folder changed. Which folders there are is told by whoever walks them. */
export interface Watcher extends Disposable {
  /** A folder that a walk is about to list. */
  enter(folder: string): void;
  /** The walk is over: folders that it did not meet are gone. */
  settle(): void;
}

/** How a folder is watched; `fs.watch` unless a test says otherwise. */
export type WatchFolder = (
  path: string,
  options: { recursive: boolean },
  heard: (event: string, name: string | null) => void,
) => FSWatcher;

/**
 * Watches a folder with all folders below it.
 *
 * On Linux each folder is watched by itself: Node's recursive watching there follows every single file, also those in
 * `node_modules`, and misses what is made quickly inside a new folder. Elsewhere the system watches whole trees.
 *
 * Events are hints, not facts: editors write by renaming, systems join and drop events. So a hint follows 50 ms after
 * the last event (250 ms after the first, when they do not stop), and a second one when a second has passed in peace,
 * by which time everything has been written and nothing can hide behind a coarse clock. Where the system cannot or will
 * not watch (no inotify watches left, some network drives), there is a hint every two seconds instead.
 */
export function watchTree(root: string, hint: () => void, watchFolder: WatchFolder = watch): Watcher {
  const perFolder = process.platform === 'linux';
  const watchers = new Map<string, FSWatcher>();
  let met = new Set<string>();
  let poll: NodeJS.Timeout | undefined;
  let lookout: NodeJS.Timeout | undefined;
  const later = quietly(hint);

  function close(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  function heard(folder: string, event: string, name: string | null): void {
    if (event === 'rename') {
      // The entry came, went, or was replaced; a watcher on what had this name before is deaf. The next walk renews it.
      if (name !== null) close(folder === '' ? name : `${folder}/${name}`);
      if (name === null || (folder === '' && name === basename(root))) close('');
    }
    later.call();
  }

  function fallBack(): void {
    for (const folder of [...watchers.keys()]) close(folder);
    poll ??= setInterval(hint, POLL);
  }

  return {
    enter(folder) {
      met.add(folder);
      if (poll !== undefined || watchers.has(folder) || (!perFolder && folder !== '')) return;
      try {
        const watcher = watchFolder(join(root, folder), { recursive: !perFolder }, (event, name) =>
          heard(folder, event, name),
        );
        watcher.on('error', () => {
          close(folder);
          later.call();
        });
        watchers.set(folder, watcher);
      } catch (error) {
        // A folder that went away in this moment is no reason to give up.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') fallBack();
      }
    },
    settle() {
      for (const folder of [...watchers.keys()]) if (!met.has(folder)) close(folder);
      met = new Set();
      // Nobody tells when a folder that went away comes back.
      clearTimeout(lookout);
      if (poll === undefined && !watchers.has('')) lookout = setTimeout(hint, POLL);
    },
    [Symbol.dispose]() {
      later.cancel();
      clearTimeout(lookout);
      clearInterval(poll);
      for (const folder of [...watchers.keys()]) close(folder);
    },
  };
}

/** Calls back when calls have stopped for a moment, and once more in the aftermath. */
function quietly(callback: () => void): { call(): void; cancel(): void } {
  let soon: NodeJS.Timeout | undefined;
  let after: NodeJS.Timeout | undefined;
  let first = 0;
  function fire(): void {
    soon = undefined;
    callback();
  }
  return {
    call() {
      const now = performance.now();
      if (soon === undefined) first = now;
      else clearTimeout(soon);
      soon = setTimeout(fire, Math.max(0, Math.min(SETTLE, first + PATIENCE - now)));
      clearTimeout(after);
      after = setTimeout(callback, AFTERMATH);
    },
    cancel() {
      clearTimeout(soon);
      clearTimeout(after);
    },
  };
}
