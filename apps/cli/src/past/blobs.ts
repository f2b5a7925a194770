import { spawn } from 'node:child_process';
import { decode } from '@portolan/contract';
import { faults } from '../faults.ts';

/** Texts of the repository by the ids of their blobs. */
export interface Blobs extends AsyncDisposable {
  /** Faults: CLI_GIT_FAILED for what git does not have. */
  text(id: string): Promise<string>;
}

/** Characters of texts that are kept in case they are asked for again: most files change seldom. */
const KEPT = 32_000_000;

/** Opens the blobs of the repository around this folder: one process of git for as many as are asked for. */
export function openBlobs(): Blobs {
  const child = spawn('git', ['cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting: { resolve(text: string): void; reject(error: Error): void }[] = [];
  const known = new Map<string, Promise<string>>();
  let kept = 0;
  let rest: Buffer = Buffer.alloc(0);
  const closed = new Promise<void>(resolve => child.once('close', () => resolve()));

  child.stdout.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (takeOne());
  });
  // What git does not answer before it ends, it does not have.
  child.stdin.on('error', () => undefined);
  child.on('error', fail);
  child.on('close', () => fail());

  return {
    async text(id) {
      const found = known.get(id);
      if (found) return await found;
      const asked = ask(id);
      known.set(id, asked);
      kept += (await asked).length;
      for (const [oldest, text] of known) {
        if (kept <= KEPT || oldest === id) break;
        known.delete(oldest);
        kept -= (await text).length;
      }
      return await asked;
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await closed;
    },
  };

  function ask(id: string): Promise<string> {
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      child.stdin.write(`${id}\n`);
    });
  }

  /** Each answer is a line with the size, the bytes and a line break. */
  function takeOne(): boolean {
    const end = rest.indexOf('\n');
    if (end < 0) return false;
    const size = Number(rest.toString('latin1', 0, end).split(' ')[2]);
    if (!Number.isInteger(size)) {
      rest = rest.subarray(end + 1);
      waiting.shift()?.reject(unreadable());
      return true;
    }
    if (rest.length < end + size + 2) return false;
    waiting.shift()?.resolve(decode(rest.subarray(end + 1, end + 1 + size)));
    rest = rest.subarray(end + size + 2);
    return true;
  }

  function fail(cause?: Error): void {
    for (const { reject } of waiting.splice(0)) reject(unreadable(cause));
  }

  function unreadable(cause?: Error): Error {
    return faults.GIT_FAILED({ reason: 'an object cannot be read' }, cause && { cause });
  }
}
