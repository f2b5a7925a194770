import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openSqlite } from '@portolan/stores/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Catalog, type FolderOptions, folder, openCatalog } from '../index.ts';

const DOCUMENT = `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0, description: Takes orders. }
channels:
  placed: { address: 'orders?x=1' }
`;

let base: string;
let catalog: Catalog | undefined;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-catalog-')));
});
afterEach(async () => {
  await catalog?.close();
  rmSync(base, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

async function open(options: FolderOptions = {}): Promise<Catalog> {
  const store = await openSqlite(join(base, 'data', 'portolan.db'));
  catalog = await openCatalog({ store, sources: [folder(join(base, 'repo', 'specs'), options)] });
  return catalog;
}

const codes = (opened: Catalog) =>
  opened
    .snapshot()
    .documents.get('specs/a.yaml')
    ?.findings.map(({ code }) => code);
const changed = (opened: Catalog, holds: () => boolean) =>
  new Promise<void>(resolve => {
    const end = opened.onChange(() => {
      if (!holds()) return;
      end();
      resolve();
    });
  });

test('documents are judged by the settings above them, also above the folder, and again when these change', async () => {
  put('repo/.git/HEAD', '');
  put('repo/specs/a.yaml', DOCUMENT);
  put('repo/portolan.yaml', 'version: 1\nrules: { severities: { CHANNEL_ADDRESS_QUERY: off } }\n');
  const opened = await open();
  expect(codes(opened)).not.toContain('CHANNEL_ADDRESS_QUERY');
  const sequence = opened.snapshot().sequence;
  const back = changed(opened, () => codes(opened)?.includes('CHANNEL_ADDRESS_QUERY') === true);
  put('repo/portolan.yaml', 'version: 1\n');
  await back;
  // The document is the same: no new revision of it.
  expect(opened.snapshot().sequence).toBe(sequence);
  const nearer = changed(opened, () => codes(opened)?.includes('CHANNEL_ADDRESS_QUERY') === false);
  put(
    'repo/specs/portolan.yaml',
    'version: 1\nexclude: [{ rule: CHANNEL_ADDRESS_QUERY, at: a.yaml, reason: The gateway wants it. }]\n',
  );
  await nearer;
  expect(opened.snapshot().documents.get('specs/a.yaml')?.suppressed).toBe(1);
});

test('mistakes in settings are a problem of the source, and rules in modules run only where that is allowed', async () => {
  put('repo/specs/a.yaml', DOCUMENT);
  put('repo/specs/portolan.yaml', 'version: 1\nrules: { set: strickt }\nplugins: [rule.mjs]\n');
  put(
    'repo/specs/rule.mjs',
    "export default ({ rule }) => rule({ code: 'TEAM_SEEN', severity: 'info', says: 'Seen.', why: '', help: '', info: (info, { report }) => report(info) });\n",
  );
  const refusing = await open();
  expect(codes(refusing)).not.toContain('TEAM_SEEN');
  const { problem } = refusing.snapshot().sources[0] ?? {};
  expect(problem).toContain('portolan.yaml:2: `rules.set` must be one of `recommended` and `strict`');
  expect(problem).toContain('portolan.yaml:3: The rules in `rule.mjs` are not loaded');
  await refusing.close();
  expect(codes(await open({ plugins: true }))).toContain('TEAM_SEEN');
});

test('a document has a score with the places of what it lacks', async () => {
  put('repo/specs/a.yaml', DOCUMENT);
  const { score } = (await open()).snapshot().documents.get('specs/a.yaml') ?? {};
  expect(score?.points).toBeGreaterThan(10);
  expect(score?.points).toBeLessThan(60);
  const lack = score?.criteria.find(({ id }) => id === 'channels-described')?.missing[0];
  expect(lack?.range?.start.line).toBe(4);
});

test('what settings settle is what the chart shows, and changes with them', async () => {
  const document = `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
channels: { placed: { address: orders.placed } }
operations: { onPlaced: { action: receive, channel: { $ref: '#/channels/placed' } } }
`;
  const settings = (action: string) =>
    `version: 1\ndirections: [{ at: a.yaml, operation: onPlaced, action: ${action}, reason: We asked. }]\n`;
  put('repo/specs/a.yaml', document);
  put('repo/specs/portolan.yaml', settings('send'));
  const opened = await open();
  const action = () => opened.snapshot().chart.links[0]?.action;
  expect(action()).toBe('send');
  const before = opened.snapshot().chart.digest;
  const back = changed(opened, () => action() === 'receive');
  put('repo/specs/portolan.yaml', settings('receive'));
  await back;
  expect(opened.snapshot().chart.digest).not.toBe(before);
});
