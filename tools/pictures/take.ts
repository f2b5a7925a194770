import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildPortal } from '../../scenarios/pages/build-portal.ts';
import { type Look, newPage, newWindow, startBrowser } from '../../scenarios/pages/chromium.ts';
import { copyOf, EXAMPLES, ROOT } from '../../scenarios/pages/folders.ts';
import { startPortal } from '../../scenarios/pages/portal.ts';

/**
 * Takes the pictures of `docs/how-to/find-your-way.md` from the examples:
 * `node_modules/.bin/node tools/pictures/take.ts`. A picture has at most 150 KB, so that the repository stays small.
 */
const MOST_BYTES = 150_000;

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly look?: Look;
  /** Height in pixels. */
  readonly height?: number;
  /** What is done on the page before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const IMPACT = '/impact?of=message:orderbooked&field=productId&change=remove';
const PAYMENTS = encodeURIComponent('commerce/payments/asyncapi.yaml');

const PICTURES: readonly Picture[] = [
  { name: 'impact-light', path: IMPACT },
  { name: 'impact-dark', path: IMPACT, look: { theme: 'dark' } },
  { name: 'impact-phone', path: IMPACT, look: { phone: true }, height: 844 },
  { name: 'field-light', path: '/messages/orderbooked/fields/customerId', height: 720 },
  { name: 'path-light', path: '/path?from=storefront&to=customer-notification', height: 720 },
  { name: 'domain-dark', path: '/domains/sales', look: { theme: 'dark' }, height: 760 },
  { name: 'drift-light', path: '/drift', height: 640 },
  { name: 'changes-light', path: '/changes', height: 620 },
  { name: 'maturity-dark', path: '/teams/crm-team', look: { theme: 'dark' }, prepare: toMaturity },
  { name: 'home-phone', path: '/', look: { phone: true }, height: 844 },
  { name: 'edit-light', path: `/documents/${PAYMENTS}/edit`, prepare: edit },
];

/** What the broker of the shop has, which is not all that the documents say. */
const EVIDENCE = `portolan: evidence/1
broker: kafka://kafka.commerce.example.com:9092
channels:
  commerce.payments: { owner: finance }
  commerce.orders.changes: { senders: [order-management] }
`;

async function toMaturity(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Maturity' }).evaluate(heading => heading.scrollIntoView());
}

async function edit(page: Page): Promise<void> {
  await page.getByLabel('Owner').fill('finance');
  await page.getByRole('button', { name: 'Make the patch' }).click();
  await page.getByRole('heading', { name: 'The patch' }).waitFor();
}

/** An edit that breaks receivers, so that there is something to tell. */
function change(folder: string): void {
  const path = join(folder, 'schemas', 'common.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('enum: [EUR, GBP, USD]', 'enum: [EUR, GBP]'));
}

await buildPortal();
const copies = EXAMPLES.map(copyOf);
const folders = copies.map(({ folder }) => folder);
const [ordering, commerce] = folders as [string, string];
writeFileSync(join(commerce, 'kafka.evidence.yaml'), EVIDENCE);
const portal = await startPortal(folders);
const browser = await startBrowser();
try {
  change(ordering);
  await told(portal.url);
  for (const picture of PICTURES) await take(picture);
} finally {
  await browser.close();
  await portal.stop();
  for (const copy of copies) copy.remove();
}

/** Waits until the edit is in the log. */
async function told(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${url}/api/v1/changes?limit=1`);
    const { items } = (await answer.json()) as { items: { kind: string }[] };
    if (items[0]?.kind === 'changed') return;
    await new Promise(done => setTimeout(done, 200));
  }
  throw new Error('The edit was never told.');
}

async function take({ name, path, look = {}, height = 860, prepare }: Picture): Promise<void> {
  const window = await newWindow(browser, look);
  const { page } = await newPage(window);
  await page.setViewportSize({ width: look.phone ? 390 : 1280, height });
  await page.goto(portal.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // What is on its way shows itself after a moment, and pictures of it are of nothing.
  await page.waitForTimeout(700);
  await page.locator('.outline').waitFor({ state: 'detached' });
  await prepare?.(page);
  await page.waitForTimeout(300);
  const png = await page.screenshot({ path: join(ROOT, 'docs', 'images', `${name}.png`) });
  await window.close();
  console.log(`${name}.png ${Math.round(png.length / 1_000)} KB`);
  if (png.length > MOST_BYTES) throw new Error(`${name}.png is over ${MOST_BYTES} bytes: make it smaller.`);
}
