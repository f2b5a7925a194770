import { expect, test } from 'vitest';
import { EXAMPLES } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { textOf } from './text-of.ts';

pageTests(
  'What does not exist',
  () => EXAMPLES,
  visit => {
    test('an unknown service is answered with what may have been meant', async () => {
      const page = await visit('/services/order-managment');
      await page.getByRole('heading', { level: 1, name: 'No service is called “order-managment”' }).waitFor();
      await page
        .getByRole('region', { name: 'Did you mean' })
        .getByRole('link', { name: /Order Management/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: 'Order Management' }).waitFor();
    });

    test('an unknown document, whose id holds slashes, leads to a search', async () => {
      const page = await visit(`/documents/${encodeURIComponent('commerce/shiping/asyncapi.yaml')}`);
      await page.getByRole('link', { name: /^Search for/ }).click();
      await page.waitForURL(/\/search\?q=commerce/);
    });

    test('an address that leads nowhere says so, and the way home', async () => {
      const page = await visit('/no/such/page');
      await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: 'Go home' }).click();
      await page.getByRole('heading', { level: 1, name: 'Who sends what to whom' }).waitFor();
    });

    test('what the server refuses is shown with its reason and what to do', async () => {
      const page = await visit('/');
      await page.route('**/api/v1/services?*', route =>
        route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'about:blank',
            title: 'The store is broken',
            status: 500,
            detail: 'It cannot be read.',
            code: 'STORE_BROKEN',
            help: 'Restore it from a copy.',
          }),
        }),
      );
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Services' }).click();
      const problem = await textOf(page.getByRole('alert'));
      for (const words of ['The store is broken', 'It cannot be read.', 'STORE_BROKEN', 'Restore it from a copy.']) {
        expect(problem).toContain(words);
      }
      await page.unroute('**/api/v1/services?*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { level: 1, name: 'Services' }).waitFor();
    });
  },
);
