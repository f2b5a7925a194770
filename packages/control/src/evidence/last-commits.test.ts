import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { folder } from '../sources/folder.ts';
import { document, repositoryIn, temporaryFolder } from '../sources/git/repository.test-support.ts';
import { openLastCommits } from './last-commits.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };

test('a folder that is watched knows when its documents were last committed, and by no name', async () => {
  const repository = repositoryIn(temporaryFolder());
  repository.commit({ 'specs/a b.yaml': document('A'), 'specs/b.yaml': document('B'), 'other.yaml': document('C') });
  repository.commit({ 'specs/b.yaml': document('B', 'x-more: true\n') });
  writeFileSync(join(repository.path, 'specs/new.yaml'), document('New'));
  const source = folder(join(repository.path, 'specs'));
  await source.scan();
  expect(await source.beside?.(['b.yaml'])).toEqual(new Map());
  const hints = vi.fn();
  const watching = source.watch(hints);
  onTestFinished(() => watching[Symbol.dispose]());
  await expect.poll(async () => (await source.beside?.(['b.yaml']))?.size, PATIENCE).toBe(1);
  const beside = await source.beside?.(['a b.yaml', 'b.yaml', 'new.yaml']);
  const commits = repository.git('log', '--format=%h').trim().split('\n');
  expect([...(beside ?? [])]).toMatchObject([
    ['a b.yaml', { committed: { commit: commits[1] } }],
    ['b.yaml', { committed: { commit: commits[0], at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) } }],
  ]);
  expect(JSON.stringify([...(beside ?? [])])).not.toContain('example.com');

  repository.commit({ 'specs/new.yaml': document('New') });
  await expect
    .poll(async () => {
      await source.scan();
      return (await source.beside?.(['new.yaml']))?.size;
    }, PATIENCE)
    .toBe(1);
}, 60_000);

test('outside of a work tree, and in a broken one, nothing is known', async () => {
  const bare = temporaryFolder();
  mkdirSync(join(bare, 'broken/.git'), { recursive: true });
  for (const path of [bare, join(bare, 'broken')]) {
    const told = vi.fn();
    using commits = openLastCommits(path, told);
    commits.ask();
    expect(commits.of(join(path, 'a.yaml'))).toBeUndefined();
    expect(told).not.toHaveBeenCalled();
  }
});
