import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './folders.ts';

/** A running Portolan, as people start it. */
export interface Portal {
  readonly url: string;
  /** Everything that it has said. */
  said(): string;
  stop(): Promise<void>;
}

/** How long the product may take to say where it is, in milliseconds. */
const START_MS = 30_000;

/** Starts the real product on folders, with a data folder of its own that goes away with it, and further options. */
export async function startPortal(folders: readonly string[], options: readonly string[] = []): Promise<Portal> {
  const data = mkdtempSync(join(tmpdir(), 'portolan-pages-'));
  const program = join(ROOT, 'apps', 'cli', 'bin', 'portolan.mjs');
  const child = spawn(process.execPath, [program, 'up', ...folders, '--port', '0', '--data', data, ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk));
  const url = await addressOf(child);
  return {
    url,
    said: () => said,
    stop: async () => {
      await ended(child);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Reads the address from what the program says, and waits until it has read its documents too. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const fail = (why: string) => {
      child.kill('SIGKILL');
      failed(new Error(`Portolan did not start: ${why}\n${said}`));
    };
    const timer = setTimeout(() => fail(`nothing within ${START_MS} ms`), START_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Portolan is at (http:\S+)/.exec(said)?.[1];
      if (url === undefined || !said.includes('Ctrl-C ends it')) return;
      clearTimeout(timer);
      found(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', code => fail(`it ended with ${code}`));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(done => {
    child.removeAllListeners('exit');
    child.on('exit', () => done());
    child.kill('SIGTERM');
  });
}
