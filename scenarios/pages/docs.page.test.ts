import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, type Look, newPage, newWindow, startBrowser } from './chromium.ts';
import { EXAMPLES, emptyFolder, ROOT } from './folders.ts';
import { soon } from './soon.ts';

/** One page of every kind. */
const PAGES = [
  'index.html',
  'services.html',
  'channels.html',
  'services/order-management.html',
  'channels/commerce.orders.changed.html',
  'messages/orderplaced.html',
  'messages/moisturemeasured.html',
  'servers/kafka-kafka.commerce.example.com.html',
  'teams/orders-team.html',
  'domains/sales.html',
  'documents/commerce-order-management-asyncapi.yaml.html',
];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves a folder below `/team/events/`, as a site may be published below the address of something else. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname);
    try {
      const text = readFileSync(join(folder, path.replace('/team/events/', '')));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(text);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return server;
}

describe.skipIf(!chromiumPath)('a written site', () => {
  const scratch = emptyFolder();
  const site = join(scratch.folder, 'site');
  let server: Server;
  let browser: Browser;
  let opened: Awaited<ReturnType<typeof newPage>>[] = [];
  /** Everything that pages asked for. */
  let asked: string[] = [];

  beforeAll(async () => {
    const program = join(ROOT, 'apps', 'cli', 'bin', 'portolan.mjs');
    execFileSync(process.execPath, [program, 'docs', ...EXAMPLES, '--out', site, '--title', 'Example events']);
    [server, browser] = await Promise.all([serve(site), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    scratch.remove();
  });
  afterEach(async () => {
    const wrongs = opened.flatMap(each => each.wrongs);
    await Promise.all(opened.map(({ page }) => page.context().close()));
    const elsewhere = asked.filter(url => !url.startsWith('file:') && !url.startsWith(base()));
    opened = [];
    asked = [];
    expect([wrongs, elsewhere]).toEqual([[], []]);
  });

  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/team/events/`;
  async function visit(path: string, look?: Look, root = base()): Promise<Page> {
    const opening = await newPage(await newWindow(browser, look));
    opened.push(opening);
    opening.page.on('request', request => asked.push(request.url()));
    await opening.page.goto(root + path);
    return opening.page;
  }
  const fromDisk = (path: string) => visit(path, {}, `${pathToFileURL(site).href}/`);

  async function barriers(axe: AxeBuilder): Promise<string[]> {
    const { violations } = await axe.setLegacyMode().analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
  }

  test.each(PAGES)('%s has nothing that keeps people out, by day and by night', async path => {
    const page = await visit(path);
    expect(await barriers(new AxeBuilder({ page }))).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))).toEqual([]);
  });

  test.each(PAGES)('%s fits a phone', async path => {
    const page = await visit(path, { phone: true });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  });

  test('the search forgives a wrong letter and leads to the place, from a disk too', async () => {
    for (const page of [await visit('services/payments.html'), await fromDisk('services/payments.html')]) {
      await page.keyboard.press('/');
      await page.getByRole('dialog').getByRole('combobox').fill('ordreplaced');
      await page
        .getByRole('option', { name: /^OrderPlaced/ })
        .first()
        .waitFor();
      // From a disk axe itself asks for the style, which the policy forbids to everybody.
      if (page.url().startsWith('http')) expect(await barriers(new AxeBuilder({ page }).include('dialog'))).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'OrderPlaced' }).waitFor();
      expect(page.url()).toMatch(/messages\/orderplaced\.html$/);
    }
  });

  test('the first page searches where it stands', async () => {
    const page = await visit('index.html');
    await page.locator('.hero').getByRole('combobox').fill('soil moisture');
    await page.getByRole('option').first().click();
    await soon(() => page.url()).toMatch(/\/(channels|messages)\//);
  });

  test('an address of a field opens the tree there, in a definition that was closed as well', async () => {
    const page = await visit('messages/orderplaced.html#2.payload.orderId');
    const field = page.locator('[id="2.payload.orderId"]');
    await soon(() => field.isVisible()).toBe(true);
    expect(await field.evaluate(row => row.matches(':target'))).toBe(true);
  });

  test('evidence opens where it is asked for, by keyboard', async () => {
    const page = await visit('channels/commerce.orders.changed.html');
    const badge = page.locator('summary.confidence').first();
    await badge.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.evidence-box').first().textContent()).toContain('written as “send”');
  });

  test('a long list is narrowed by typing, and the arrows go from row to row', async () => {
    const page = await visit('channels.html');
    const filter = page.getByRole('searchbox', { name: 'Filter channels' });
    await filter.fill('frost');
    expect(await page.locator('tbody tr:visible').count()).toBe(1);
    await filter.fill('');
    await page.locator('tbody a.row-link').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(
      await page
        .locator('tbody tr')
        .nth(1)
        .locator('a.row-link')
        .evaluate(link => link === document.activeElement),
    ).toBe(true);
  });

  test('the theme that was chosen stays on the next page', async () => {
    const page = await visit('index.html');
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    await page.getByRole('link', { name: 'Services' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Services' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  test('on a phone the pages are behind a menu', async () => {
    const page = await visit('index.html', { phone: true });
    const pages = page.getByRole('navigation', { name: 'Pages' });
    expect(await pages.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await pages.getByRole('link', { name: 'Teams' }).click();
    await page.getByRole('heading', { level: 1, name: 'Teams' }).waitFor();
  });
});
