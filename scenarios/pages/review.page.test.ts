import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { emptyFolder } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

const shop = emptyFolder();

/** A service that sends or receives the same message; its fields are written in one line. */
function document(title: string, action: 'send' | 'receive', fields: string, required: string, owner: string): string {
  return `asyncapi: 3.0.0
info: { title: ${title}, version: 1.0.0, description: The service ${title}., contact: { name: ${owner} } }
servers:
  production: { host: kafka.example.com:9092, protocol: kafka }
channels:
  placed:
    address: orders.placed
    messages:
      OrderPlaced:
        contentType: application/json
        payload: { type: object, properties: { ${fields} }, required: [${required}] }
operations:
  ${action}Placed: { action: ${action}, channel: { $ref: '#/channels/placed' } }
`;
}

const ID = 'orderId: { type: string }';
const TOTAL = 'total: { type: number, minimum: 0 }';
const write = (name: string, text: string) => writeFileSync(join(shop.folder, name), text);
write('orders.yaml', document('Orders', 'send', `${ID}, ${TOTAL}, note: { type: string }`, 'orderId, total', 'Sales'));
write('billing.yaml', document('Billing', 'receive', `${ID}, ${TOTAL}`, 'total', 'Finance'));
write('shipping.yaml', document('Shipping', 'receive', ID, 'orderId', 'Logistics'));

/** The page of the one change that there is. */
async function changed(page: Page): Promise<Page> {
  write('orders.yaml', document('Orders', 'send', `${ID}, total: { type: string }`, 'orderId', 'Sales'));
  await page.locator('.change', { hasText: 'breaking' }).locator('.change-when a').first().click();
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  await page.getByRole('heading', { name: 'Decisions' }).waitFor();
  return page;
}

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
}

const beyond = (page: Page) =>
  page.evaluate(() => window.document.documentElement.scrollWidth - window.document.documentElement.clientWidth);

pageTests(
  'A change',
  () => [shop.folder],
  (visit, portal) => {
    afterAll(() => shop.remove());
    let path = '';

    test('has a page: the verdict, who breaks with a message that shows it, and the schemas side by side', async () => {
      const page = await changed(await visit('/changes'));
      path = new URL(page.url()).pathname;
      expect(await textOf(page.locator('.impact-says'))).toContain('Breaking for 1 of 2 consumers.');
      expect(await textOf(page.locator('.impact-head'))).toContain('Version 2.0.0 is due, and Orders says 1.0.0.');
      const billing = page.locator('.impact-row', { hasText: 'Billing' }).first();
      expect(await textOf(billing)).toContain('Finance');
      expect(await billing.locator('.code-block').count()).toBe(1);
      const sides = page.getByRole('table', { name: 'The schema before and after' });
      const total = sides.getByRole('row', { name: /total/ }).first();
      expect(await total.getAttribute('data-breaks')).toBe('true');
      expect(await textOf(sides.getByRole('row', { name: /note/ }))).toContain('not there');
    });

    test('keeps nobody out, by day and by night, and fits a phone', async () => {
      const page = await visit(path);
      await page.getByRole('heading', { name: 'Decisions' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await barriers(page)).toEqual([]);
      const phone = await visit(path, { phone: true });
      await phone.getByRole('heading', { name: 'Decisions' }).waitFor();
      expect(await beyond(phone)).toBe(0);
    });

    test('a message is tried against both versions, and what is no JSON is told', async () => {
      const page = await visit(path);
      await page.getByRole('button', { name: /^Try a message/ }).click();
      const form = page.getByRole('form', { name: 'Try a message' });
      await form.getByLabel('Message').fill('{ "orderId": "1", "total": "a lot" }');
      await form.getByRole('button', { name: 'Try' }).click();
      const answers = page.locator('.try-answer');
      await soon(() => answers.count()).toBe(2);
      expect(await textOf(answers.nth(0))).toContain('/total');
      expect(await textOf(answers.nth(1))).toContain('valid');
      expect(await barriers(page)).toEqual([]);
      await form.getByLabel('Message').fill('{');
      await form.getByRole('button', { name: 'Try' }).click();
      await soon(() => textOf(form.getByRole('alert'))).toContain('This is no JSON');
    });

    test('the page of a message tries one against every document that defines it', async () => {
      const page = await visit('/messages/orderplaced');
      const form = page.getByRole('form', { name: 'Try a message' });
      await form.getByLabel('Message').fill('{ "orderId": "1" }');
      await form.getByRole('button', { name: 'Try' }).click();
      await soon(() => page.locator('.try-answer').count()).toBe(3);
      const billing = page.locator('.try-answer', { hasText: 'Billing' });
      expect(await textOf(billing)).toContain('1 problem');
      expect(await textOf(page.locator('.try-answer', { hasText: 'Shipping' }))).toContain('valid');
    });

    test('is signed off by whoever owns the consumer, and that can be taken back', async () => {
      const page = await visit(path);
      const billing = page.locator('.impact-row', { hasText: 'Billing' }).first();
      await billing.getByRole('button', { name: 'Sign off Billing' }).click();
      await billing.getByLabel('Reason').fill('We read both');
      await billing.getByRole('button', { name: 'Sign off', exact: true }).click();
      await soon(() => textOf(page.locator('.impact-row', { hasText: 'Billing' }).first())).toContain('We read both');
      await page
        .getByRole('button', { name: /^Take back the sign-off/ })
        .first()
        .click();
      await soon(() => page.getByText('taken back').count()).toBeGreaterThan(0);
    });

    test('is waived with a reason until a day, and then it is settled', async () => {
      const page = await visit(path);
      const open = page.locator('.impact-row[data-verdict="breaking"]');
      for (let left = await open.count(); left > 0; left--) {
        await open
          .first()
          .getByRole('button', { name: /^Waive/ })
          .first()
          .click();
        await open.first().getByLabel('Reason').fill('Agreed in the council');
        await open.first().getByRole('button', { name: 'Waive', exact: true }).click();
        await soon(() => open.count()).toBe(left - 1);
      }
      expect(await textOf(page.locator('.impact-says'))).not.toContain('Breaking');
    });

    test('is in the numbers of the governance lead, with its waivers, and in the changelog of its service', async () => {
      const page = await visit('/governance?days=30');
      expect(await textOf(page.getByRole('table', { name: 'Codes of changes' }))).toContain('SCHEMA_CHANGED');
      expect(await textOf(page.getByRole('table', { name: 'Waivers' }))).toContain('Agreed in the council');
      await page.getByText('Revisions as a table').click();
      const weeks = page.getByRole('table', { name: 'Revisions by week' });
      expect(await textOf(weeks.getByRole('row').last())).toMatch(/\s1\s+0\s+0\s+0$/);
      expect(await barriers(page)).toEqual([]);
      const changelog = await visit('/services/orders');
      await changelog.getByRole('link', { name: 'By version' }).click();
      await changelog.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
      // The page before has a list of changes too.
      await soon(() => textOf(changelog.locator('.change').last())).toContain('1.0.0');
    });

    test('of a check that a pipeline sent has a page too', async () => {
      const page = await visit('/checks');
      await page.getByText('No pipeline sent a check yet.').waitFor();
      const told = await (
        await fetch(`${portal().url}/api/v1${path.replace('/changes/', '/revisions/')}/changes`)
      ).json();
      const report = {
        ...{ portolan: 'check/1', against: 'main', verdict: 'breaking', fails: true, says: 'Breaking.', versions: [] },
        consumers: { known: 2, broken: [{ name: 'Billing' }] },
        changes: {
          portolan: 'changes/1',
          documents: [{ title: 'Orders', after: { location: 'orders.yaml' }, changes: told.changes }],
          summary: { documents: 1, changes: { breaking: 1, 'not-checked': 0, 'non-breaking': 0, editorial: 0 } },
        },
        findings: {
          portolan: 'findings/1',
          documents: [],
          summary: { documents: 0, clean: 0, findings: { error: 0, warning: 0, info: 0 } },
        },
      };
      const sent = await fetch(`${portal().url}/api/v1/checks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ source: 'shop', revision: 'abc1234', base: 'main', title: '#42 Less', report }),
      });
      expect([sent.status, await sent.text()]).toEqual([201, expect.stringContaining('/checks/')]);
      await page.reload();
      await page.getByRole('link', { name: '#42 Less' }).click();
      await page.getByRole('heading', { level: 1, name: '#42 Less' }).waitFor();
      await page.getByRole('heading', { name: 'Changes of Orders' }).waitFor();
      expect(await textOf(page.locator('main'))).toContain('Billing');
      expect(await barriers(page)).toEqual([]);
      const phone = await visit(new URL(page.url()).pathname, { phone: true });
      await phone.getByRole('heading', { name: 'Decisions' }).waitFor();
      expect(await beyond(phone)).toBe(0);
    });
  },
  ['--allow-push'],
);
