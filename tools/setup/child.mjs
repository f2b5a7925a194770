import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and gives its exit code; 128 and the signal's number when a signal ended it.
 * Signals that reach us are passed on, and we stay until the program has ended in its own way. A program that
 * shares our terminal hears Ctrl-C twice then, so it has to treat the second as the same one.
 *
 * With `quiet`, output is kept back and given to `quiet` only when the program failed.
 */
export function runChild(command, args, { quiet, ...options } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, args, { stdio, ...options });
  const kept = [];
  child.stdout?.on('data', chunk => kept.push(chunk));
  child.stderr?.on('data', chunk => kept.push(chunk));

  const passOn = SIGNALS.map(signal => [signal, () => child.kill(signal)]);
  for (const [signal, listener] of passOn) process.on(signal, listener);

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const [name, listener] of passOn) process.off(name, listener);
      const exit = code ?? 128 + (constants.signals[signal] ?? 0);
      if (quiet && exit !== 0) quiet(Buffer.concat(kept).toString());
      resolve(exit);
    });
  });
}
