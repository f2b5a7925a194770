import { expect, test } from 'vitest';
import { EXAMPLES } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

pageTests(
  'Home',
  () => EXAMPLES,
  visit => {
    test('shows the organisations at a glance: how much there is, from where, and over what', async () => {
      const page = await visit('/');
      const numbers = page.getByRole('navigation', { name: 'The organisation in numbers' });
      await soon(() => numbers.getByRole('link').allInnerTexts()).toHaveLength(5);
      const browse = page.getByRole('region', { name: 'Browse' });
      for (const source of ['commerce', 'farm', 'ordering'])
        await browse.getByRole('link', { name: source }).first().waitFor();
      for (const protocol of ['kafka', 'mqtt', 'amqp']) await browse.getByRole('link', { name: protocol }).waitFor();
    });

    test('draws a small map of everybody, and names the busiest channels with who meets there', async () => {
      const page = await visit('/');
      const services = Number(await textOf(page.locator('.tile').first().locator('.tile-number')));
      await soon(() => page.locator('.map-preview circle').count()).toBe(services);
      const first = page.getByRole('region', { name: 'Busiest channels' }).getByRole('listitem').first();
      expect(await textOf(first)).toMatch(/\d+\s+senders?\s+\d+\s+receivers?/);
    });

    test('leads from a number to the list behind it', async () => {
      const page = await visit('/');
      await page.locator('.tile', { hasText: 'channels' }).click();
      await page.getByRole('heading', { level: 1, name: 'Channels' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/channels');
    });

    test('the theme follows the switch, and is kept for the next visit', async () => {
      const page = await visit('/');
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await paper();
      await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
      await soon(paper).not.toBe(light);
      const dark = await paper();
      await page.reload();
      await page.getByRole('button', { name: 'Switch to the light theme' }).waitFor();
      expect(await paper()).toBe(dark);
      await page.getByRole('button', { name: 'Switch to the light theme' }).click();
      await soon(paper).toBe(light);
    });
  },
);
