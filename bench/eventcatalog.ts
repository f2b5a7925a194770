/**
 * `npm run bench -- eventcatalog --generator <script> --services 100`: Portolan and EventCatalog beside each other, for the
 * same organisation: from the start of the server to the first page that Chromium shows of a service, with processor time
 * and memory. EventCatalog gets a catalog that is written from the chart, because it does not find out who sends what.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Chart, index, relate } from '@portolan/chart';
import { read } from '@portolan/contract';
import { folder as folderSource } from '@portolan/control';
import type { Browser } from 'playwright-core';
import { buildPortal } from '../scenarios/pages/build-portal.ts';
import { chromiumPath, newWindow, startBrowser } from '../scenarios/pages/chromium.ts';
import { installEventCatalog } from './eventcatalog-install.ts';
import { withOrganisation } from './organisation.ts';
import { startPortolan, startServer, type Up } from './up.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: { generator: { type: 'string' }, services: { type: 'string', default: '100' } },
});

if (!chromiumPath) throw new Error('There is no Chromium here: install one, or name it in PORTOLAN_CHROMIUM.');
const installed = await installEventCatalog();
await buildPortal();
await withOrganisation(values.generator, values.services, async organisation => {
  const chart = await chartOf(organisation);
  const name = (chart.services[0] as Chart['services'][number]).name;
  // A catalog stands beside the packages that it is made with.
  const catalog = installed.folder;
  const browser = await startBrowser();
  try {
    const id = encodeURIComponent((chart.services[0] as Chart['services'][number]).id);
    const ours = await measure(browser, () => startPortolan(organisation), `/services/${id}`, name);
    clear(catalog);
    writeCatalog(chart, catalog);
    const theirs = await measure(browser, () => startEventCatalog(catalog), `/docs/services/${id}/1.0.0`, name);
    console.info(`\n${chart.services.length} services, ${chart.messages.length} messages`);
    print('', ['first page', 'processor', 'memory']);
    print('Portolan', [seconds(ours.page), seconds(ours.cpu), `${ours.peakMb} MB`]);
    print(`EventCatalog ${installed.version}`, [seconds(theirs.page), seconds(theirs.cpu), `${theirs.peakMb} MB`]);
    const ratios = [theirs.page / ours.page, theirs.cpu / ours.cpu, theirs.peakMb / ours.peakMb];
    print(
      'ratio',
      ratios.map(ratio => `${ratio.toFixed(1)} ×`),
    );
  } finally {
    await browser.close();
    clear(catalog);
  }
});

async function chartOf(folder: string): Promise<Chart> {
  const source = folderSource(folder);
  const documents = [];
  for (const path of (await source.scan()).documents ?? []) {
    const { contract } = await read(path, source.load);
    if (contract) documents.push({ id: `org/${path}`, source: 'org', path, contract });
  }
  return relate(documents);
}

/** From the start of a server to the moment in which Chromium shows the name of a service in a heading. */
async function measure(browser: Browser, start: () => Promise<Up>, path: string, name: string) {
  const started = performance.now();
  const up = await start();
  const window = await newWindow(browser);
  try {
    const page = await window.newPage();
    await page.goto(up.url + path, { timeout: 300_000 });
    await page.getByRole('heading', { name }).first().waitFor({ timeout: 300_000 });
    return { page: performance.now() - started, ...up.used() };
  } finally {
    await window.close();
    await up.stop();
  }
}

async function startEventCatalog(catalog: string): Promise<Up> {
  const port = await freePort();
  const program = join(installed.folder, 'node_modules', '@eventcatalog', 'core', 'bin', 'eventcatalog.js');
  const args = [program, 'dev', '--no-prewarm', '--', '--host', '127.0.0.1', '--port', String(port)];
  const env = { ASTRO_TELEMETRY_DISABLED: '1', EVENTCATALOG_TELEMETRY_DISABLED: 'true', NO_COLOR: '1', CI: 'true' };
  const says = (said: string) =>
    /ready in|watching for file changes/i.test(said) ? `http://127.0.0.1:${port}` : undefined;
  return await startServer(args, says, { cwd: catalog, env });
}

function freePort(): Promise<number> {
  return new Promise(found => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Services, messages and channels of a chart in the form that EventCatalog reads. */
function writeCatalog(chart: Chart, folder: string): void {
  const { linksOfService, channels } = index(chart);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const page = (path: string, front: object) => write(`${path}/index.mdx`, `---\n${yaml(front)}---\n\n<NodeGraph />\n`);
  write(
    'eventcatalog.config.js',
    `export default { title: 'Bench', organizationName: 'Bench', homepageLink: 'https://example.com', cId: 'bench', output: 'static', trailingSlash: false, base: '/' };\n`,
  );
  for (const { id, name, summary = '' } of chart.services) {
    const links = linksOfService.get(id) ?? [];
    const of = (action: string) =>
      [...new Set(links.flatMap(link => (link.action === action ? (link.message ?? []) : [])))].map(message => ({
        id: message,
        version: '1.0.0',
      }));
    page(`services/${id}`, { id, name, version: '1.0.0', summary, sends: of('send'), receives: of('receive') });
  }
  for (const message of chart.messages) {
    const on = message.channels.map(id => ({ id, version: '1.0.0' }));
    const { id, name, summary = '' } = message;
    page(`events/${id}`, { id, name, version: '1.0.0', summary, channels: on });
  }
  for (const { id, name, protocols } of channels.values()) {
    page(`channels/${id.replaceAll(/[^\w.-]+/g, '-')}`, { id, name, version: '1.0.0', address: name, protocols });
  }
}

/** Takes away what an earlier run wrote. */
function clear(folder: string): void {
  const parts = ['services', 'events', 'channels', 'dist', '.astro', '.eventcatalog-core', 'eventcatalog.config.js'];
  for (const part of parts) rmSync(join(folder, part), { recursive: true, force: true });
}

/** Flat front matter: JSON is YAML. */
function yaml(front: object): string {
  return Object.entries(front)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

function print(name: string, cells: readonly string[]): void {
  console.info(`${name.padEnd(22)}${cells.map(cell => cell.padStart(12)).join('')}`);
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(1)} s`;
}
