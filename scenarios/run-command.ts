import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Outcome, Scenario } from './scenario.ts';

const CHECKOUT = join(import.meta.dirname, '..');
const PROGRAM = join(CHECKOUT, 'apps', 'cli', 'bin', 'portolan.mjs');

/** Git with no settings of this machine, and without anything that goes on behind a command. */
const GIT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'gc.auto',
  GIT_CONFIG_VALUE_0: '0',
  GIT_CONFIG_KEY_1: 'maintenance.auto',
  GIT_CONFIG_VALUE_1: 'false',
};

/** A folder with the files of a scenario, in which its commands run one after the other. */
export interface Stage extends Disposable {
  readonly run: (line: string) => Promise<Outcome>;
}

/** Sets up a folder for a scenario; disposing it removes everything. */
export function stageFor({ files }: Scenario): Stage {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-scenario-')));
  const [bin, work] = [join(base, 'bin'), join(base, 'work')];
  mkdirSync(bin);
  mkdirSync(work);
  writeFileSync(join(bin, 'portolan'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, { mode: 0o755 });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, name)), { recursive: true });
    writeFileSync(join(work, name), text);
  }
  const env = {
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    HOME: work,
    EXAMPLES: join(CHECKOUT, 'examples'),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    ...GIT,
  };
  return {
    run: line =>
      new Promise(resolve => {
        execFile('/bin/sh', ['-c', line], { cwd: work, env }, (error, stdout, stderr) => {
          const exit = error ? Number(error.code ?? -1) : 0;
          resolve({ out: told(stdout, work), err: told(stderr, work), exit });
        });
      }),
    [Symbol.dispose]: () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Output without what differs from machine to machine. */
function told(text: string, work: string): string {
  return text
    .replaceAll(work, '$WORK')
    .replaceAll(CHECKOUT, '$CHECKOUT')
    .replace(/[ \t]+$/gm, '')
    .trimEnd();
}
