import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Browsers that will do, in the order in which they are looked for. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's Chromium: what PORTOLAN_CHROMIUM names, else the first on the PATH; undefined when there is none. */
function findChromium(): string | undefined {
  const named = process.env.PORTOLAN_CHROMIUM;
  if (named) return isProgram(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return BROWSERS.flatMap(name => folders.map(folder => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where it is; undefined when this machine has none. */
export const chromiumPath = findChromium();

/** Starts the machine's Chromium, without anything that talks to the internet by itself. */
export function startBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error('There is no Chromium on this machine.');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--enable-unsafe-swiftshader',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** How a page is looked at. */
export interface Look {
  readonly theme?: 'light' | 'dark';
  /** A phone is 390 pixels wide and has no pointer that hovers. */
  readonly phone?: boolean;
}

/** A browser window for pages that are looked at one way; what one page loaded, the next one has at hand. */
export function newWindow(browser: Browser, { theme = 'light', phone = false }: Look = {}): Promise<BrowserContext> {
  return browser.newContext({
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 860 },
    hasTouch: phone,
    isMobile: phone,
  });
}

/** A new page, and a list of what the portal itself does wrong on it: faults of scripts, and what its policy forbids. */
export async function newPage(window: BrowserContext): Promise<{ page: Page; wrongs: readonly string[] }> {
  const page = await window.newPage();
  const wrongs: string[] = [];
  page.on('pageerror', error => wrongs.push(String(error)));
  page.on('console', message => {
    // The browser itself notes every answer with an error status; pages of unknown things have one on purpose.
    const ofBrowser = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !ofBrowser) wrongs.push(message.text());
  });
  return { page, wrongs };
}
