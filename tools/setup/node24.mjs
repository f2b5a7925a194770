import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './words.mjs';

const NEEDED = 24;

/**
 * The Node that runs Portolan: the pinned one that npm installed for this platform, else the running one where it is
 * new enough.
 *
 * @throws Stop when there is neither.
 */
export function chooseNode(root) {
  const pinned = pinnedNode(root);
  if (pinned) return pinned;
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath;
  throw new Stop(
    `Portolan runs on Node ${NEEDED} or newer; this is Node ${process.versions.node}, and npm has no pinned Node for ` +
      `${process.platform} ${process.arch}.\nInstall Node ${NEEDED} (https://nodejs.org) and run the command again.`,
  );
}

/** Path of the pinned Node, when it is installed and runs here; undefined otherwise. */
export function pinnedNode(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  // It may be there and not run: built for another C library, say.
  if (!existsSync(path) || spawnSync(path, ['--version']).status !== 0) return undefined;
  return path;
}
