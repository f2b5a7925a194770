import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emptyFolder } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

/** The message of the operation on line 10 does not exist; everything else is well. */
const DOCUMENT = `asyncapi: 3.0.0
info: { title: Lamps, version: 1.0.0 }
channels:
  lamps:
    address: lamps/{lamp}/state
    parameters: { lamp: { description: Number of the lamp. } }
    messages: { Lit: { $ref: "./parts.yaml#/messages/Lit" } }
operations:
  tellLight:
    action: sendd
    channel: { $ref: "#/channels/lamps" }
`;
const PARTS = 'messages:\n  Lit: { payload: { type: object } }\n';

const scratch = emptyFolder();

function lamps(): readonly string[] {
  writeFileSync(join(scratch.folder, 'asyncapi.yaml'), DOCUMENT);
  writeFileSync(join(scratch.folder, 'parts.yaml'), PARTS);
  return [scratch.folder];
}

pageTests('A document', lamps, visit => {
  afterAll(() => scratch.remove());

  test('shows its source, its findings beside it, and each at its line', async () => {
    const page = await visit('/documents');
    await page.getByRole('link', { name: 'Lamps' }).click();
    await page.locator('.cm-line', { hasText: 'title: Lamps' }).waitFor();
    const finding = page.locator('.source-findings .finding', { hasText: 'sendd' }).first();
    expect(await textOf(finding)).toMatch(/line 10/);
    expect(await page.locator('.finding-mark').allInnerTexts()).toContain('sendd');
    await soon(() => page.locator('.finding-dot-error').count()).toBeGreaterThan(0);
  });

  test('a finding leads to its line, and the address names it', async () => {
    const page = await visit('/documents');
    await page.getByRole('link', { name: 'Lamps' }).click();
    await page.locator('.source-findings .finding', { hasText: 'sendd' }).getByRole('link').click();
    await page.waitForURL(/#L10$/);
    await soon(() => textOf(page.locator('.line-chosen'))).toContain('action: sendd');
  });

  test('shows its score, and leads to the line of each lost point', async () => {
    const page = await visit('/documents');
    const row = page.getByRole('row', { name: /Lamps/ });
    expect(await textOf(row.locator('.score'))).toMatch(/\d+\s+of 100 points/);
    await page.getByRole('link', { name: 'Lamps' }).click();
    await page.getByText(/^Why \d+ and not 100$/).click();
    const lost = page.locator('.lost', { hasText: 'Every channel says what it is for.' });
    await lost.getByRole('link', { name: /line 4$/ }).click();
    await page.waitForURL(/#L4$/);
  });

  test('an address with a line opens there, in the file that it names', async () => {
    const id = encodeURIComponent(`${scratch.folder.split('/').at(-1)}/asyncapi.yaml`);
    const page = await visit(`/documents/${id}?file=parts.yaml#L2`);
    await soon(() => textOf(page.locator('.line-chosen'))).toContain('Lit:');
    const files = page.getByRole('navigation', { name: 'Files' });
    await files.getByRole('link', { name: 'asyncapi.yaml' }).click();
    await page.locator('.cm-line', { hasText: 'title: Lamps' }).waitFor();
  });

  test('a click on a line number makes an address of it', async () => {
    const page = await visit('/documents');
    await page.getByRole('link', { name: 'Lamps' }).click();
    await page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: /^5$/ }).click();
    await page.waitForURL(/#L5$/);
    await soon(() => textOf(page.locator('.line-chosen'))).toContain('address');
  });

  test('all findings of all documents are on one page, and can be narrowed', async () => {
    const page = await visit('/findings?severity=error');
    const findings = page.locator('.finding');
    await findings.first().waitFor();
    expect(await page.locator('.badge-error').count()).toBe(await findings.count());
    await findings.filter({ hasText: 'sendd' }).getByRole('link').first().click();
    await page.waitForURL(/\/documents\/.*#L10$/);
  });

  test('earlier revisions are kept and can be read', async () => {
    const page = await visit('/documents');
    await page.getByRole('link', { name: 'Lamps' }).click();
    const revisions = page.getByRole('region', { name: 'Revisions' }).getByRole('listitem');
    await soon(() => revisions.count()).toBe(1);
    writeFileSync(join(scratch.folder, 'asyncapi.yaml'), DOCUMENT.replace('title: Lamps', 'title: Lanterns'));
    await page.getByRole('heading', { level: 1, name: 'Lanterns' }).waitFor();
    await soon(() => revisions.count()).toBe(2);
    await revisions.nth(1).getByRole('link').first().click();
    await page.getByText('This is an earlier revision').waitFor();
    await page.locator('.cm-line', { hasText: 'title: Lamps' }).waitFor();
    await page.getByRole('link', { name: 'See the current one' }).click();
    await page.locator('.cm-line', { hasText: 'title: Lanterns' }).waitFor();
  });
});
