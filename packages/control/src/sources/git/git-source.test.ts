import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Source } from '../port.ts';
import { gitAddress } from './address.ts';
import { openGitSource } from './git-source.ts';
import { document, repositoryIn, temporaryFolder } from './repository.test-support.ts';

const within = { timeout: 15_000, interval: 20 };

/** A source of a repository, looked at as often as it may be, until the test is over. */
async function open(written: string, data: string, limits = {}): Promise<Source & { hints: () => number }> {
  const address = { ...gitAddress(written), every: 20 };
  const source = await openGitSource({ name: 'shop', address, data, ...limits });
  let hints = 0;
  const watch = source.watch(() => {
    hints++;
  });
  onTestFinished(() => watch[Symbol.dispose]());
  return { ...source, hints: () => hints };
}

/** The first scan that a test waits for. */
const scanned = (source: Source, wanted: (scan: Awaited<ReturnType<Source['scan']>>) => boolean) =>
  vi.waitFor(async () => {
    const scan = await source.scan();
    if (!wanted(scan)) throw new Error(JSON.stringify(scan.problem ?? scan.documents));
    return scan;
  }, within);

test('documents of the default branch are read without a work tree, hidden files left alone', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  repository.commit({
    'orders.yaml': document('Orders'),
    'deep/asyncapi.json': '{ "asyncapi": "3.0.0" }',
    'shared/money.json': '{ "type": "number" }',
    '.hidden/asyncapi.yaml': document('Hidden'),
    'node_modules/a/asyncapi.yaml': document('Library'),
    'README.md': 'Read me.',
    'code.ts': 'export {};',
  });
  const source = await open(repository.address, join(base, 'data'));
  const { documents, problem, changed } = await source.scan();
  expect([documents, problem]).toEqual([['deep/asyncapi.json', 'orders.yaml'], undefined]);
  expect(changed).toContain('shared/money.json');
  expect(await source.load('orders.yaml')).toBe(document('Orders'));
  expect(await source.load('shared/../shared/money.json')).toBe('{ "type": "number" }');
  expect(await source.load('README.md')).toBe('Read me.');
  // Nobody fetched it before somebody asked.
  expect(await source.load('code.ts')).toBe('export {};');
  for (const none of ['nowhere.yaml', '../orders.yaml', '/etc/passwd', '.hidden/asyncapi.yaml']) {
    expect(await source.load(none)).toBeUndefined();
  }
  const [mirror = ''] = readdirSync(join(base, 'data', 'git'));
  expect(readdirSync(join(base, 'data', 'git', mirror))).not.toContain('index');
});

test('a commit is noticed, and only what it changed counts as changed', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  repository.commit({ 'a.yaml': document('A'), 'b.yaml': document('B'), 'c.yaml': document('C') });
  const source = await open(repository.address, join(base, 'data'));
  await source.scan();
  expect((await source.scan()).changed).toEqual(new Set());
  repository.commit({ 'a.yaml': document('Better'), 'b.yaml': null, 'd.yaml': document('D') });
  const before = source.hints();
  await vi.waitFor(() => expect(source.hints()).toBeGreaterThan(before), within);
  const { documents, changed } = await source.scan();
  expect(documents).toEqual(['a.yaml', 'c.yaml', 'd.yaml']);
  expect(changed).toEqual(new Set(['a.yaml', 'b.yaml', 'd.yaml']));
  expect(await source.load('a.yaml')).toBe(document('Better'));
});

test('branches, tags and folders are sources of their own that share one mirror', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  repository.commit({ 'specs/a.yaml': document('Main'), 'other/b.yaml': document('Other') });
  repository.git('tag', '--annotate', 'v1', '--message', 'one');
  repository.git('checkout', '--quiet', '-b', 'team/next');
  repository.commit({ 'specs/a.yaml': document('Next') });
  const textOf = async (fragment: string, path: string) => {
    const source = await open(`${repository.address}#${fragment}`, join(base, 'data'));
    return [(await source.scan()).documents, await source.load(path)];
  };
  expect(await textOf('main:specs', 'a.yaml')).toEqual([['a.yaml'], document('Main')]);
  expect(await textOf('team/next', 'specs/a.yaml')).toEqual([['other/b.yaml', 'specs/a.yaml'], document('Next')]);
  expect(await textOf('v1:/specs/', 'a.yaml')).toEqual([['a.yaml'], document('Main')]);
  expect(readdirSync(join(base, 'data', 'git'))).toHaveLength(1);
});

test('settings in the repository govern its documents, also from above the folder, and run no modules', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  repository.commit({
    'portolan.yaml': 'version: 1\nplugins: [rules.ts]\nrules: { info-contact: off }\n',
    'rules.ts': 'throw new Error("never");',
    'specs/a.yaml': document('A'),
  });
  const source = await open(`${repository.address}#main:specs`, join(base, 'data'));
  await source.scan();
  const governing = await source.settings?.('a.yaml');
  expect(governing?.files).toHaveLength(1);
  expect(governing?.files[0]?.findings.map(({ code }) => code)).toContain('SETTINGS_PLUGIN_NOT_LOADED');
});

test('a repository that goes away is a problem, what was known stays, also after a restart, and it recovers', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  repository.commit({ 'a.yaml': document('A') });
  const source = await open(repository.address, join(base, 'data'));
  await source.scan();
  renameSync(repository.path, `${repository.path}.away`);
  const away = await scanned(source, ({ problem }) => problem !== undefined);
  expect(away.documents).toEqual(['a.yaml']);
  expect(away.problem).toMatch(
    /^The repository cannot be read: there is no such repository, .* What is shown is commit [0-9a-f]{10}\.$/,
  );
  const again = await open(repository.address, join(base, 'data'));
  expect((await again.scan()).documents).toEqual(['a.yaml']);
  expect(await again.load('a.yaml')).toBe(document('A'));
  renameSync(`${repository.path}.away`, repository.path);
  repository.commit({ 'b.yaml': document('B') });
  for (const one of [source, again]) {
    expect((await scanned(one, ({ documents }) => documents?.length === 2)).problem).toBeUndefined();
  }
});

test('a branch that vanishes is told, and its documents stay; one that was never there has none', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  repository.commit({ 'a.yaml': document('A') });
  repository.git('branch', 'next');
  const source = await open(`${repository.address}#next`, join(base, 'data'));
  await source.scan();
  repository.git('branch', '--delete', '--force', 'next');
  const gone = await scanned(source, ({ problem }) => problem !== undefined);
  expect(gone.documents).toEqual(['a.yaml']);
  expect(gone.problem).toMatch(/^The repository has no branch next\. What is shown is commit/);
  const never = await open(`${repository.address}#nowhere`, join(base, 'data'));
  expect(await never.scan()).toEqual({ changed: new Set(), problem: 'The repository has no branch nowhere.' });
});

test('what a killed fetch leaves behind is cleared away, and a broken mirror is replaced', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  repository.commit({ 'a.yaml': document('A') });
  await (await open(repository.address, join(base, 'before'))).scan();
  cpSync(join(base, 'before'), join(base, 'data'), { recursive: true });
  const folder = join(base, 'data', 'git');
  const mirror = join(folder, readdirSync(folder)[0] as string);
  // As after kill -9 and a loss of power: locks, half packs, a mirror that was never finished, an object that is lost.
  writeFileSync(join(mirror, 'shallow.lock'), '');
  writeFileSync(join(mirror, 'objects', 'pack', 'tmp_pack_x'), 'half');
  mkdirSync(`${mirror}.new-x`);
  const source = await open(repository.address, join(base, 'data'));
  expect((await source.scan()).documents).toEqual(['a.yaml']);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(readdirSync(join(mirror, 'objects', 'pack'))).not.toContain('tmp_pack_x');
  for (const file of readdirSync(join(mirror, 'objects', 'pack'))) {
    if (file.endsWith('.pack')) writeFileSync(join(mirror, 'objects', 'pack', file), 'half', { flag: 'r+' });
  }
  repository.commit({ 'b.yaml': document('B') });
  await scanned(source, ({ documents }) => documents?.length === 2);
  expect(await source.load('b.yaml')).toBe(document('B'));
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a repository that is larger than the limit is refused by name', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  repository.commit({ 'a.yaml': document('A', `# ${Math.random()}`.repeat(10)) });
  const source = await open(repository.address, join(base, 'data'), { maxBytes: 10 });
  expect((await source.scan()).problem).toBe('The repository cannot be read: it is larger than Portolan reads.');
});

test('a server that sends nothing less than everything is read too', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  repository.git('config', 'uploadpack.allowFilter', 'false');
  repository.commit({ 'a.yaml': document('A'), 'code.ts': 'export {};' });
  const source = await open(repository.address, join(base, 'data'));
  await source.scan();
  repository.commit({ 'b.yaml': document('B') });
  await scanned(source, ({ documents }) => documents?.length === 2);
  expect([await source.load('b.yaml'), await source.load('code.ts')]).toEqual([document('B'), 'export {};']);
});

test('a repository to which nothing was ever committed has no documents yet, and then it has', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  const source = await open(repository.address, join(base, 'data'));
  expect((await source.scan()).problem).toBe('The repository has no commit.');
  repository.commit({ 'a.yaml': document('A') });
  expect((await scanned(source, ({ documents }) => documents?.length === 1)).problem).toBeUndefined();
});

test('links and submodules are not followed', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders'));
  writeFileSync(join(base, 'outside.yaml'), document('Outside'));
  symlinkSync(join(base, 'outside.yaml'), join(repository.path, 'link.yaml'));
  repository.commit({ 'a.yaml': document('A'), '.gitmodules': '[submodule "m"]\n\tpath = m\n\turl = /nowhere\n' });
  repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.git('rev-parse', 'HEAD').trim()},m`);
  repository.git('commit', '--quiet', '--message', 'submodule');
  const source = await open(repository.address, join(base, 'data'));
  expect(await source.scan()).toMatchObject({ documents: ['a.yaml'] });
  expect(await source.load('link.yaml')).toBeUndefined();
});

test('without git there is a problem that says so', async () => {
  const path = process.env.PATH;
  process.env.PATH = temporaryFolder();
  try {
    const source = await open('git+https://git.example.com/orders.git', temporaryFolder());
    expect((await source.scan()).problem).toBe('The repository cannot be read: the program git is not installed here.');
  } finally {
    process.env.PATH = path;
  }
});
