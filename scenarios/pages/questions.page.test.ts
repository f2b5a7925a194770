import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, expect, test } from 'vitest';
import { copyOf, EXAMPLES, emptyFolder } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

pageTests(
  'Questions to the chart',
  () => EXAMPLES,
  visit => {
    test('who breaks: from the message through its field to an answer that the address holds', async () => {
      const page = await visit('/messages/orderbooked');
      await page.getByRole('link', { name: 'What would break if it changes' }).click();
      await page.getByLabel('Field').selectOption('productId');
      const breaking = page.getByRole('region', { name: /^Breaks/ });
      await soon(() => breaking.locator('.impact-name .strong').allInnerTexts()).toEqual([
        'Chat Notifier',
        'Warehouse',
      ]);
      expect(await textOf(breaking)).toContain('Warehouse Team');
      const fine = page.getByRole('region', { name: /^Does not break/ });
      expect(await textOf(fine)).toContain('Card Payments');
      const address = new URL(page.url());
      expect(address.search).toContain('of=message%3Aorderbooked');
      const again = await visit(address.pathname + address.search);
      await soon(() => textOf(again.locator('.impact-says'))).toContain('breaks 2 of 4 services');
    });

    test('who breaks: each change asks for what it needs', async () => {
      const page = await visit('/impact?of=message:orderbooked&field=total.currency');
      await page.getByText('Allow fewer values').click();
      await page.getByText('Say what it becomes').waitFor();
      await page.getByRole('checkbox', { name: 'USD' }).uncheck();
      await soon(() => textOf(page.locator('.impact-says'))).toContain('to EUR and GBP');
      await page.getByText('Rename', { exact: true }).click();
      await page.getByLabel('New name').fill('unit');
      await soon(() => textOf(page.locator('.impact-says'))).toContain('Renaming');
      await page.getByText('Change its type').click();
      await page.getByLabel('New type').selectOption('integer');
      await soon(() => textOf(page.locator('.impact-says'))).toContain('an integer');
    });

    test('a message to change is found by a part of its name', async () => {
      const page = await visit('/impact');
      await page.getByLabel('Find a message').fill('captured');
      await page.getByRole('link', { name: 'PaymentCaptured' }).first().click();
      await soon(() => textOf(page.locator('.impact-says'))).toContain('Removing PaymentCaptured');
    });

    test('a field: who reads it, where it may come from and go on to', async () => {
      const page = await visit('/messages/orderbooked');
      const row = page.locator('.schema-row', { hasText: 'customerId' }).first();
      await row.hover();
      await row.getByRole('link', { name: 'follow customerId' }).click();
      await page.getByRole('heading', { level: 1, name: 'customerId' }).waitFor();
      const readers = page.getByRole('region', { name: /^Who reads it/ });
      expect(await textOf(readers.getByRole('row', { name: /Card Payments/ }))).toContain('reads it');
      expect(await textOf(readers.getByRole('row', { name: /Warehouse/ }))).toContain('does not read it');
      const way = page.getByRole('region', { name: /^Where it comes from/ });
      await way.getByRole('link', { name: 'PlaceOrder.customerId' }).click();
      await page.getByRole('link', { name: 'PlaceOrder', exact: true }).waitFor();
    });

    test('the path between two services, and the other way round', async () => {
      const page = await visit('/path');
      await page.getByRole('combobox', { name: /^From/ }).selectOption({ label: 'Storefront' });
      await page.getByRole('combobox', { name: /^To/ }).selectOption({ label: 'Sales Analytics' });
      const way = page.getByRole('region', { name: 'The way' });
      await way.getByRole('link', { name: 'CartCheckedOut' }).waitFor();
      await page.getByRole('button', { name: 'The other way round' }).click();
      await soon(() => new URL(page.url()).searchParams.get('from')).toBe('sales-analytics');
      await soon(() => textOf(page.locator('.way-says'))).toContain('Sales Analytics');
    });

    test('a server: what is on it, who uses it, and how documents say to reach it', async () => {
      const page = await visit(`/servers/${encodeURIComponent('kafka://kafka.commerce.example.com')}`);
      await page
        .getByRole('region', { name: /^Channels/ })
        .getByRole('link', { name: 'Order changes' })
        .waitFor();
      await page
        .getByRole('region', { name: /^Services/ })
        .getByRole('link', { name: 'Payments', exact: true })
        .waitFor();
      expect(await textOf(page.getByRole('region', { name: /^How to reach it/ }))).toContain('scramSha512');
    });

    test('a domain: its services, and the domains that it exchanges messages with', async () => {
      const page = await visit('/services/payments');
      await page.locator('.facts').getByRole('link', { name: 'payments', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'payments' }).waitFor();
      expect(await page.locator('.flow-side').nth(0).locator('.flow-name').allInnerTexts()).toContain('sales');
    });

    test('a schema: its tree, an example, and the messages that have it', async () => {
      const page = await visit(`/documents/${encodeURIComponent('commerce/payments/asyncapi.yaml')}`);
      await page
        .getByRole('region', { name: /^Schemas/ })
        .getByRole('link', { name: 'paymentId' })
        .click();
      await page.getByRole('heading', { level: 1, name: 'paymentId' }).waitFor();
      const messages = page.getByRole('region', { name: /^Messages with it/ });
      expect(await messages.locator('.row-link').allInnerTexts()).toEqual(['PaymentCaptured', 'PaymentFailed']);
    });

    test('how far teams have come, and what one of them can do next', async () => {
      const page = await visit('/maturity');
      await page.getByRole('link', { name: 'Orders Team' }).click();
      const part = page.getByRole('region', { name: /^Maturity/ });
      expect(await textOf(part.getByRole('list', { name: 'Ways to publish' }).locator('[data-here="true"]'))).toMatch(
        /Brokers\s+4 channels/,
      );
      expect(await textOf(part)).toContain('Every document has a semantic version.');
    });
  },
);

const DRIFTING = {
  'orders.yaml': `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0, x-owner: sales, description: "| what | when |\\n| - | -: |\\n| an *order* | at once |" }
servers: { production: { host: 'kafka.example.com:9092', protocol: kafka } }
channels:
  placed: { address: orders.placed, messages: { OrderPlaced: { payload: { type: object } } } }
  archived: { address: order-event, messages: { OrderArchived: {} } }
operations:
  sendPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
  sendArchived: { action: send, channel: { $ref: '#/channels/archived' } }
`,
  'kafka.evidence.yaml': `portolan: evidence/1
broker: kafka://kafka.example.com:9092
complete: true
channels:
  orders.placed: { owner: sales, senders: [orders], receivers: [ml-features] }
  order-events: { senders: [orders], receivers: [archive] }
`,
};

const drifting = emptyFolder();
afterAll(() => drifting.remove());

pageTests(
  'Drift and edits',
  () => {
    for (const [name, text] of Object.entries(DRIFTING)) writeFileSync(join(drifting.folder, name), text);
    return [drifting.folder];
  },
  visit => {
    test('what is documented and what is there, with where it was seen, whose it is, and what to do', async () => {
      const page = await visit('/drift');
      const absent = page.getByRole('region', { name: /^Documented, and not there/ });
      expect(await textOf(absent)).toMatch(/Did you mean order-events/);
      expect(await textOf(absent)).toMatch(/seen in a document/);
      const more = page.getByRole('region', { name: /^Receives more than declared/ });
      expect(await textOf(more)).toMatch(/ml-features[\s\S]*seen in the evidence[\s\S]*kafka.evidence.yaml/);
      await page.getByLabel('Any difference').selectOption('undocumented');
      await soon(() => page.locator('.drift').count()).toBe(1);
      expect(new URL(page.url()).search).toBe('?kind=undocumented');
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([]);
    });

    test('a channel says so on its own page', async () => {
      const page = await visit('/channels/orders.placed');
      const part = page.getByRole('region', { name: /^Drift/ });
      expect(await textOf(part)).toContain('ml-features');
      const receivers = page.locator('.flow-side').nth(1);
      expect(await textOf(receivers)).toMatch(/ml-features\s+Uncertain · By the evidence alone/);
    });

    test('a description is CommonMark with tables, and keeps the policy of the page', async () => {
      const page = await visit('/services/orders');
      await page.locator('.prose-table').getByRole('cell', { name: 'at once' }).waitFor();
      expect(await textOf(page.locator('.prose-table em'))).toBe('order');
    });

    test('another owner and description become a patch to copy or download', async () => {
      const page = await visit('/services/orders');
      await page.getByRole('link', { name: 'Edit owner and description' }).click();
      await page.getByLabel('Owner').fill('shop');
      await page.getByLabel('Description').fill('Takes orders.');
      await page.getByRole('button', { name: 'Make the patch' }).click();
      const patch = page.getByRole('region', { name: 'Patch of orders.yaml' });
      await soon(() => textOf(patch)).toMatch(/\+info:.*x-owner: shop.*description: "Takes orders\."/);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('portolan.patch');
      expect(await textOf(page.getByRole('region', { name: 'Commands that make a branch of it' }))).toContain(
        "git commit -am 'Describe Orders, and name shop as its owner'",
      );
    });
  },
);

const changing = copyOf(EXAMPLES[0] as string);
afterAll(() => changing.remove());

pageTests(
  'Changes',
  () => [changing.folder],
  visit => {
    test('what changed is told in sentences as soon as a file is saved, here and in feeds', async () => {
      const page = await visit('/changes');
      await soon(() => page.locator('.change').count()).toBeGreaterThan(3);
      const shared = join(changing.folder, 'schemas', 'common.yaml');
      writeFileSync(shared, readFileSync(shared, 'utf8').replace('enum: [EUR, GBP, USD]', 'enum: [EUR, GBP]'));
      const store = page.locator('.change', { hasText: 'Store' }).first();
      await soon(() => textOf(store)).toMatch(/USD/);
      const home = await visit('/');
      const week = home.getByRole('region', { name: 'What changed this week' });
      await soon(() => textOf(week)).toMatch(/USD/);
      const feed = await page.getByRole('link', { name: 'Atom feed' }).getAttribute('href');
      const answer = await page.request.get(new URL(feed ?? '', page.url()).href);
      expect(await answer.text()).toContain('USD');
    });
  },
);
