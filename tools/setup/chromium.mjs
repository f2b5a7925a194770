import { existsSync } from 'node:fs';
import { installPackages } from './apt.mjs';

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
  const why = await installPackages('Chromium', ['chromium', 'fonts-liberation'], 'the page tests');
  if (why) return { why: `${why}; PORTOLAN_CHROMIUM can name one` };
  const path = findChromium(env);
  return path ? { path } : { why: 'Chromium was installed, but not where it is looked for' };
}

function findChromium(env) {
  if (env.PORTOLAN_CHROMIUM) return existsSync(env.PORTOLAN_CHROMIUM) ? env.PORTOLAN_CHROMIUM : undefined;
  return PLACES.find(existsSync);
}
