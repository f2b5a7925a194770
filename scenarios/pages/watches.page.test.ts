import { expect, test } from 'vitest';
import { EXAMPLES } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

pageTests(
  'Watches',
  () => EXAMPLES,
  visit => {
    test('from what changed of a service to an address that is told of it, tried and removed', async () => {
      const page = await visit('/services/customer-notification');
      await page.getByRole('link', { name: 'Webhook' }).click();
      await soon(() => new URL(page.url()).search).toBe('?service=customer-notification');
      await page.getByLabel('Name').fill('Chat room');
      await page.getByLabel('Address').fill('http://127.0.0.1:1/hooks/42');
      await page.getByLabel('Only what breaks somebody').check();
      await page.getByRole('button', { name: 'Watch', exact: true }).click();
      await soon(() => textOf(page.locator('.form-note'))).toContain('whsec_');
      const row = page.getByRole('row', { name: /Chat room/ });
      await soon(() => textOf(row)).toContain('service customer-notification · only what breaks somebody');
      await row.getByRole('button', { name: 'Try' }).click();
      await soon(() => textOf(row.getByRole('alert'))).toContain('it is in a private network');
      await row.getByRole('button', { name: 'Secret' }).click();
      await soon(() => row.getByText(/^whsec_/).count()).toBe(1);
      await row.getByRole('button', { name: 'Remove' }).click();
      await page.getByText('No address is told of changes yet.').waitFor();
    });

    test('an address that cannot be told is refused with what to do', async () => {
      const page = await visit('/watches');
      await page.getByLabel('Name').fill('Wrong');
      await page.getByLabel('Address').fill('ftp://example.com');
      await page.getByRole('button', { name: 'Watch', exact: true }).click();
      const said = await textOf(page.getByRole('alert'));
      expect(said).toContain('only http and https are spoken');
      expect(said).toContain('https://');
    });
  },
);
