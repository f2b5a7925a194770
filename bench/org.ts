/**
 * `npm run bench -- org --generator <script> --services 100`: reading and charting a whole organisation. The generator is
 * any program that takes a number of services and a folder, and writes AsyncAPI documents into it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createSearch, relate } from '@portolan/chart';
import { lint } from '@portolan/checks';
import { read } from '@portolan/contract';
import { folder } from '@portolan/control';
import { timed } from './measure.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    generator: { type: 'string' },
    services: { type: 'string', default: '100' },
  },
});
if (!values.generator) {
  console.error('Name a generator: npm run bench -- org --generator <script> --services 100');
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
try {
  await timed({ command: process.execPath, args: [resolve(values.generator), values.services, work] });
  await measure(work);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function measure(root: string): Promise<void> {
  const source = folder(root);
  const scan = await step('find the documents', () => source.scan());
  const paths = scan.documents ?? [];
  const read_ = await step('read them', () => Promise.all(paths.map(path => read(path, source.load))));
  const documents = read_.flatMap(({ contract }, index) => {
    const path = paths[index] as string;
    return contract ? [{ id: `org/${path}`, source: 'org', path, contract }] : [];
  });
  await step('apply the rules', () => Promise.all(documents.map(({ contract }) => lint(contract))));
  const chart = await step('relate them', async () => relate(documents));
  const search = await step('make them searchable', async () => createSearch(chart, documents));
  await step('search once', async () => search.search('order created'));
  const { services, channels, messages, links } = chart;
  const counts = { documents: paths.length, services, channels, messages, links };
  const facts = Object.entries(counts).map(
    ([name, list]) => `${typeof list === 'number' ? list : list.length} ${name}`,
  );
  console.info(`\n${facts.join(', ')}; ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.info(
    `${name.padEnd(22)} ${Math.round(performance.now() - started)
      .toLocaleString('en')
      .padStart(8)} ms`,
  );
  return result;
}
