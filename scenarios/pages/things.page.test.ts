import { expect, test } from 'vitest';
import truth from '../../examples/truth.json' with { type: 'json' };
import { EXAMPLES } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

const TABLES = { Sends: 'sends', Receives: 'receives' } as const;

pageTests(
  'Services, channels, messages and teams',
  () => EXAMPLES,
  visit => {
    test('a service: whose it is, what it sends and receives, and who is at the other ends', async () => {
      const page = await visit('/services/order-management');
      const { owner, domain, sends, receives } = truth.commerce['order-management'];
      await page.getByRole('link', { name: 'Orders Team' }).first().waitFor();
      expect(await textOf(page.locator('.facts'))).toContain(domain);
      expect(owner).toBe('orders-team');
      const expected = { sends, receives };
      for (const [heading, list] of Object.entries(TABLES)) {
        const rows = page.getByRole('region', { name: new RegExp(`^${heading}`) }).locator('tbody tr');
        const shown = await rows.locator('td:first-child').allInnerTexts();
        expect(shown.sort()).toEqual(expected[list].map(link => link.message).sort());
      }
      const placed = page.getByRole('region', { name: /^Sends/ }).locator('tr', { hasText: 'OrderPlaced' });
      expect(await textOf(placed.locator('td').nth(2))).toBe('Payments, Sales Analytics');
    });

    test('its dependencies are a diagram of links: left what it depends on, right what depends on it', async () => {
      const page = await visit('/services/order-management');
      const sides = page.locator('.flow-side');
      await soon(() => sides.nth(0).getByRole('link', { name: 'Storefront' }).count()).toBe(1);
      await sides.nth(1).getByRole('link', { name: 'Sales Analytics' }).click();
      await page.getByRole('heading', { level: 1, name: 'Sales Analytics' }).waitFor();
    });

    test('what a direction is worth is a badge that shows the evidence', async () => {
      const page = await visit('/services/customer-notification');
      const badge = page.getByRole('button', { name: /Supported/ }).first();
      await badge.click();
      await page
        .locator('.confidence-box:popover-open')
        .getByText(/points to (sending|receiving)/)
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await soon(() => page.locator('.confidence-box:popover-open').count()).toBe(0);
    });

    test('a channel: address, broker, messages, bindings, and who is on either side', async () => {
      const page = await visit('/channels/commerce.orders.changed');
      const facts = await textOf(page.locator('.page-head'));
      expect(facts).toContain('commerce.orders.changed');
      expect(facts).toContain('kafka.commerce.example.com');
      const receivers = await page.locator('.flow-side').nth(1).locator('.flow-name').allInnerTexts();
      const expected = Object.values(truth.commerce)
        .filter(service => service.receives.some(link => link.channel === 'commerce.orders.changed'))
        .map(service => service.title);
      expect(receivers.sort()).toEqual(expected.sort());
      const bindings = page.getByRole('region', { name: 'Bindings' });
      expect(await textOf(bindings.getByRole('row', { name: /^partitions/ }))).toMatch(/12/);
    });

    test('a channel with parameters explains each', async () => {
      const page = await visit('/channels');
      await page.getByRole('link', { name: 'Booked orders' }).click();
      await page
        .getByRole('region', { name: /^Parameters/ })
        .getByRole('rowheader', { name: '{orderId}' })
        .waitFor();
    });

    test('a message: a tree of fields with limits in words, and who reads which of them', async () => {
      const page = await visit('/messages/orderbooked');
      const row = page.locator('.schema-row', { hasText: 'productId' }).first();
      expect(await textOf(row)).toContain('3 to 40 characters');
      expect(await textOf(row)).toContain('required');
      expect(await textOf(row.locator('.readers'))).toContain('Warehouse');
      const currency = page.locator('.schema-row .schema-row', { hasText: 'currency' }).first();
      expect(await currency.locator('.chip').allInnerTexts()).toEqual(['EUR', 'GBP', 'USD']);
      await page.getByRole('button', { name: 'Order Tracking', exact: true }).click();
      const read = page.locator('.schema-row[data-read="true"][data-leaf="true"] .schema-name');
      await soon(() => read.allInnerTexts()).toContain('customerId');
      expect(await read.allInnerTexts()).not.toContain('express');
    });

    test('the tree folds, and shows itself as written', async () => {
      const page = await visit('/messages/orderbooked');
      const total = page.getByRole('button', { name: 'total', exact: true });
      const currency = page.locator('.schema-name', { hasText: 'currency' });
      await currency.first().waitFor();
      await total.click();
      await soon(() => currency.count()).toBe(0);
      await page.getByRole('button', { name: 'As written' }).first().click();
      await page
        .getByRole('region', { name: 'Payload: the schema as written' })
        .getByText('"productId"')
        .first()
        .waitFor();
    });

    test('every document that defines a message has a tab, the sender’s first', async () => {
      const page = await visit('/messages/orderbooked');
      const tabs = page.getByRole('tablist', { name: 'Definitions' }).getByRole('tab');
      expect((await tabs.allInnerTexts())[0]).toMatch(/^Store sends/);
      await tabs.first().focus();
      await page.keyboard.press('ArrowRight');
      expect(await tabs.nth(1).getAttribute('aria-selected')).toBe('true');
      await page.getByRole('tabpanel').getByText('Written in').waitFor();
    });

    test('Avro and Protobuf are trees like all others', async () => {
      const avro = await visit('/messages/orderplaced');
      expect(await textOf(avro.locator('.schema-row', { hasText: 'placedAt' }).first())).toMatch(
        /long\s+timestamp-millis/,
      );
      const protobuf = await visit('/messages/stocklevelchanged');
      expect(await textOf(protobuf.locator('.schema-row', { hasText: 'available' }).first())).toContain('uint32');
    });

    test('examples are coloured and can be copied', async () => {
      const page = await visit('/messages/orderbooked');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.locator('.definition-examples').getByRole('button', { name: /^Copy/ }).first().click();
      await page.getByRole('button', { name: /^Copied/ }).waitFor();
      const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
      expect(copied).toMatchObject({ type: 'orderBooked' });
      expect(await textOf(page.locator('.definition-examples .code-key').first())).toBe('"type"');
    });

    test('a team: what it answers for', async () => {
      const page = await visit('/teams/orders-team');
      await page.getByRole('link', { name: 'orders-team@example.com' }).waitFor();
      await page
        .getByRole('region', { name: /^Services/ })
        .getByRole('link', { name: 'Order Management' })
        .waitFor();
      await page
        .getByRole('region', { name: /^Messages/ })
        .getByRole('link', { name: 'OrderPlaced', exact: true })
        .waitFor();
    });
  },
);
