import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { buildPortal } from './build-portal.ts';
import { chromiumPath, type Look, newPage, newWindow, startBrowser } from './chromium.ts';
import { type Portal, startPortal } from './portal.ts';

/** Opens a page of the portal. */
export type Visit = (path: string, look?: Look) => Promise<Page>;

/**
 * A group of tests on the pages of one running Portolan, in a real Chromium. A page that throws, or that does what the
 * content security policy forbids, fails its test whatever else it shows. Where there is no Chromium the tests are
 * skipped, and their name says why.
 *
 * @param folders the sources to start Portolan on, made when the tests begin
 * @param options further ones of the command line
 */
export function pageTests(
  name: string,
  folders: () => readonly string[],
  tests: (visit: Visit, portal: () => Portal) => void,
  options: readonly string[] = [],
) {
  if (!chromiumPath) {
    describe.skip(`${name} (skipped: no Chromium here; install one, or name it in PORTOLAN_CHROMIUM)`, () => {
      tests(
        () => Promise.reject(new Error('skipped')),
        () => {
          throw new Error('skipped');
        },
      );
    });
    return;
  }
  describe(name, () => {
    let portal: Portal | undefined;
    let browser: Browser | undefined;
    const windows = new Map<string, Promise<BrowserContext>>();
    let opened: Awaited<ReturnType<typeof newPage>>[] = [];

    beforeAll(async () => {
      await buildPortal();
      [portal, browser] = await Promise.all([startPortal(folders(), options), startBrowser()]);
    });
    afterAll(async () => {
      await browser?.close();
      await portal?.stop();
    });
    afterEach(async () => {
      const wrongs = opened.flatMap(each => each.wrongs);
      await Promise.all(opened.map(({ page }) => page.close()));
      opened = [];
      expect(wrongs).toEqual([]);
    });

    tests(
      async (path, look) => {
        if (!browser || !portal) throw new Error('The page tests have not begun.');
        const key = JSON.stringify(look ?? {});
        const window = windows.get(key) ?? newWindow(browser, look);
        windows.set(key, window);
        const opening = await newPage(await window);
        opened.push(opening);
        const { page } = opening;
        await page.goto(portal.url + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        return page;
      },
      () => {
        if (!portal) throw new Error('The page tests have not begun.');
        return portal;
      },
    );
  });
}
