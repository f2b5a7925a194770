/** `npm run bench -- diff`: known edits of a large document, beside the diff of others: entries, classes, cold time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage } from '../apps/cli/build.ts';
import { edited, type KnownEdit, type Verdict } from './edits.ts';
import { type Program, timed, timePrograms } from './measure.ts';
import { installPackages, installPeers, packageTitle, peerCommand, peerTitle } from './peers.ts';

const WORK = join(import.meta.dirname, '.work');
const DIFF = '@asyncapi/diff';

/** One entry that a program told: which channel it is about, as far as that can be seen, and its class. */
interface Entry {
  readonly channel?: number;
  readonly verdict: string;
}

interface Contender {
  readonly title: string;
  readonly program: Program;
  readonly entriesIn: (out: string) => Entry[];
}

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'string', default: 'asyncapi-diff' },
    runs: { type: 'string', default: '5' },
    channels: { type: 'string', default: '1000' },
    edits: { type: 'string', default: '200' },
  },
});

mkdirSync(WORK, { recursive: true });
const files = [join(WORK, 'before.yaml'), join(WORK, 'after.yaml')] as const;
const { before, after, known } = edited(Number(values.channels), Number(values.edits));
writeFileSync(files[0], before);
writeFileSync(files[1], after);
const contenders = await contendersFor(values.peers.split(','));
const timings = await timePrograms(
  contenders.map(({ program }) => program),
  Number(values.runs),
);
console.info(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, median of ${values.runs} runs`,
);
console.info(`${known.length} known edits of ${values.channels} channels, whole process\n`);
for (const [index, { title, program, entriesIn }] of contenders.entries()) {
  const entries = entriesIn((await timed(program)).out);
  const median = timings[index]?.median ?? 0;
  const ratio = median / (timings[0]?.median ?? median);
  console.info(
    `${title}\n  ${entries.length} entries, ${rightIn(entries)} of ${known.length} edits in the right class, ${Math.round(median)} ms (${ratio.toFixed(1)} ×)`,
  );
}

async function contendersFor(peers: readonly string[]): Promise<Contender[]> {
  await buildPackage(join(WORK, 'package'));
  const args = ['diff', ...files, '--format', 'json', '--fail-on', 'never'];
  const own: Contender = {
    title: 'Portolan',
    program: { command: process.execPath, args: [join(WORK, 'package', 'bin', 'portolan.mjs'), ...args] },
    entriesIn: portolanEntries,
  };
  const found = [own];
  if (peers.includes('asyncapi-diff')) {
    await installPackages([DIFF]);
    const script = join(import.meta.dirname, 'diff-peer.ts');
    const program = { command: process.execPath, args: [script, ...files] };
    found.push({ title: `${packageTitle(DIFF)}, as a library`, program, entriesIn: peerEntries });
  }
  if (peers.includes('asyncapi')) {
    await installPeers(['asyncapi']);
    const program = peerCommand('asyncapi', ['diff', ...files, '--format', 'json', '--no-error']);
    found.push({ title: peerTitle('asyncapi'), program, entriesIn: peerEntries });
  }
  return found;
}

/** How many edits are told with one class only, and the right one. For those who know no editorial class, it is the mild one. */
function rightIn(entries: readonly Entry[]): number {
  const classes = new Map<number, Set<string>>();
  for (const { channel, verdict } of entries)
    if (channel !== undefined) classes.set(channel, (classes.get(channel) ?? new Set()).add(verdict));
  return known.filter(edit => isRight(edit, classes.get(edit.channel))).length;
}

function isRight({ verdict }: KnownEdit, found: ReadonlySet<string> | undefined): boolean {
  const mild: readonly Verdict[] = ['editorial', 'non-breaking'];
  const wanted = verdict === 'editorial' ? mild : [verdict];
  return found?.size === 1 && wanted.some(name => found.has(name));
}

function portolanEntries(out: string): Entry[] {
  const { documents } = JSON.parse(out) as {
    documents: { changes: { verdict: string; before?: Place; after?: Place }[] }[];
  };
  return documents.flatMap(({ changes }) =>
    changes.map(change => entryOf(change.verdict, (change.after ?? change.before)?.origin.pointer)),
  );
}

interface Place {
  readonly origin: { readonly pointer: string };
}

function peerEntries(out: string): Entry[] {
  const told = JSON.parse(out.slice(out.search(/[[{]/))) as
    | { changes?: { type: string; path: string }[] }
    | { type: string; path: string }[];
  const changes = Array.isArray(told) ? told : (told.changes ?? []);
  return changes.map(({ type, path }) => entryOf(type, path));
}

/** Every channel, message and operation has its number in its key. */
function entryOf(verdict: string, pointer: string | undefined): Entry {
  const number = /(?:channel|[cC]hanged)(\d+)/.exec(pointer ?? '')?.[1];
  return { verdict, ...(number !== undefined && { channel: Number(number) }) };
}
