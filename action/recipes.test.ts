import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { load } from 'js-yaml';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GIT } from './git.test-support.ts';

// What the how-to “Check documents in CI” tells people to copy is run here as it stands there.

const run = promisify(execFile);
const patient = { timeout: 300_000 };
const ROOT = join(import.meta.dirname, '..');
const PAGE = readFileSync(join(ROOT, 'docs/how-to/check-in-ci.md'), 'utf8');

/** The code blocks below a heading. */
function blocks(heading: string, language: string): string[] {
  const [, section = ''] = PAGE.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code as string);
}

const sender = (type: string) => `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
servers: { main: { host: broker.example.com, protocol: kafka } }
channels: { orders: { address: orders, messages: { placed: { payload: { type: object, properties: { amount: { type: ${type} } } } } } } }
operations: { tell: { action: send, channel: { $ref: '#/channels/orders' } } }
`;

let base: string;
beforeEach(async () => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-recipes-')));
  put('origin/specs/orders.yaml', sender('number'));
  put(
    'bin/npx',
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(ROOT, 'apps/cli/bin/portolan.mjs')}" "$@"\n`,
    0o755,
  );
  put('bin/node', `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, 0o755);
  await sh('origin', 'git init -q -b main . && git add . && git commit -qm first');
  await sh('.', 'git clone -q origin work && cd work && git checkout -qb change');
  put('work/specs/orders.yaml', sender('string'));
});
afterEach(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }));

function put(name: string, content: string, mode = 0o644): void {
  mkdirSync(dirname(join(base, name)), { recursive: true });
  writeFileSync(join(base, name), content);
  chmodSync(join(base, name), mode);
}

async function sh(folder: string, line: string, more: Readonly<Record<string, string>> = {}) {
  const env = { ...GIT, PATH: `${join(base, 'bin')}${delimiter}${process.env.PATH}`, HOME: base, ...more };
  return await run('/bin/sh', ['-c', line], { cwd: join(base, folder), env }).then(
    ({ stdout, stderr }) => ({ stdout, stderr, exit: 0 }),
    ({ stdout, stderr, code }: { stdout: string; stderr: string; code: number }) => ({ stdout, stderr, exit: code }),
  );
}

test('GitLab: a report, and one note however often it runs', patient, async () => {
  const [pipeline = ''] = blocks('GitLab', 'yaml');
  const [script = ''] = blocks('GitLab', 'js');
  const { portolan } = load(pipeline) as { portolan: { script: string[] } };
  put('work/portolan-note.mjs', script);
  const notes = Array.from({ length: 120 }, (_, id) => ({ id, body: `Note ${id}` }));
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '', 'http://127.0.0.1');
    const own = /^\/api\/v4\/projects\/3\/merge_requests\/9\/notes(?:\/(\d+))?$/.exec(address.pathname);
    if (!own || request.headers['private-token'] !== 'secret') return response.writeHead(401).end();
    const page = Number(address.searchParams.get('page') ?? 1);
    const body = await text(request);
    if (request.method === 'POST') notes.push({ id: notes.length, body: JSON.parse(body).body });
    const note = notes.find(({ id }) => id === Number(own[1]));
    if (request.method === 'PUT' && note) note.body = JSON.parse(body).body;
    response.writeHead(200, { 'x-next-page': page * 100 < notes.length ? String(page + 1) : '' });
    response.end(JSON.stringify(notes.slice((page - 1) * 100, page * 100)));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    const env = {
      CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`,
      CI_PROJECT_ID: '3',
      CI_MERGE_REQUEST_IID: '9',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: 'origin/main',
      PORTOLAN_TOKEN: 'secret',
    };
    for (let n = 0; n < 2; n++)
      expect(await sh('work', portolan.script.join('\n'), env)).toMatchObject({ exit: 1, stderr: '' });
    const [note, ...more] = notes.slice(120);
    expect(more).toEqual([]);
    expect(note?.body).toMatch(/^<!-- portolan-check -->\n❌ \*\*Breaking: 1 change\.\*\*/);
    const report = JSON.parse(readFileSync(join(base, 'work/gl-code-quality-report.json'), 'utf8'));
    expect(report).toContainEqual(expect.objectContaining({ check_name: 'SCHEMA_CHANGED', severity: 'major' }));
    expect(
      await sh('work', portolan.script.join('\n'), { ...env, CI_MERGE_REQUEST_DIFF_BASE_SHA: 'nowhere' }),
    ).toMatchObject({ exit: 2 });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('Jenkins: tests and a page, against the branch that is the target', patient, async () => {
  const [pipeline = ''] = blocks('Jenkins', 'groovy');
  const lines = [...pipeline.matchAll(/^ +sh '(.*)'$/gm)].map(([, line]) => line as string);
  expect(lines).toHaveLength(2);
  expect(await sh('work', lines.join(' && '), { CHANGE_TARGET: 'main' })).toMatchObject({ exit: 1 });
  expect(readFileSync(join(base, 'work/portolan.xml'), 'utf8')).toContain('<failure type="error"');
  expect(readFileSync(join(base, 'work/portolan.html'), 'utf8')).toContain('SCHEMA_CHANGED');
});

test('a hook of git stops a commit that breaks somebody, and lets others pass', patient, async () => {
  const [hook = ''] = blocks('Before a commit', 'sh');
  put('work/.git/hooks/pre-commit', hook, 0o755);
  const refused = await sh('work', 'git commit -qam change');
  expect(refused.exit).not.toBe(0);
  expect(refused.stdout + refused.stderr).toContain('Breaking: 1 change.');
  put('work/specs/orders.yaml', `${sender('number')}# A word.\n`);
  expect(await sh('work', 'git commit -qam words')).toMatchObject({ exit: 0 });
  const fresh =
    'mkdir ../fresh && cp -r specs ../fresh && cd ../fresh && git init -q . && cp ../work/.git/hooks/pre-commit .git/hooks';
  expect(await sh('work', `${fresh} && git add . && git commit -qm first`)).toMatchObject({ exit: 0 });
});

test('the hook for pre-commit is what the page names, and its command runs', patient, async () => {
  const [hook] = load(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as Record<string, string>[];
  const [config = ''] = blocks('Before a commit', 'yaml');
  const { repos } = load(config) as { repos: { hooks: { id: string; args: string[] }[] }[] };
  const [named] = repos[0]?.hooks ?? [];
  expect(named?.id).toBe(hook?.id);
  expect(new RegExp(hook?.files ?? '').test('specs/orders.yaml')).toBe(true);
  const done = await sh('work', `${hook?.entry} ${named?.args.join(' ')}`);
  expect(done).toMatchObject({ exit: 1, stdout: expect.stringContaining('Breaking: 1 change.') });
});

test('GitHub: the action has the inputs that the page gives it', () => {
  const [workflow = ''] = blocks('GitHub', 'yaml');
  const { jobs, permissions } = load(workflow) as {
    permissions: Record<string, string>;
    jobs: { check: { steps: { uses?: string; with?: Record<string, string> }[] } };
  };
  const action = load(readFileSync(join(import.meta.dirname, 'action.yml'), 'utf8')) as {
    inputs: Record<string, unknown>;
    runs: { steps: { run?: string; env?: Record<string, string> }[] };
  };
  const step = jobs.check.steps.find(({ uses }) => uses?.includes('/action@'));
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})));
  expect(permissions['pull-requests']).toBe('write');
  // Every input reaches the script, and none by being written into a shell's text.
  const handed = action.runs.steps.flatMap(({ env = {} }) => Object.values(env)).join();
  for (const name of Object.keys(action.inputs)) expect(handed).toContain(`\${{ inputs.${name} }}`);
  for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{');
});
