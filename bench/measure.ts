import { spawn } from 'node:child_process';

/** How often and how long a thing took; times in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

/** A program to run to its end. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Sums up times. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const at = (index: number) => sorted[index] as number;
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { median, least: at(0), most: at(sorted.length - 1), runs: sorted.length };
}

/** Runs programs in turn, round by round, so that what the machine does meanwhile hits all of them alike. */
export async function timePrograms(programs: readonly Program[], runs: number): Promise<Timing[]> {
  const times: number[][] = programs.map(() => []);
  for (const program of programs) await timed(program);
  for (let round = 0; round < runs; round++) {
    for (const [index, program] of programs.entries()) times[index]?.push((await timed(program)).ms);
  }
  return times.map(timingOf);
}

/**
 * Runs one program and gives its time and its standard output.
 *
 * @throws when it ends with more than 1, which stands for findings everywhere
 */
export function timed({ command, args, env, cwd }: Program): Promise<{ readonly ms: number; readonly out: string }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      ...(cwd && { cwd }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', chunk => (out += chunk));
    child.stderr.on('data', chunk => (err += chunk));
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0 || code === 1) resolve({ ms: performance.now() - started, out });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${err.trim().slice(-2_000)}`));
    });
  });
}
