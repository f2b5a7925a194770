import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { EXAMPLES } from './folders.ts';
import { pageTests } from './page-tests.ts';
import { soon } from './soon.ts';
import { textOf } from './text-of.ts';

/** Pixels between two places where a node is looked for: less than the smallest is wide. */
const STEP = 9;

/** Moves the pointer over the map until a node is under it. */
async function pointAtSomeNode(page: Page): Promise<{ key: string; x: number; y: number }> {
  const stage = page.locator('.map-stage');
  const box = await stage.boundingBox();
  if (!box) throw new Error('The map is not drawn.');
  for (let y = box.y + box.height / 4; y < box.y + box.height; y += STEP) {
    for (let x = box.x + box.width / 4; x < box.x + (box.width * 3) / 4; x += STEP) {
      await page.mouse.move(x, y);
      const key = await stage.getAttribute('data-hovered');
      if (key) return { key, x, y };
    }
  }
  throw new Error('There is no node on the map.');
}

pageTests(
  'The map',
  () => EXAMPLES,
  visit => {
    test('draws everybody; a node that is pointed at and clicked tells about itself', async () => {
      const page = await visit('/map');
      await page.locator('.map-stage[data-ready="true"] canvas').first().waitFor();
      const { key, x, y } = await pointAtSomeNode(page);
      await page.mouse.click(x, y);
      await soon(() => new URL(page.url()).searchParams.get('at')).toBe(key);
      const panel = page.locator('.map-panel');
      const name = await textOf(panel.getByRole('heading', { level: 2 }));
      await panel.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    });

    test('looks the same on every visit', async () => {
      const picture = async () => {
        const page = await visit('/map');
        await page.locator('.map-stage[data-ready="true"]').waitFor();
        return (await page.locator('.map-area').screenshot()).toString('base64');
      };
      expect(await picture()).toBe(await picture());
    });

    test('finds a service by its name and walks on to its channels', async () => {
      const page = await visit('/map');
      await page.getByRole('combobox', { name: 'Find on the map' }).fill('Order Management');
      const panel = page.locator('.map-panel');
      await panel.getByRole('heading', { name: 'Order Management' }).waitFor();
      await panel.getByRole('button', { name: 'Placed orders' }).click();
      await panel.getByRole('heading', { name: 'Placed orders' }).waitFor();
      expect(new URL(page.url()).searchParams.get('at')).toBe('channel:commerce.orders.placed');
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
    });

    test('the same in words: a list that follows the filters', async () => {
      const page = await visit('/map');
      await page.getByRole('combobox', { name: 'Any source' }).selectOption('farm');
      await page.getByRole('button', { name: 'As a list' }).click();
      const rows = page.getByRole('table').locator('tbody tr');
      await soon(() => rows.count()).toBe(6);
      expect(await textOf(rows.filter({ hasText: 'Edge Gateway' }))).toContain('Soil moisture');
    });

    test('keys and buttons zoom, and the legend explains shapes and colours', async () => {
      const page = await visit('/map');
      const stage = page.locator('.map-stage[data-ready="true"]');
      await stage.waitFor();
      const before = (await stage.screenshot()).toString('base64');
      await page.locator('.map-canvas').focus();
      await page.keyboard.press('+');
      await soon(async () => (await stage.screenshot()).toString('base64')).not.toBe(before);
      await page.getByRole('button', { name: /See the whole map/ }).click();
      const legend = await textOf(page.locator('.legend'));
      for (const word of ['Service', 'Channel', 'sends', 'receives', 'commerce', 'farm', 'ordering']) {
        expect(legend).toContain(word);
      }
    });

    test('filters stand in the address, also what links are worth', async () => {
      const page = await visit('/map?view=list&confidence=uncertain');
      await page.getByRole('heading', { level: 1, name: 'Map' }).waitFor();
      await page.getByRole('combobox', { name: 'Any evidence' }).selectOption('stated');
      await soon(() => new URL(page.url()).searchParams.get('confidence')).toBe('stated');
    });

    test('a path between two services is lit, told in words, and kept in the address', async () => {
      const page = await visit('/map');
      await page.locator('.map-stage[data-ready="true"]').waitFor();
      await page.getByRole('combobox', { name: 'Find on the map' }).fill('Order Management');
      const panel = page.locator('.map-panel');
      await panel.getByRole('button', { name: 'Path from here' }).click();
      const way = page.getByRole('complementary', { name: 'Path' });
      await way.getByText('Choose where it ends.').waitFor();
      await page.getByRole('combobox', { name: 'Find on the map' }).fill('Edge Gateway');
      await panel.getByRole('button', { name: 'Path to here' }).click();
      await way.getByText('Nothing connects Order Management and Edge Gateway.').waitFor();
      const { searchParams } = new URL(page.url());
      expect([searchParams.has('from'), searchParams.has('to')]).toEqual([true, true]);
      await way.getByRole('button', { name: 'Close the path' }).click();
      await soon(() => new URL(page.url()).searchParams.has('from')).toBe(false);
    });

    test('nearer channels say what is sent on them', async () => {
      const page = await visit('/map');
      const stage = page.locator('.map-stage[data-ready="true"]');
      await stage.waitFor();
      expect(await stage.getAttribute('data-level')).toBe('services');
      await page.locator('.map-canvas').focus();
      for (let press = 0; press < 4; press++) {
        await page.keyboard.press('+');
        await page.waitForFunction(() => new Promise(done => requestAnimationFrame(() => done(true))));
      }
      await soon(async () => {
        await page.keyboard.press('+');
        return stage.getAttribute('data-level');
      }).toBe('messages');
    });

    test('what is shown is saved as SVG and as Mermaid', async () => {
      const page = await visit('/map');
      await page.locator('.map-stage[data-ready="true"]').waitFor();
      for (const [name, file] of [
        ['Save as SVG', 'map.svg'],
        ['Save as Mermaid', 'map.mmd'],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(file);
      }
    });

    test('on a phone the files can be saved too, and the words of filters can be read', async () => {
      const page = await visit('/map', { phone: true });
      await page.locator('.map-stage[data-ready="true"]').waitFor();
      await page.getByRole('button', { name: 'Save as SVG' }).waitFor();
      const cut = await page.locator('.map-bar select').evaluateAll(
        selects =>
          (selects as HTMLSelectElement[]).filter(select => {
            const style = getComputedStyle(select);
            const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
            pen.font = style.font;
            const room =
              select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
            return pen.measureText(select.selectedOptions[0]?.text ?? '').width > room;
          }).length,
      );
      expect(cut).toBe(0);
    });

    test('without WebGL there is the list, and a word about why', async () => {
      const page = await visit('/');
      await page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      await page.goto(new URL('/map', page.url()).href);
      await page.getByText('This browser does not offer WebGL').waitFor();
      await page.getByRole('table').getByRole('link', { name: 'Order Management' }).waitFor();
    });
  },
);
