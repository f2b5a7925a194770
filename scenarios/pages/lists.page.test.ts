import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { EXAMPLES, emptyFolder } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

pageTests(
  'Lists',
  () => EXAMPLES,
  visit => {
    test.each(['Services', 'Channels', 'Messages', 'Teams', 'Documents'])(
      '%s: all of them, with their number',
      async name => {
        const page = await visit(`/${name.toLowerCase()}`);
        const rows = page.getByRole('table', { name }).locator('tbody tr');
        await rows.first().waitFor();
        const link = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name });
        const total = await textOf(link.locator('.side-total'));
        expect(await rows.count()).toBe(Number(total));
      },
    );

    test('filters narrow the list, stand in the address, and can be cleared', async () => {
      const page = await visit('/services');
      await page.getByRole('combobox', { name: 'Any source' }).selectOption('farm');
      await page.waitForURL(/source=farm/);
      const rows = page.getByRole('table', { name: 'Services' }).locator('tbody tr');
      await soon(() => rows.count()).toBe(6);
      await page.getByRole('searchbox', { name: 'Filter services' }).fill('weather');
      await page.waitForURL(/q=weather/);
      await page.getByRole('link', { name: 'Weather Bridge' }).waitFor();
      await soon(() => rows.count()).toBeLessThan(6);
      await page.reload();
      await soon(() => rows.count()).toBeLessThan(6);
      await page.getByRole('button', { name: 'Clear' }).click();
      await soon(() => rows.count()).toBeGreaterThan(6);
    });

    test('the arrow keys walk through the rows, Enter opens one', async () => {
      const page = await visit('/teams');
      const links = page.getByRole('table', { name: 'Teams' }).locator('tbody a.row-link');
      await links.first().focus();
      await page.keyboard.press('ArrowDown');
      expect(await links.nth(1).evaluate(link => link === document.activeElement)).toBe(true);
      const name = await textOf(links.nth(1));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
    });

    test('a filter that fits nothing says so', async () => {
      const page = await visit('/messages?q=zzzqqq');
      await page.getByText('Nothing matches these filters.').waitFor();
    });
  },
);

const many = emptyFolder();
const SERVICES = 230;

/** More services than one page of the API holds. */
function manyServices(): readonly string[] {
  for (let n = 0; n < SERVICES; n++) {
    const name = `service-${String(n).padStart(3, '0')}`;
    mkdirSync(join(many.folder, name));
    const facts = ['asyncapi: 3.0.0', `info: { title: ${name}, version: 1.0.0 }`, 'channels: {}', ''];
    writeFileSync(join(many.folder, name, 'asyncapi.yaml'), facts.join('\n'));
  }
  return [many.folder];
}

pageTests('A long list', manyServices, visit => {
  afterAll(() => many.remove());

  test('goes on as one comes near its end, until everything is there', async () => {
    const page = await visit('/services');
    const rows = page.getByRole('table', { name: 'Services' }).locator('tbody tr');
    await soon(async () => {
      await page.keyboard.press('End');
      return rows.count();
    }).toBe(SERVICES);
    await page.getByRole('link', { name: 'service-229' }).waitFor();
  });
});
