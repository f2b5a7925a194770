import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { start } from '../../test-support.ts';
import { starter } from '../starter/starter.ts';
import { collect } from './collect.ts';
import { factsFrom } from './facts.ts';
import { send } from './send.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');
const READ = /every revision is kept in (\S+)/;

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'portolan-push-'));
  mkdirSync(join(work, 'repository', 'specs'), { recursive: true });
  writeFileSync(join(work, 'repository', 'specs', 'orders.yaml'), starter({ name: 'Orders', protocol: 'kafka' }));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const put = (path: string, text: string) => writeFileSync(join(work, 'repository', path), text);

/** Runs a command in the repository until it ends. */
async function run(...args: string[]) {
  await using program = start([PROGRAM, ...args], join(work, 'repository'));
  const exit = await program.ended();
  return { exit, said: program.said() };
}

test('what is pushed is shown, pushed again it changes nothing, and what is gone is removed', {
  timeout: 60_000,
}, async () => {
  await using portolan = start([PROGRAM, 'up', '--allow-push', '--port', '0', '--log-level', 'silent'], work);
  const url = await portolan.says(/Portolan is at (http:\S+)/);
  await portolan.says(READ);
  const push = (...more: string[]) => run('push', 'specs', '--server', url, '--as', 'orders', ...more);
  put('specs/money.yaml', 'type: number\n');
  const billing = starter({ name: 'Billing', protocol: 'kafka' });
  put('specs/billing.yaml', `${billing}\nx-money:\n  $ref: ./money.yaml\n`);

  expect((await push('--dry-run')).said).toContain('orders would have 2 documents');
  expect(await (await fetch(`${url}/api/v1/documents`)).json()).toMatchObject({ total: 0 });
  const first = await push('--commit', '0123456789', '--branch', 'main');
  expect([first.exit, first.said]).toEqual([0, expect.stringContaining('2 added, 0 changed, 0 removed')]);
  expect((await push()).said).toContain('and nothing changed');
  rmSync(join(work, 'repository', 'specs', 'billing.yaml'));
  const { documents } = JSON.parse((await push('--format', 'json')).said);
  expect(documents).toEqual([{ id: 'orders/specs/billing.yaml', path: 'specs/billing.yaml', change: 'removed' }]);
  const { items } = await (await fetch(`${url}/api/v1/documents`)).json();
  expect(items.map(({ id }: { id: string }) => id)).toEqual(['orders/specs/orders.yaml']);
  expect((await push('--remove')).said).toContain('0 added, 0 changed, 1 removed');
  expect((await push('--remove')).said).toContain('(CONTROL_SOURCE_UNKNOWN)');
  expect(await portolan.end()).toBe(0);
});

test('where nothing may be pushed, the refusal of the server is told: CLI_PUSH_REFUSED', {
  timeout: 60_000,
}, async () => {
  await using portolan = start([PROGRAM, 'up', 'repository', '--port', '0', '--log-level', 'silent'], work);
  const url = await portolan.says(/Portolan is at (http:\S+)/);
  await portolan.says(READ);
  const { exit, said } = await run('push', '--server', url, '--as', 'orders');
  expect(exit).toBe(3);
  expect(said).toContain('(SERVER_PUSH_OFF)');
  expect(said).toContain('code: CLI_PUSH_REFUSED');
  expect(said).toContain('--allow-push');
});

test('a git repository is a source of `up`, and a commit shows', { timeout: 60_000 }, async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Example', '-c', 'user.email=example@example.com', ...args], {
      cwd: join(work, 'repository'),
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=first');
  const where = 'orders=git+file:repository?every=5#main:specs';
  await using portolan = start([PROGRAM, 'up', '--source', where, '--port', '0', '--log-level', 'silent'], work);
  const url = await portolan.says(/Portolan is at (http:\S+)/);
  await portolan.says(READ);
  expect(portolan.said()).toMatch(/git\+file:\S+repository#main:specs {2}1 document/);
  put('specs/billing.yaml', starter({ name: 'Billing', protocol: 'kafka' }));
  git('add', '--all');
  git('commit', '--quiet', '--message=second');
  await vi.waitFor(
    async () => expect((await fetch(`${url}/api/v1/documents/orders%2Fbilling.yaml`)).status).toBe(200),
    { timeout: 40_000, interval: 200 },
  );
  expect(await portolan.end()).toBe(0);
});

describe('what is collected', () => {
  /** As in a repository, from one of its folders. */
  async function collected(folder: string, ...paths: string[]) {
    mkdirSync(join(work, 'repository', '.git'), { recursive: true });
    const before = process.cwd();
    process.chdir(join(work, 'repository', folder));
    try {
      return (await collect(paths)).files.map(({ location }) => location).sort();
    } finally {
      process.chdir(before);
    }
  }

  test('has the paths of the repository, wherever in it the command runs', async () => {
    for (const [folder, path] of [
      ['.', 'specs'],
      ['.', 'specs/orders.yaml'],
      ['specs', '.'],
      ['specs', 'orders.yaml'],
    ] as const) {
      expect(await collected(folder, path), `${path} in ${folder}`).toEqual(['specs/orders.yaml']);
    }
  });

  test('is what documents refer to, the settings that govern them, and evidence, but nothing else', async () => {
    put('money.yaml', 'type: number\n');
    put('portolan.yaml', 'version: 1\n');
    put('secret.yaml', 'password: x\n');
    put(
      'specs/evidence.yaml',
      'portolan: evidence/1\nbroker: kafka://kafka.example.com:9092\nchannels: { orders.placed: { owner: sales } }\n',
    );
    put(
      'specs/a.yaml',
      'asyncapi: 3.0.0\ninfo: { title: A, version: 1.0.0 }\ncomponents: { schemas: { M: { $ref: ../money.yaml } } }\n',
    );
    const files = await collected('.', 'specs');
    expect(files).toEqual(['money.yaml', 'portolan.yaml', 'specs/a.yaml', 'specs/evidence.yaml', 'specs/orders.yaml']);
  });
});

test('a run of CI tells where a push comes from, and the command line counts more', () => {
  const github = {
    GITHUB_SHA: 'abc',
    GITHUB_REF_NAME: 'main',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'a/b',
  };
  expect(factsFrom({}, github)).toEqual({ commit: 'abc', branch: 'main', from: 'https://github.com/a/b' });
  const gitlab = { CI_COMMIT_SHA: 'def', CI_COMMIT_REF_NAME: 'next', CI_PROJECT_URL: 'https://gitlab.com/a/b' };
  expect(factsFrom({ branch: 'mine' }, gitlab)).toEqual({
    commit: 'def',
    branch: 'mine',
    from: 'https://gitlab.com/a/b',
  });
  expect(factsFrom({}, {})).toEqual({});
});

describe('sending', () => {
  /** A server that gives these answers, one after the other. */
  async function answering(...answers: [status: number, body: string, headers?: Record<string, string>][]) {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      const [status, body, headers = {}] = answers[Math.min(seen.length, answers.length - 1)] as (typeof answers)[0];
      seen.push(request.headers.authorization);
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return { server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
  }

  const done = JSON.stringify({ source: 'orders', documents: [] });
  const loading = JSON.stringify({ code: 'SERVER_LOADING', detail: 'It reads.', help: 'Wait.' });

  test('is tried again while the server starts, and brings the token each time', async () => {
    const { server, seen } = await answering([503, loading, { 'retry-after': '0' }], [200, done]);
    const view = await send({ server, name: 'orders', token: 'ptl_x' }, { files: [], dryRun: false });
    expect(view.source).toBe('orders');
    expect(seen).toEqual(['Bearer ptl_x', 'Bearer ptl_x']);
  });

  test('something else at the address, or a redirect, is CLI_SERVER_FAILED at once', async () => {
    for (const answer of [
      [200, '<html>'],
      [302, '', { location: 'https://elsewhere.example.com' }],
    ] as const) {
      const { server, seen } = await answering(answer as [number, string]);
      const sending = send({ server, name: 'orders' }, { files: [], dryRun: false });
      await expect(sending).rejects.toMatchObject({ code: 'CLI_SERVER_FAILED' });
      expect(seen).toHaveLength(1);
    }
  });
});
