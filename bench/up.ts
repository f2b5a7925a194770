import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process has used so far: processor time in milliseconds, and its largest memory in MB. */
export interface Used {
  readonly cpu: number;
  readonly peakMb: number;
}

/** A server that was started for a measurement. */
export interface Up {
  readonly url: string;
  /** Milliseconds from the start of the process until it had read everything. */
  readonly ready: number;
  used(): Used;
  stop(): Promise<void>;
}

/** How long a server may take to be ready, in milliseconds. */
const PATIENCE = 180_000;

/**
 * Starts a program that says where it is.
 *
 * @param says finds the address in what was said so far, once everything is ready
 */
export async function startServer(
  args: readonly string[],
  says: (said: string) => string | undefined,
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Up> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    env: { ...process.env, ...options.env },
  });
  const url = await addressOf(child, says);
  return {
    url,
    ready: performance.now() - started,
    used: () => usedBy(child.pid as number),
    stop: () => ended(child),
  };
}

/** Starts `portolan up` on a folder, with a data folder of its own. */
export async function startPortolan(folder: string): Promise<Up> {
  const data = mkdtempSync(join(tmpdir(), 'portolan-bench-data-'));
  const program = join(import.meta.dirname, '..', 'apps', 'cli', 'bin', 'portolan.mjs');
  const up = await startServer([program, 'up', folder, '--port', '0', '--data', data], said =>
    said.includes('Ctrl-C ends it') ? /Portolan is at (http:\S+)/.exec(said)?.[1] : undefined,
  );
  return {
    ...up,
    async stop() {
      await up.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess, says: (said: string) => string | undefined): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const fail = (why: string) => {
      void ended(child);
      failed(new Error(`The server did not start: ${why}\n${said.slice(-2_000)}`));
    };
    const timer = setTimeout(() => fail(`nothing within ${PATIENCE} ms`), PATIENCE);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const url = says(said);
      if (url === undefined) return;
      clearTimeout(timer);
      found(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', code => {
      clearTimeout(timer);
      fail(`it ended with ${code}`);
    });
  });
}

/** From /proc, with everything that the process started; zeros where there is no /proc. */
function usedBy(pid: number): Used {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const ticks = Number(stat[11]) + Number(stat[12]);
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    const below = children.map(child => usedBy(Number(child)));
    return {
      cpu: ticks * 10 + below.reduce((sum, { cpu }) => sum + cpu, 0),
      peakMb: Math.round(Number(peak ?? 0) / 1024) + below.reduce((sum, { peakMb }) => sum + peakMb, 0),
    };
  } catch {
    return { cpu: 0, peakMb: 0 };
  }
}

/** Ends the process and whatever it started. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  const group = -child.pid;
  return new Promise(done => {
    child.removeAllListeners('exit');
    child.on('exit', () => done());
    process.kill(group, 'SIGTERM');
  });
}
