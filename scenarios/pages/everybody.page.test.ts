import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { EXAMPLES } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';

/** One address of every kind of page. */
const PAGES = [
  '/',
  '/services',
  '/services/customer-notification',
  '/channels',
  '/channels/commerce.orders.changed',
  '/messages',
  '/messages/orderbooked',
  '/messages/orderplaced',
  '/teams',
  '/teams/orders-team',
  '/documents',
  `/documents/${encodeURIComponent('commerce/notification/asyncapi.yaml')}`,
  `/documents/${encodeURIComponent('commerce/payments/asyncapi.yaml')}/schemas/paymentId`,
  `/documents/${encodeURIComponent('commerce/payments/asyncapi.yaml')}/edit`,
  '/messages/orderbooked/fields/customerId',
  `/servers/${encodeURIComponent('kafka://kafka.commerce.example.com')}`,
  '/domains/sales',
  '/maturity',
  '/changes',
  '/watches',
  '/checks',
  '/changelog',
  '/governance',
  '/findings',
  '/drift',
  '/impact?of=message:orderbooked&field=total.currency',
  '/path?from=storefront&to=sales-analytics',
  '/map',
  '/map?at=service:order-management',
  '/map?view=list',
  '/search?q=order',
  '/services/nobody',
  '/no/such/page',
];

/** Waits until nothing of the page is still on its way. */
async function settled(page: Page): Promise<void> {
  await soon(() => page.locator('.outline, .map-wait, .map-stage[data-ready="false"]').count()).toBe(0);
}

/** What axe finds, in short: the rule, and the elements that break it. */
async function barriers(axe: AxeBuilder): Promise<string[]> {
  // Without the blank page that is opened for results from frames: there are no frames here.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
}

pageTests(
  'For everybody',
  () => EXAMPLES,
  visit => {
    test.each(PAGES)('%s has nothing that keeps people out, by day and by night', async path => {
      const page = await visit(path);
      await settled(page);
      expect(await barriers(new AxeBuilder({ page }))).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Only colours differ between the themes.
      expect(await barriers(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))).toEqual([]);
    });

    test.each(PAGES)('%s fits a phone', async path => {
      const page = await visit(path, { phone: true });
      await settled(page);
      const beyond = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await beyond()).toBe(0);
    });

    test('on a phone the pages are behind a menu that closes when one is chosen', async () => {
      const page = await visit('/', { phone: true });
      const menu = page.getByRole('button', { name: 'Menu' });
      await menu.click();
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Teams' }).click();
      await page.getByRole('heading', { level: 1, name: 'Teams' }).waitFor();
      expect(await menu.getAttribute('aria-expanded')).toBe('false');
    });

    test('the palette keeps nobody out either', async () => {
      const page = await visit('/services');
      await page.keyboard.press('/');
      await page.getByRole('dialog').getByRole('combobox').fill('order');
      await page
        .getByRole('option', { name: /OrderPlaced/ })
        .first()
        .waitFor();
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([]);
    });

    test('the first Tab offers to skip to the content, and another page begins at its content', async () => {
      const page = await visit('/services');
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the content' });
      expect(await skip.evaluate(link => link === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Teams' }).click();
      await page.getByRole('heading', { level: 1, name: 'Teams' }).waitFor();
      await soon(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  },
);
