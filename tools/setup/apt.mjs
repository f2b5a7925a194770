import { existsSync } from 'node:fs';
import { runChild } from './child.mjs';
import { say } from './words.mjs';

/**
 * Installs Debian packages that tests need. Answers why that was not possible; undefined when they are there now.
 *
 * @param {string} what what the packages are called among people, as in "Chromium"
 * @param {string[]} packages
 * @param {string} purpose what they are for, as in "the page tests"
 */
export async function installPackages(what, packages, purpose) {
  if (!existsSync('/usr/bin/apt-get')) return `${what} is missing`;
  if (process.getuid?.() !== 0) {
    return `${what} is missing and only root may install it: \`sudo apt-get install ${packages[0]}\``;
  }
  say(`Installing ${what} for ${purpose} (apt-get install ${packages.join(' ')}) …`);
  const installed = (await apt('update')) && (await apt('install', '-y', '--no-install-recommends', ...packages));
  return installed ? undefined : `${what} could not be installed: see apt-get’s words above`;
}

async function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, quiet: output => say(output.split('\n').slice(-15).join('\n').trimEnd()) };
  return (await runChild('apt-get', args, options)) === 0;
}
