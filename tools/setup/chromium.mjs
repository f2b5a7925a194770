import { existsSync } from 'node:fs';
import { runChild } from './child.mjs';
import { say } from './words.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of a Chromium for the page tests. Where there is none it is installed from Debian's packages if we may;
 * otherwise undefined, and why.
 */
export async function ensureChromium(env = process.env) {
  const found = findChromium(env);
  if (found) return { path: found };
  if (env.PORTOLAN_CHROMIUM) return { why: `PORTOLAN_CHROMIUM names ${env.PORTOLAN_CHROMIUM}, and nothing is there` };
  if (!existsSync('/usr/bin/apt-get'))
    return { why: 'no Chromium or Chrome was found; PORTOLAN_CHROMIUM can name one' };
  if (process.getuid?.() !== 0) {
    return { why: 'Chromium is missing and only root may install it: `sudo apt-get install chromium`' };
  }
  say('Installing Chromium for the page tests (apt-get install chromium fonts-liberation) …');
  const installed =
    (await apt('update')) && (await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'));
  const path = installed ? findChromium(env) : undefined;
  return path ? { path } : { why: 'Chromium could not be installed: see apt-get’s words above' };
}

function findChromium(env) {
  if (env.PORTOLAN_CHROMIUM) return existsSync(env.PORTOLAN_CHROMIUM) ? env.PORTOLAN_CHROMIUM : undefined;
  return PLACES.find(existsSync);
}

async function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, quiet: output => say(output.split('\n').slice(-15).join('\n').trimEnd()) };
  return (await runChild('apt-get', args, options)) === 0;
}
