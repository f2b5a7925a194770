import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { digestOfText } from '@portolan/base';
import { expect, test } from 'vitest';
import { openSqlite } from './open-sqlite.ts';

const WRITER = fileURLToPath(new URL('./crash-writer.ts', import.meta.url));
const ROUNDS = 6;

/** What the writer said was recorded: a sequence, the document, and the text that it held then. */
interface Acknowledged {
  readonly sequence: number;
  readonly document: string;
  readonly text: string;
}

test('a process killed while it writes loses no revision that it acknowledged', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-crash-'));
  const path = join(folder, 'portolan.db');
  const acknowledged: Acknowledged[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const before = acknowledged.length;
      await writeUntilKilled(path, `${round}`, 20 + Math.floor(Math.random() * 200), acknowledged);
      expect(acknowledged.length).toBeGreaterThan(before);
      await everyOneIsThere(path, acknowledged);
    }
    const db = new DatabaseSync(path);
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    db.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Starts the writer and kills it at a random moment after it acknowledged `least` revisions. */
async function writeUntilKilled(path: string, round: string, least: number, into: Acknowledged[]): Promise<void> {
  const child = spawn(process.execPath, [WRITER, path, round], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<NodeJS.Signals | null>(resolve => child.once('exit', (_, signal) => resolve(signal)));
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [sequence, document, text] = line.split('\t');
    // The last line may be cut off by the kill; a whole one ends with a dot.
    if (text?.endsWith('.')) into.push({ sequence: Number(sequence), document: document as string, text });
    if (++lines === least) setTimeout(() => child.kill('SIGKILL'), Math.random() * 10);
  }
  expect(await exited).toBe('SIGKILL');
}

async function everyOneIsThere(path: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const store = await openSqlite(path);
  try {
    const log = new Map((await store.log(0, 1_000_000)).map(entry => [entry.sequence, entry]));
    for (const { sequence, document, text } of acknowledged) {
      const entry = log.get(sequence);
      expect(entry).toMatchObject({ kind: 'revision', document, files: [{ digest: digestOfText(text) }, {}] });
      expect(await store.text(digestOfText(text))).toBe(text);
    }
  } finally {
    await store[Symbol.asyncDispose]();
  }
}
