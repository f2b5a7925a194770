import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyOf, EXAMPLES, emptyFolder } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

const farm = copyOf(EXAMPLES.find(folder => folder.endsWith('farm')) ?? '');
const hub = join(farm.folder, 'hub', 'asyncapi.yaml');

pageTests(
  'A saved file',
  () => [farm.folder],
  visit => {
    afterAll(() => farm.remove());

    test('is on the open page by itself, with a quiet note', async () => {
      const page = await visit('/services/farm-hub');
      await page.locator('.side-foot .live-note[data-state="live"]').waitFor();
      const text = readFileSync(hub, 'utf8');
      writeFileSync(hub, text.replace(/^( *version:) .*$/m, '$1 77.7.7'));
      await page.getByText('version 77.7.7').waitFor();
      expect(await textOf(page.locator('.side-foot .live-note'))).toBe('Updated just now');
    });

    test('that breaks its document hides none of the others, and the chart keeps what it knew', async () => {
      const page = await visit('/');
      const services = page.locator('.tile').first().locator('.tile-number');
      const before = await textOf(services);
      writeFileSync(hub, 'asyncapi: [');
      await page.locator('.side-foot .live-note[data-news="true"]').waitFor();
      await soon(() => textOf(page.locator('.finding-tile').first())).not.toMatch(/^0\s/);
      expect(await textOf(services)).toBe(before);
    });
  },
);

const empty = emptyFolder();

pageTests(
  'An empty organisation',
  () => [empty.folder],
  visit => {
    afterAll(() => empty.remove());

    test('is told how to begin', async () => {
      const page = await visit('/');
      await page.getByText('portolan up ./specs').waitFor();
      await page.getByText('portolan init').waitFor();
    });

    test('has lists and a map that say the same', async () => {
      for (const path of ['/services', '/channels', '/messages', '/documents']) {
        const page = await visit(path);
        await page.getByRole('heading', { name: 'No documents yet' }).waitFor();
      }
    });

    test('fills by itself with the first document', async () => {
      const page = await visit('/');
      await page.locator('.side-foot .live-note[data-state="live"]').waitFor();
      writeFileSync(
        join(empty.folder, 'asyncapi.yaml'),
        'asyncapi: 3.0.0\ninfo: { title: First, version: 1.0.0 }\nchannels: {}\n',
      );
      await page.getByRole('region', { name: 'What changed this week' }).getByText('First').first().waitFor();
    });
  },
);

pageTests(
  'A lost connection',
  () => EXAMPLES,
  (visit, portal) => {
    test('comes back by itself as soon as somebody answers', async () => {
      const page = await visit('/services');
      await page.route('**/api/v1/events', route => route.abort());
      await page.reload();
      const note = page.locator('.side-foot .live-note');
      await soon(() => note.getAttribute('data-state')).toBe('lost');
      await page.unroute('**/api/v1/events');
      await soon(() => note.getAttribute('data-state')).toBe('live');
    });

    test('is said calmly, and what was read stays on the page', async () => {
      const page = await visit('/services/order-management');
      await page.locator('.side-foot .live-note[data-state="live"]').waitFor();
      await portal().stop();
      await page.locator('.side-foot').getByText('Connection lost, retrying').waitFor();
      await page.getByRole('heading', { level: 1, name: 'Order Management' }).waitFor();
    });
  },
);
