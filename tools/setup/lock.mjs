import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './words.mjs';

const OLDEST_MS = 20 * 60_000;

/** Runs `work` while no other process of this checkout runs work of the same name; waits its turn first. */
export async function withLock(root, name, work) {
  const folder = join(root, '.cache');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.lock`);
  let told = false;
  while (!take(file)) {
    if (!told) say(`Waiting for another process of this checkout (${name}) …`);
    told = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** True when the lock is ours now. A lock whose process is gone, or that is very old, counts for nothing. */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isStale(file)) rmSync(file, { force: true });
  return false;
}

function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > OLDEST_MS) return true;
    const pid = Number(readFileSync(file, 'utf8'));
    // An empty file is a lock that is being written this moment.
    return pid > 0 && !isAlive(pid);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
