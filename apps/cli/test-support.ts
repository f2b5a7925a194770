import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that runs on until it is told to end. */
export interface Running extends AsyncDisposable {
  /** Everything it said so far, on both outputs. */
  readonly said: () => string;
  /** Waits until it says something, and gives the first group of the pattern. Fails when it ends before. */
  readonly says: (pattern: RegExp) => Promise<string>;
  /** Sends a signal and gives the exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Waits for it to end by itself and gives the exit code. */
  readonly ended: () => Promise<number | null>;
}

/** Starts a program of Node. */
export function start(args: readonly string[], cwd: string): Running {
  const env = {
    ...process.env,
    NO_COLOR: '1',
    PORTOLAN_DATA: undefined,
    PORTOLAN_PORT: undefined,
    PORTOLAN_STORE: undefined,
  };
  const child: ChildProcess = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk));
  const closed = once(child, 'close').then(([code]) => code as number | null);
  return {
    said: () => said,
    async says(pattern) {
      for (;;) {
        const found = pattern.exec(said);
        if (found) return found[1] ?? found[0];
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${said}`);
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      return await closed;
    },
    ended: () => closed,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await closed;
    },
  };
}
