/**
 * `npm run bench -- map --generator <script> --services 1000`: how fluid the map is in a real Chromium while it is dragged
 * and zoomed, and while the pointer wanders over it. Prints frame times; nothing is asserted.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { buildPortal } from '../scenarios/pages/build-portal.ts';
import { chromiumPath, newWindow, startBrowser } from '../scenarios/pages/chromium.ts';
import { withOrganisation } from './organisation.ts';
import { startPortolan } from './up.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: { generator: { type: 'string' }, services: { type: 'string', default: '1000' } },
});

if (!chromiumPath) throw new Error('There is no Chromium here: install one, or name it in PORTOLAN_CHROMIUM.');
await buildPortal();
await withOrganisation(values.generator, values.services, async folder => {
  const [portolan, browser] = await Promise.all([startPortolan(folder), startBrowser()]);
  try {
    const page = await (await newWindow(browser)).newPage();
    for (const visit of ['first visit', 'second visit']) {
      const started = performance.now();
      await page.goto(`${portolan.url}/map`);
      await page.locator('.map-stage[data-ready="true"]').waitFor({ timeout: 120_000 });
      console.info(`${visit}: drawn after ${Math.round(performance.now() - started)} ms`);
    }
    console.info('\nframes, milliseconds     median    95 %    worst   frames');
    await measure(page, 'drag, domains', drag);
    await measure(page, 'zoom in to services', () => wheel(page, -240, 3));
    await measure(page, 'drag, services', drag);
    await measure(page, 'pointer, services', hover);
    await measure(page, 'zoom in to messages', () => wheel(page, -240, 10));
    await measure(page, 'drag, messages', drag);
    await measure(page, 'zoom out again', () => wheel(page, 240, 13));
  } finally {
    await browser.close();
    await portolan.stop();
  }
});

/** Times between the frames that the page shows while something is done to it. */
async function measure(page: Page, name: string, act: (page: Page) => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      frames.push(now - last);
      last = now;
      if (Object.hasOwn(globalThis, 'benchFrames')) requestAnimationFrame(tick);
    };
    Object.assign(globalThis, { benchFrames: frames });
    requestAnimationFrame(tick);
  });
  await act(page);
  const frames = await page.evaluate(() => {
    const { benchFrames } = globalThis as unknown as { benchFrames: number[] };
    Reflect.deleteProperty(globalThis, 'benchFrames');
    return benchFrames.slice(1);
  });
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
  const level = await page.locator('.map-stage').getAttribute('data-level');
  console.info(
    `${name.padEnd(22)} ${at(0.5).padStart(8)} ${at(0.95).padStart(7)} ${at(1).padStart(8)} ${String(sorted.length).padStart(8)}   ${level}`,
  );
}

async function drag(page: Page): Promise<void> {
  // An empty corner: whoever drags a node moves the map as well, but looks at the node meanwhile.
  await page.mouse.move(420, 300);
  await page.mouse.down();
  for (let step = 0; step < 60; step++) await page.mouse.move(420 + step * 5, 300 + Math.sin(step / 6) * 80);
  await page.mouse.up();
}

async function hover(page: Page): Promise<void> {
  for (let step = 0; step < 60; step++) await page.mouse.move(400 + step * 8, 250 + Math.sin(step / 4) * 160);
}

async function wheel(page: Page, by: number, times: number): Promise<void> {
  await page.mouse.move(700, 450);
  for (let time = 0; time < times; time++) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(150);
  }
}
