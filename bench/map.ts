/**
 * `npm run bench -- map --generator <script> --services 1000`: how fluid the map is in a real Chromium while it is dragged
 * and zoomed, and while the pointer wanders over it. Prints the times between frames and the time of scripts per frame;
 * nothing is asserted.
 */
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { buildPortal } from '../scenarios/pages/build-portal.ts';
import { chromiumPath, newWindow, startBrowser } from '../scenarios/pages/chromium.ts';
import { withOrganisation } from './organisation.ts';
import { startPortolan } from './up.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: { generator: { type: 'string' }, services: { type: 'string', default: '1000' } },
});

/** A place in the middle of the map, in pixels of the window. */
const MIDDLE = [752, 476] as const;

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
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const watched = { page, session };
    console.info('\nframes, milliseconds     median    95 %    worst   frames  scripts');
    await measure(watched, 'drag, domains', drag);
    await measure(watched, 'zoom in to services', () => wheel(page, -240, 3));
    await measure(watched, 'drag, services', drag);
    await measure(watched, 'pointer, services', hover);
    await measure(watched, 'zoom in to messages', () => wheel(page, -240, 10));
    await measure(watched, 'drag, messages', drag);
    await measure(watched, 'zoom out again', () => wheel(page, 240, 13));
  } finally {
    await browser.close();
    await portolan.stop();
  }
});

/**
 * Times between the frames that the page shows while something is done to it, and how long its scripts ran: where a
 * processor draws in place of a graphics card, the frames say little about the page.
 */
async function measure(
  { page, session }: { page: Page; session: CDPSession },
  name: string,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const before = await scripts(session);
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
  const spent = (await scripts(session)) - before;
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
  const level = await page.locator('.map-stage').getAttribute('data-level');
  console.info(
    `${name.padEnd(22)} ${at(0.5).padStart(8)} ${at(0.95).padStart(7)} ${at(1).padStart(8)} ${String(sorted.length).padStart(8)} ${(spent / sorted.length).toFixed(1).padStart(8)}   ${level}`,
  );
}

/** Milliseconds that scripts of the page have run since the session began to look. */
async function scripts(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
}

/** Around in a circle, back to where it began: the map has to stay in view. */
async function drag(page: Page): Promise<void> {
  const [x, y] = MIDDLE;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step <= 60; step++) {
    const turn = (step / 60) * 2 * Math.PI;
    await page.mouse.move(x + 150 * Math.sin(turn), y + 80 * (1 - Math.cos(turn)));
  }
  await page.mouse.up();
}

/** Across the middle, where nodes are. */
async function hover(page: Page): Promise<void> {
  const [x, y] = MIDDLE;
  for (let step = 0; step < 60; step++) await page.mouse.move(x + (step - 30) * 8, y + Math.sin(step / 4) * 160);
}

async function wheel(page: Page, by: number, times: number): Promise<void> {
  await page.mouse.move(...MIDDLE);
  for (let time = 0; time < times; time++) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(150);
  }
}
