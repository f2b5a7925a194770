import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { withLock } from './lock.mjs';
import { Stop, say } from './words.mjs';

/** What the portal is built from; a change in any of it makes the built portal out of date. */
const SOURCES = [
  'apps/web',
  'apps/server/src/port.ts',
  'packages/base',
  'packages/schema',
  'packages/contract',
  'packages/chart',
  'packages/generate',
  'packages/evidence',
  'package-lock.json',
];

/**
 * Builds the portal into apps/web/dist unless it stands there already and nothing it is made of has changed.
 *
 * @throws Stop when the build fails.
 */
export async function ensurePortal({ root, node }) {
  if (isCurrent(root)) return;
  await withLock(root, 'portal', async () => {
    if (isCurrent(root)) return;
    say('Building the portal …');
    const digest = digestOfSources(root);
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const exit = await runChild(node, [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'apps', 'web'),
      quiet: output => say(output.trimEnd()),
    });
    if (exit !== 0) throw new Stop('The portal could not be built: see above.', exit);
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(stampOf(root), digest);
  });
}

const stampOf = root => join(root, '.cache', 'portal.digest');

function isCurrent(root) {
  if (!existsSync(join(root, 'apps', 'web', 'dist', 'index.html')) || !existsSync(stampOf(root))) return false;
  return readFileSync(stampOf(root), 'utf8') === digestOfSources(root);
}

function digestOfSources(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, root, source);
  return hash.digest('hex');
}

function addTo(hash, root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  const entries = entriesOf(full);
  if (!entries) {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
    return;
  }
  for (const name of entries.sort()) {
    if (name === 'node_modules' || name === 'dist' || /\.test\.tsx?$/.test(name)) continue;
    addTo(hash, root, `${path}/${name}`);
  }
}

/** Names in a folder; undefined for a file. */
function entriesOf(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
