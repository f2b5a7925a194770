/** `npm run bench`: how long validation takes, side by side with others. See README.md of this folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage } from '../apps/cli/build.ts';
import { document, smallDocument } from './documents.ts';
import { type Program, type Timing, timed, timePrograms, timingOf } from './measure.ts';
import { installPeers, peerProgram, peerTitle } from './peers.ts';

const HERE = import.meta.dirname;
const WORK = join(HERE, '.work');
const SOURCES = join(HERE, '..', 'apps', 'cli', 'bin', 'portolan.mjs');
const PACKAGE = join(WORK, 'package', 'bin', 'portolan.mjs');

/** The package that people install, and the sources that a checkout runs. */
const BOTH = ['Portolan', 'Portolan, sources'];

/** Benchmarks with options of their own. */
const OTHERS: Readonly<Record<string, () => Promise<unknown>>> = {
  org: () => import('./org.ts'),
  compare: () => import('./compare.ts'),
  diff: () => import('./diff.ts'),
  stores: () => import('./stores.ts'),
  server: () => import('./server.ts'),
  map: () => import('./map.ts'),
  eventcatalog: () => import('./eventcatalog.ts'),
};

const other = OTHERS[process.argv.slice(2).find(word => !word.startsWith('-')) ?? ''];

const { values } = parseArgs({
  allowPositionals: true,
  strict: other === undefined,
  options: {
    peers: { type: 'string', default: 'redocly' },
    runs: { type: 'string', default: '7' },
    channels: { type: 'string', default: '1000' },
  },
});

if (other) await other();
else await validation(String(values.peers), Number(values.runs), Number(values.channels));

async function validation(peerList: string, runs: number, channels: number): Promise<void> {
  const peers = peerList.split(',').filter(name => name !== '' && name !== 'none');
  await installPeers(peers);
  const files = writeDocuments(channels);
  await buildPackage(join(WORK, 'package'));
  console.info(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, median of ${runs} runs\n`,
  );

  for (const [title, file] of Object.entries(files)) {
    const programs = [...portolan('validate', file), ...peers.map(name => peerProgram(name, file))];
    const timings = await timePrograms(programs, runs);
    table(`Whole process, ${title}`, [...BOTH, ...peers.map(peerTitle)], timings);
  }
  const start = await timePrograms([{ command: process.execPath, args: ['-e', '0'] }, ...portolan('--version')], runs);
  table('Start', ['node -e 0', ...BOTH.map(name => `${name} --version`)], start);

  const inside = ['portolan', ...peers.filter(name => name === 'asyncapi')];
  for (const [title, file] of Object.entries(files)) {
    const results = [];
    for (const tool of inside) results.push(await inProcess(tool, file, runs));
    const names = results.map(({ first, peakMb }, index) => {
      const name = index === 0 ? 'Portolan' : '@asyncapi/parser';
      return `${name} (first ${ms(first)}, ${peakMb} MB at most)`;
    });
    table(
      `In one process, warm, ${title}`,
      names,
      results.map(({ warm }) => timingOf(warm)),
    );
  }
}

function writeDocuments(channels: number): Record<string, string> {
  mkdirSync(WORK, { recursive: true });
  const files = { small: join(WORK, 'small.yaml'), large: join(WORK, 'large.yaml') };
  writeFileSync(files.small, smallDocument());
  writeFileSync(files.large, document(channels));
  return { 'one channel': files.small, [`${channels} channels`]: files.large };
}

function portolan(...args: readonly string[]): Program[] {
  return [PACKAGE, SOURCES].map(program => ({ command: process.execPath, args: [program, ...args] }));
}

async function inProcess(tool: string, file: string, runs: number) {
  const script = join(HERE, 'in-process.ts');
  const { out } = await timed({ command: process.execPath, args: [script, tool, file, String(runs)] });
  return JSON.parse(out) as { readonly first: number; readonly warm: number[]; readonly peakMb: number };
}

/** Prints times with their ratio to the first one. */
function table(title: string, names: readonly string[], timings: readonly Timing[]): void {
  const width = Math.max(...names.map(name => name.length));
  console.info(title);
  for (const [index, { median, least, most }] of timings.entries()) {
    const ratio = index === 0 ? '' : `   ${(median / (timings[0]?.median ?? median)).toFixed(1)} ×`;
    console.info(`  ${names[index]?.padEnd(width)}  ${ms(median).padStart(10)}  (${ms(least)} to ${ms(most)})${ratio}`);
  }
  console.info('');
}

function ms(time: number): string {
  return time < 10 ? `${time.toFixed(1)} ms` : `${Math.round(time).toLocaleString('en')} ms`;
}
