import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { document, temporaryFolder } from '../git/repository.test-support.ts';
import type { Source } from '../port.ts';
import { forgeAddress } from './address.ts';
import { openForgeSource } from './forge-source.ts';
import { type StandIn, type StandInRepository, standIn, TOKEN } from './stand-in.test-support.ts';

const within = { timeout: 15_000, interval: 20 };
process.env.PORTOLAN_TEST_FORGE = TOKEN;

/** A source of a stand-in, looked at as often as it may be, until the test is over. */
async function open({ url }: StandIn, kind: 'github' | 'gitlab', more = '', data = temporaryFolder()) {
  const owner = kind === 'github' ? 'acme' : 'acme/shop';
  const address = forgeAddress(`${kind}:${owner}?url=${encodeURIComponent(url)}&token=env:PORTOLAN_TEST_FORGE${more}`);
  const source = await openForgeSource({ name: 'acme', ...address, every: 20, data });
  const watch = source.watch(() => undefined);
  onTestFinished(() => watch[Symbol.dispose]());
  return source;
}

const scanned = (source: Source, wanted: (scan: Awaited<ReturnType<Source['scan']>>) => boolean) =>
  vi.waitFor(async () => {
    const scan = await source.scan();
    if (!wanted(scan)) throw new Error(JSON.stringify(scan.problem ?? scan.documents));
    return scan;
  }, within);

/** Six repositories on three pages. */
const organisation = (): StandInRepository[] => [
  {
    id: 1,
    name: 'orders',
    files: { 'docs/asyncapi.yaml': document('Orders'), 'docs/money.avsc': '{}', 'package.json': '{}' },
  },
  { id: 2, name: 'old', archived: true, files: { 'asyncapi.yaml': document('Old') } },
  { id: 3, name: 'copy', fork: true, files: { 'asyncapi.yaml': document('Copy') } },
  {
    id: 4,
    name: 'billing',
    branch: 'team/trunk',
    topics: ['events'],
    files: { 'a.asyncapi.json': '{ "asyncapi": "3.0.0" }' },
  },
  { id: 6, name: 'empty', empty: true, files: {} },
  { id: 5, name: 'specs', files: { 'specs/plain.yaml': document('Plain'), 'other/plain.yaml': document('Other') } },
];

describe.each(['github', 'gitlab'] as const)('%s', kind => {
  test('finds the documents of all repositories, page by page, without archives and forks', async () => {
    const forge = await standIn(kind, ...organisation());
    const source = await open(forge, kind);
    const { documents, problem } = await source.scan();
    expect([documents, problem]).toEqual([['billing/a.asyncapi.json', 'orders/docs/asyncapi.yaml'], undefined]);
    expect(await source.load('orders/docs/asyncapi.yaml')).toBe(document('Orders'));
    expect(await source.load('orders/docs/money.avsc')).toBe('{}');
    expect(await source.load('old/asyncapi.yaml')).toBeUndefined();
  });

  test.each([
    ['archives and forks', '&archived=true&forks=true', 4],
    ['a topic', '&topic=events', 1],
    ['a folder whose files have any name', '&folder=specs', 3],
  ])('%s can be chosen', async (_, more, count) => {
    const forge = await standIn(kind, ...organisation());
    expect((await (await open(forge, kind, more)).scan()).documents).toHaveLength(count);
  });

  test('a push is noticed, and only what it changed is asked for', async () => {
    const forge = await standIn(kind, ...organisation());
    const source = await open(forge, kind);
    await source.scan();
    const [orders] = forge.repositories;
    forge.asked.length = 0;
    Object.assign(orders as object, {
      version: 1,
      files: { ...orders?.files, 'docs/asyncapi.yaml': document('Better') },
    });
    const { changed } = await scanned(source, scan => scan.changed.size > 0);
    expect(changed).toEqual(new Set(['orders/docs/asyncapi.yaml']));
    const blobs = forge.asked.filter(path => path.includes('/blobs/'));
    expect(blobs).toHaveLength(1);
    const trees = forge.asked.filter(path => /^200 .*\/tree/.test(path));
    expect(
      trees.every(path => /orders|projects\/1\//.test(path)),
      trees.join(),
    ).toBe(true);
    expect(await source.load('orders/docs/asyncapi.yaml')).toBe(document('Better'));
  });

  test('too many questions: what is known stays, the problem says until when, and then it goes on', async () => {
    const forge = await standIn(kind, ...organisation());
    const source = await open(forge, kind);
    await source.scan();
    forge.refuse = () => ({
      status: kind === 'github' ? 403 : 429,
      headers: { 'retry-after': '1', ...(kind === 'github' && { 'x-ratelimit-remaining': '0' }) },
    });
    const limited = await scanned(source, ({ problem }) => problem !== undefined);
    expect(limited.problem).toMatch(
      /^Not all repositories can be read: it was asked too often; it is asked again at \d{4}-/,
    );
    expect(limited.documents).toHaveLength(2);
    forge.refuse = undefined;
    forge.repositories.push({ id: 7, name: 'new', files: { 'asyncapi.yaml': document('New') } });
    expect((await scanned(source, ({ documents }) => documents?.length === 3)).problem).toBeUndefined();
  });

  test('an error of the forge leaves everything as it was, also after a restart, and a repository that is gone goes', async () => {
    const forge = await standIn(kind, ...organisation());
    const data = temporaryFolder();
    await (await open(forge, kind, '', data)).scan();
    forge.refuse = () => ({ status: 502 });
    const source = await open(forge, kind, '', data);
    const known = await scanned(source, ({ problem }) => problem !== undefined);
    expect(known.problem).toBe('Not all repositories can be read: it answers 502.');
    expect(known.documents).toHaveLength(2);
    expect(await source.load('orders/docs/asyncapi.yaml')).toBe(document('Orders'));
    forge.refuse = undefined;
    forge.repositories.shift();
    expect((await scanned(source, ({ documents }) => documents?.length === 1)).documents).toEqual([
      'billing/a.asyncapi.json',
    ]);
  });

  test('a repository that cannot be read is named, and hides no other one', async () => {
    const forge = await standIn(kind, ...organisation());
    forge.refuse = path => (/billing|projects\/4\//.test(path) ? { status: 403 } : undefined);
    const { documents, problem } = await (await open(forge, kind)).scan();
    expect(documents).toEqual(['orders/docs/asyncapi.yaml']);
    expect(problem).toMatch(/^Some repositories cannot be read: billing: it answers 403: check the token/);
  });

  test('a token that is not taken, and an organisation that is not there, are told without the token', async () => {
    process.env.PORTOLAN_TEST_WRONG = 'ghp_wrong';
    const forge = await standIn(kind, ...organisation());
    const address = `${kind}:acme?url=${encodeURIComponent(forge.url)}&token=env:PORTOLAN_TEST_WRONG`;
    const source = await openForgeSource({ name: 'x', ...forgeAddress(address), data: temporaryFolder() });
    const { problem, documents } = await source.scan();
    expect(documents).toBeUndefined();
    expect(problem).toBe('Not all repositories can be read: it answers 401: check the token and what it may read.');
    source.watch(() => undefined)[Symbol.dispose]();
    const nobody = forgeAddress(`${kind}:nobody?url=${encodeURIComponent(forge.url)}&token=env:PORTOLAN_TEST_FORGE`);
    const none = await openForgeSource({ name: 'x', ...nobody, data: temporaryFolder() });
    expect((await none.scan()).problem).toMatch(
      /there is nothing at \/users\/nobody\/\w+ \(404\), or we may not see it/,
    );
    none.watch(() => undefined)[Symbol.dispose]();
  });
});

test('a repository with more files than GitHub lists is named', async () => {
  const forge = await standIn('github', {
    id: 1,
    name: 'huge',
    truncated: true,
    files: { 'asyncapi.yaml': document('A') },
  });
  const { problem } = await (await open(forge, 'github')).scan();
  expect(problem).toBe(
    'Some repositories cannot be read: huge: it has more files than GitHub lists: name it as a source of its own.',
  );
});

test('GitHub is not asked about repositories to which nothing was pushed, and the pages of its list that are full come as “not modified”', async () => {
  const forge = await standIn('github', ...organisation());
  const source = await open(forge, 'github');
  await source.scan();
  forge.asked.length = 0;
  await vi.waitFor(() => expect(forge.asked.length).toBeGreaterThan(5), within);
  expect(
    forge.asked.every(asked => /^(304 \/orgs\/acme\/repos|200 \/orgs\/acme\/repos\?page=3)/.test(asked)),
    forge.asked.join(),
  ).toBe(true);
});

test('no answer sends the token anywhere else', async () => {
  const forge = await standIn('github', ...organisation());
  forge.refuse = path =>
    path.startsWith('/orgs')
      ? { status: 200, body: [], headers: { link: '<https://elsewhere.example.com/take/it>; rel="next"' } }
      : undefined;
  expect((await (await open(forge, 'github')).scan()).problem).toContain('its next page is somewhere else');
});

test('what was kept and is broken is read anew', async () => {
  const forge = await standIn('github', ...organisation());
  const data = temporaryFolder();
  await (await open(forge, 'github', '', data)).scan();
  const folder = join(data, 'forge', readdirSync(join(data, 'forge'))[0] as string);
  writeFileSync(join(folder, 'repositories.json'), '{ "version": 1, "repos');
  const { documents, problem } = await (await open(forge, 'github', '', data)).scan();
  expect([documents?.length, problem]).toEqual([2, undefined]);
});
