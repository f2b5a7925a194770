/**
 * `npm run bench -- server --generator <script> --services 1000`: from the start of the server to the first page that
 * Chromium shows, from a saved file to the page that shows it, and answers of a warm server. Wall time beside the processor
 * time of the server, which says more on a machine that others use too. Nothing is asserted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { folder as folderSource } from '@portolan/control';
import { buildPortal } from '../scenarios/pages/build-portal.ts';
import { chromiumPath, newWindow, startBrowser } from '../scenarios/pages/chromium.ts';
import { timingOf } from './measure.ts';
import { withOrganisation } from './organisation.ts';
import { startPortolan, type Up } from './up.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: { generator: { type: 'string' }, services: { type: 'string', default: '1000' } },
});

const SAVES = 5;
const ASKS = 15;

if (!chromiumPath) throw new Error('There is no Chromium here: install one, or name it in PORTOLAN_CHROMIUM.');
await buildPortal();
await withOrganisation(values.generator, values.services, async folder => {
  const browser = await startBrowser();
  const started = performance.now();
  const portolan = await startPortolan(folder);
  try {
    const page = await (await newWindow(browser)).newPage();
    await page.goto(`${portolan.url}/services`);
    await page.waitForFunction(() => document.querySelector('table tbody tr') !== null);
    tell('start to first page', performance.now() - started, portolan.used().cpu);

    const [path = ''] = (await folderSource(folder).scan()).documents ?? [];
    const text = readFileSync(join(folder, path), 'utf8');
    const { items } = await get<{ items: { id: string; path: string }[] }>(
      portolan,
      `/documents?q=${encodeURIComponent(path)}`,
    );
    const id = items.find(item => item.path === path)?.id ?? '';
    await page.goto(`${portolan.url}/documents/${encodeURIComponent(id)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (let n = 1; n <= SAVES; n++) {
      const [saved, cpu] = [performance.now(), portolan.used().cpu];
      writeFileSync(join(folder, path), text.replace(/^( {2}title: ).*$/m, `$1Saved ${n} times`));
      // Looked at in every frame: a locator waits up to half a second between two looks.
      await page.waitForFunction(
        title => document.querySelector('h1')?.textContent?.includes(title),
        `Saved ${n} times`,
      );
      tell(`saved to page, ${n}`, performance.now() - saved, portolan.used().cpu - cpu);
      const asked = performance.now();
      await get(portolan, '/search?q=order');
      tell('  search after it', performance.now() - asked);
    }
    const { items: messages } = await get<{ items: { id: string }[] }>(portolan, '/messages?limit=1');
    const asks = {
      'search order': '/search?q=order',
      'search ordr crated': '/search?q=ordr%20crated',
      'search field:email owner': '/search?q=field%3Aemail%20owner%3At',
      impact: `/impact?of=${encodeURIComponent(`message:${messages[0]?.id}`)}&change=remove`,
    };
    for (const [name, path] of Object.entries(asks)) {
      const times: number[] = [];
      for (let ask = 0; ask < ASKS; ask++) {
        const asked = performance.now();
        await get(portolan, path);
        times.push(performance.now() - asked);
      }
      const { median, most } = timingOf(times);
      console.info(`${name.padEnd(26)} ${median.toFixed(1).padStart(8)} ms median, ${most.toFixed(1)} ms at most`);
    }
    console.info(`\n${portolan.used().peakMb} MB at most`);
  } finally {
    await browser.close();
    await portolan.stop();
  }
});

async function get<T>({ url }: Up, path: string): Promise<T> {
  const answer = await fetch(`${url}/api/v1${path}`);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

function tell(name: string, time: number, cpu?: number): void {
  const wall = `${Math.round(time).toLocaleString('en').padStart(8)} ms`;
  const processor =
    cpu === undefined ? '' : `   ${Math.round(cpu).toLocaleString('en').padStart(8)} ms of the processor`;
  console.info(`${name.padEnd(26)} ${wall}${processor}`);
}
