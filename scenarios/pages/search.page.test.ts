import { expect, test } from 'vitest';
import { EXAMPLES } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

pageTests(
  'Search',
  () => EXAMPLES,
  visit => {
    test('finds while one types, and the keyboard alone goes there', async () => {
      const page = await visit('/');
      const box = page.getByRole('main').getByRole('combobox', { name: 'Search the chart' });
      await box.fill('order management');
      await page
        .getByRole('option', { name: /^Order Management/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Order Management' }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/(services|documents)\//);
    });

    test('results stand in groups by kind, and the arrow keys walk through all of them and around', async () => {
      const page = await visit('/services');
      await page.keyboard.press('/');
      const palette = page.getByRole('dialog', { name: 'Search and go' });
      await palette.getByRole('combobox').fill('payment');
      await palette
        .getByRole('option', { name: /PaymentCaptured/ })
        .first()
        .waitFor();
      const headings = await palette.locator('.search-heading').allInnerTexts();
      expect(new Set(headings).size).toBe(headings.length);
      expect(headings).toEqual(expect.arrayContaining(['Messages', 'Channels', 'Services']));
      const chosen = () => textOf(palette.getByRole('option', { selected: true }));
      const first = await chosen();
      await page.keyboard.press('ArrowDown');
      await soon(chosen).not.toBe(first);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await soon(chosen).toBe('All results for “payment”');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Search: payment' }).waitFor();
    });

    test('opens with Ctrl and K from anywhere, goes to pages by their name, and Escape closes it', async () => {
      const page = await visit('/teams');
      const palette = page.getByRole('dialog', { name: 'Search and go' });
      await page.keyboard.press('Control+k');
      await palette.waitFor();
      await page.keyboard.press('Escape');
      await palette.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await palette.getByRole('combobox').fill('findings');
      await palette.getByRole('option', { name: 'Findings', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Findings' }).waitFor();
    });

    test('a slash that is typed into a field stays a slash', async () => {
      const page = await visit('/channels');
      const filter = page.getByRole('searchbox', { name: 'Filter channels' });
      await filter.fill('store');
      await filter.press('/');
      expect(await filter.inputValue()).toBe('store/');
      expect(await page.getByRole('dialog').count()).toBe(0);
    });

    test('a field leads to its page', async () => {
      const page = await visit('/search?q=courierId');
      await page.getByRole('heading', { level: 2, name: 'Fields' }).waitFor();
      await page
        .getByRole('link', { name: /^courierId/ })
        .first()
        .click();
      await page.waitForURL(/\/messages\/[^/]+\/fields\/courierId/);
      await page.getByRole('heading', { level: 1, name: /courierId/ }).waitFor();
    });

    test('words that nothing is called by are answered kindly', async () => {
      const page = await visit('/search?q=zzzqqqxxx');
      await page.getByText('Nothing is called “zzzqqqxxx”').waitFor();
    });

    test('filters are chips that can be taken away, and counts that can be chosen', async () => {
      const page = await visit('/search?q=order+-kind%3Afield');
      const chips = page.getByRole('list', { name: 'Filters in force' });
      await chips.getByRole('button', { name: 'Without kind field' }).waitFor();
      await page
        .getByRole('region', { name: 'Kind' })
        .getByRole('button', { name: /^Messages/ })
        .click();
      await soon(() => new URL(page.url()).searchParams.get('q')).toBe('order -kind:field kind:message');
      await chips.getByRole('button', { name: 'Without kind message' }).click();
      await soon(() => new URL(page.url()).searchParams.get('q')).toBe('order -kind:field');
      await soon(() => page.getByRole('combobox', { name: 'Search everything' }).inputValue()).toBe(
        'order -kind:field',
      );
    });

    test('suggests filters and their values, which the keyboard takes', async () => {
      const page = await visit('/search');
      const field = page.getByRole('combobox', { name: 'Search everything' });
      await field.fill('order proto');
      await page.getByRole('option', { name: /^protocol:/ }).waitFor();
      await field.fill('order protocol:mq');
      await page.getByRole('option', { name: /^protocol:mqtt/ }).waitFor();
      await field.press('ArrowDown');
      await field.press('Enter');
      await soon(() => new URL(page.url()).searchParams.get('q')).toBe('order protocol:mqtt');
    });

    test('a filter that does not exist is told, with those that do', async () => {
      const page = await visit('/search?q=ownr%3Apayments');
      await page.getByText('There is no filter “ownr”').waitFor();
    });

    test('the question mark shows the keys', async () => {
      const page = await visit('/');
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).getByText('Search from anywhere').waitFor();
    });
  },
);
