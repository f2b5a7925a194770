import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { digestOfText } from '@portolan/base';
import { expect, test } from 'vitest';
import { openPostgres } from './open-postgres.ts';
import { postgresPrograms, startPostgres, WITHOUT_POSTGRES } from './test-support.ts';

const WRITER = fileURLToPath(new URL('./crash-writer.ts', import.meta.url));
const ROUNDS = 3;

/** What a writer said was recorded. */
interface Acknowledged {
  readonly sequence: number;
  readonly document: string;
  readonly text: string;
}

const name = 'a server killed while two processes write loses no revision that they acknowledged, and they go on';
const options = { timeout: 120_000, skip: !postgresPrograms };
test(postgresPrograms ? name : `${name} (${WITHOUT_POSTGRES})`, options, async () => {
  await using server = await startPostgres();
  const address = server.address();
  const acknowledged: Acknowledged[] = [];
  const writers = ['one', 'two'].map(writer => startWriter(address, writer, acknowledged));
  try {
    for (let round = 0; round < ROUNDS; round++) {
      await moreThan(acknowledged, acknowledged.length + 50 + Math.floor(Math.random() * 300));
      await server.kill();
      const before = acknowledged.length;
      await server.start();
      await moreThan(acknowledged, before);
    }
  } finally {
    await Promise.all(writers.map(({ kill }) => kill()));
  }

  await using store = await openPostgres(address);
  const entries = await store.log(0, 1_000_000);
  const log = new Map(entries.map(entry => [entry.sequence, entry]));
  for (const { sequence, document, text } of acknowledged) {
    const files = [{ digest: digestOfText(text) }, { location: 'types.yaml' }];
    expect(log.get(sequence)).toMatchObject({ kind: 'revision', document, files });
  }
  // Nor was anything written a second time after a commit whose answer was lost.
  const states = entries.map(entry => (entry.kind === 'revision' ? `${entry.document} ${entry.digest}` : ''));
  expect(new Set(states).size).toBe(states.length);
  expect(entries.map(entry => entry.sequence)).toEqual(entries.map((_, index) => index + 1));
  const last = acknowledged.at(-1) as Acknowledged;
  expect(await store.text(digestOfText(last.text))).toBe(last.text);
});

function startWriter(address: string, writer: string, into: Acknowledged[]): { readonly kill: () => Promise<void> } {
  const child = spawn(process.execPath, [WRITER, address, writer], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise<void>(resolve => child.once('close', () => resolve()));
  createInterface({ input: child.stdout }).on('line', line => {
    const [sequence, document, text] = line.split('\t');
    // The last line may be cut off; a whole one ends with a dot.
    if (text?.endsWith('.')) into.push({ sequence: Number(sequence), document: document as string, text });
  });
  return {
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function moreThan(acknowledged: readonly Acknowledged[], count: number): Promise<void> {
  for (let tries = 0; acknowledged.length <= count; tries++) {
    if (tries > 1_500) throw new Error(`Only ${acknowledged.length} were acknowledged.`);
    await sleep(20);
  }
}
