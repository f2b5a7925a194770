import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../remote/test-support.ts';
import { namedSource } from '../named-sources.ts';
import { gitAddress } from './address.ts';
import { openGitSource } from './git-source.ts';
import { document, repositoryIn, temporaryFolder } from './repository.test-support.ts';

const SECRET = 'glpat-0123456789';
const WRONG = 'glpat-wrong';
Object.assign(process.env, { PORTOLAN_TEST_GIT: SECRET, PORTOLAN_TEST_GIT_WRONG: WRONG });

/** Serves the repositories below a folder over HTTP with git's own program for that, to who has the secret. */
async function gitServer(root: string) {
  const server = await serve((request, response) => {
    const given = request.headers.authorization;
    const wanted = `Basic ${Buffer.from(`x-access-token:${SECRET}`).toString('base64')}`;
    if (given === wanted) return backend(root, request, response);
    response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end(`no ${given}`);
  });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return `git+http://127.0.0.1:${server.port}`;
}

/** Speaks CGI (RFC 3875) with `git http-backend`. */
function backend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const env = {
    ...process.env,
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: pathname,
    QUERY_STRING: String(searchParams),
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
  };
  const child = spawn('git', ['http-backend'], { env });
  const chunks: Buffer[] = [];
  request.pipe(child.stdin);
  child.stdout.on('data', chunk => chunks.push(chunk));
  child.on('close', () => {
    const all = Buffer.concat(chunks);
    const end = all.indexOf('\r\n\r\n');
    const headers = all
      .toString('latin1', 0, end)
      .split('\r\n')
      .map(line => line.split(': '));
    const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
    response.writeHead(Number.parseInt(status, 10), Object.fromEntries(headers.filter(([name]) => name !== 'Status')));
    response.end(all.subarray(end + 4));
  });
}

test('a token is read from where the address says, and opens the repository', async () => {
  const base = temporaryFolder();
  const repository = repositoryIn(join(base, 'orders.git'));
  repository.commit({ 'a.yaml': document('A'), 'notes.txt': 'Note.' });
  const server = await gitServer(dirname(repository.path));
  const address = gitAddress(`${server}/orders.git/.git?token=env:PORTOLAN_TEST_GIT#main`);
  const source = await openGitSource({ name: 'shop', address, data: join(base, 'data') });
  onTestFinished(() => source.watch(() => undefined)[Symbol.dispose]());
  expect(await source.scan()).toMatchObject({ documents: ['a.yaml'] });
  expect(await source.load('a.yaml')).toBe(document('A'));
  expect(await source.load('notes.txt')).toBe('Note.');
  expect(source.location).toBe(`${server}/orders.git/.git#main`);
});

test.each([
  ['a wrong token', '?token=env:PORTOLAN_TEST_GIT_WRONG'],
  ['no token', ''],
])('%s is a problem that says what to check, and no secret', async (_, query) => {
  const base = temporaryFolder();
  repositoryIn(join(base, 'orders.git')).commit({ 'a.yaml': document('A') });
  const address = gitAddress(`${await gitServer(base)}/orders.git/.git${query}`);
  const source = await openGitSource({ name: 'shop', address, data: join(base, 'data') });
  onTestFinished(() => source.watch(() => undefined)[Symbol.dispose]());
  const { documents, problem = '' } = await source.scan();
  expect(documents).toBeUndefined();
  expect(problem).toMatch(/^The repository cannot be read: it refuses us: check the credentials/);
  for (const secret of [WRONG, Buffer.from(`x-access-token:${WRONG}`).toString('base64')]) {
    expect(problem).not.toContain(secret);
  }
});

test('a secret that is not there is CONTROL_SECRET_MISSING from the start, and a problem later, by its reference', async () => {
  const where = 'git+https://git.example.com/orders.git?token=env:PORTOLAN_TEST_NOWHERE';
  const named = namedSource(`shop=${where}`);
  const reason = 'The secret at env:PORTOLAN_TEST_NOWHERE is not to be had: it is empty or not set.';
  await expect(named.check()).rejects.toMatchObject({ code: 'CONTROL_SECRET_MISSING', message: reason });
  const source = await named.open({ data: temporaryFolder() });
  onTestFinished(() => source.watch(() => undefined)[Symbol.dispose]());
  expect((await source.scan()).problem).toBe(`The repository cannot be read: ${reason}`);
});

test('a server that does not answer is a problem', async () => {
  const server = await serve(() => undefined);
  await server[Symbol.asyncDispose]();
  const address = gitAddress(`git+http://127.0.0.1:${server.port}/orders.git`);
  const source = await openGitSource({ name: 'shop', address, data: temporaryFolder() });
  onTestFinished(() => source.watch(() => undefined)[Symbol.dispose]());
  expect((await source.scan()).problem).toBe('The repository cannot be read: it does not answer.');
});
