import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { withLock } from './lock.mjs';
import { Stop, say } from './words.mjs';

/**
 * Installs the locked dependencies when they are not there or the lockfile has changed since.
 *
 * @throws Stop when npm cannot install them.
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  await withLock(root, 'install', async () => {
    if (isInstalled(root)) return;
    if (!agreesWithLockfile(root)) await install(root);
    writeFileSync(stampOf(root), digestOfLockfile(root));
  });
}

const stampOf = root => join(root, 'node_modules', '.portolan-install');

const digestOfLockfile = root =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

function isInstalled(root) {
  const stamp = stampOf(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOfLockfile(root);
}

/** True when npm's own record of what stands in node_modules matches the lockfile, so that nothing is to be done. */
export function agreesWithLockfile(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const there = present[path];
    if (!there) return entry.optional === true;
    return there.version === entry.version && (!entry.integrity || there.integrity === entry.integrity);
  });
}

async function install(root) {
  say('Installing the locked dependencies (npm ci) …');
  const started = Date.now();
  const npm = npmCommand();
  const args = [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  let exit;
  try {
    exit = await runChild(npm.command, args, { cwd: root, shell: npm.shell, quiet: complaint });
  } catch (error) {
    throw new Stop(`npm could not be run (${error.message}). Portolan needs Node 20 or newer with its npm.`);
  }
  if (exit > 128) throw new Stop('The installation was interrupted; the next run starts it again.', exit);
  if (exit !== 0) {
    throw new Stop(
      'The dependencies could not be installed: see npm’s words above.\n' +
        'The first run needs the npm registry. Behind a mirror or a proxy, set it with `npm config set registry …`.',
    );
  }
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** npm's reason; the usage text that it likes to add is left out. */
function complaint(output) {
  const lines = output.trimEnd().split('\n');
  const usage = lines.findIndex(line => /Usage:/.test(line));
  say(lines.slice(0, usage < 0 ? undefined : usage).join('\n'));
}

/**
 * The npm that called us, else the one on the PATH. It has to run on the machine's own Node: the pinned one lies in
 * the folder that `npm ci` deletes first.
 */
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('.js') && node) return { command: node, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}
