import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { gitAddress } from './address.ts';
import { openGitSource } from './git-source.ts';
import { document, repositoryIn, temporaryFolder } from './repository.test-support.ts';

const FETCHER = join(import.meta.dirname, 'crash-fetcher.ts');

/** How often the process is killed; 40 rounds were run on 2026-11-21, on a busy machine. */
const ROUNDS = Number(process.env.PORTOLAN_CRASH_ROUNDS ?? 3);

/** Files that are new in each round. */
const FILES = 20;

/**
 * Fetches in a process of its own, which is killed some milliseconds after it began, while the git that it started goes
 * on for a while. Answers what it said.
 */
async function fetching(address: string, folder: string, killedAfter?: number): Promise<string> {
  const child = spawn(process.execPath, [FETCHER, address, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  let said = '';
  child.stdout.on('data', chunk => {
    said += chunk;
  });
  if (killedAfter !== undefined) {
    await Promise.race([once(child.stdout, 'data'), closed]);
    await pause(killedAfter);
    child.kill('SIGKILL');
  }
  await closed;
  return said;
}

test('whenever a process is killed while it fetches, the next one reads the repository whole', {
  timeout: 600_000,
}, async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  const folder = join(base, 'data', 'git');
  for (let round = 0; round < ROUNDS; round++) {
    const texts = Array.from({ length: FILES }, (_, n) => [`round-${round}-${n}.yaml`, document(`R${round} ${n}`)]);
    repository.commit(Object.fromEntries(texts));
    await fetching(repository.address, folder, (round * 37) % 150);
    expect(await fetching(repository.address, folder)).toBe(`fetching\n${(round + 1) * FILES}\n`);
  }
  const source = await openGitSource({
    name: 'shop',
    address: gitAddress(repository.address),
    data: join(base, 'data'),
  });
  onTestFinished(() => source.watch(() => undefined)[Symbol.dispose]());
  const { documents = [], problem } = await source.scan();
  expect([documents.length, problem]).toEqual([ROUNDS * FILES, undefined]);
  for (const path of documents) expect(await source.load(path)).toMatch(/^asyncapi/);
  expect(readdirSync(folder)).toHaveLength(1);
});
