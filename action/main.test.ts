import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commentsHost, type Host } from './comments-host.test-support.ts';
import { GIT } from './git.test-support.ts';

const run = promisify(execFile);
const patient = { timeout: 300_000 };

let base: string;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-action-')));
});
afterEach(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }));

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  return (await run('git', ['-C', join(base, folder), ...args], { env: GIT })).stdout.trim();
}

function put(name: string, text: string): void {
  mkdirSync(dirname(join(base, name)), { recursive: true });
  writeFileSync(join(base, name), text);
}

const sender = (title: string, type: string) => `asyncapi: 3.1.0
info: { title: ${title}, version: 1.0.0 }
servers: { main: { host: broker.example.com, protocol: kafka } }
channels: { ${title}: { address: ${title}, messages: { placed: { payload: { type: object, properties: { amount: { type: ${type} } } } } } } }
operations: { tell: { action: send, channel: { $ref: '#/channels/${title}' } } }
`;
const reader = sender('orders', 'number')
  .replace('title: orders', 'title: Billing, x-owner: Finance')
  .replace('action: send', 'action: receive');

/** A host's repository with a branch that changes what Billing reads, while `main` went on; and the merge of both. */
async function repository() {
  put('origin/specs/orders.yaml', sender('orders', 'number'));
  put('origin/specs/stock.yaml', sender('stock', 'number'));
  put('origin/others/billing.yaml', reader);
  await run('git', ['init', '-q', '-b', 'main', join(base, 'origin')], { env: GIT });
  await git('origin', 'add', '.');
  await git('origin', 'commit', '-qm', 'first');
  const first = await git('origin', 'rev-parse', 'HEAD');
  await git('origin', 'checkout', '-qb', 'change');
  put('origin/specs/orders.yaml', sender('orders', 'string'));
  await git('origin', 'commit', '-qam', 'change');
  const head = await git('origin', 'rev-parse', 'HEAD');
  await git('origin', 'checkout', '-q', 'main');
  put('origin/specs/stock.yaml', sender('stock', 'string'));
  await git('origin', 'commit', '-qam', 'meanwhile');
  const main = await git('origin', 'rev-parse', 'HEAD');
  await git('origin', 'checkout', '-q', '--detach');
  await git('origin', 'merge', '-q', '--no-ff', '-m', 'merge', 'change');
  await git('origin', 'update-ref', 'refs/pull/7/merge', 'HEAD');
  await git('origin', 'checkout', '-q', 'main');
  return { first, head, main };
}

/** What `actions/checkout` does by default: one commit, and nothing else. */
async function checkout(ref: string): Promise<void> {
  rmSync(join(base, 'work'), { recursive: true, force: true });
  await run('git', ['init', '-q', join(base, 'work')], { env: GIT });
  await git('work', 'remote', 'add', 'origin', `file://${join(base, 'origin')}`);
  await git('work', 'fetch', '-q', '--no-tags', '--depth=1', 'origin', ref);
  await git('work', 'checkout', '-q', '--detach', 'FETCH_HEAD');
}

async function action(event: unknown, more: Readonly<Record<string, string>> = {}, host?: Host) {
  put('event.json', JSON.stringify(event));
  for (const name of ['output', 'summary']) put(name, '');
  const env = {
    ...GIT,
    HOME: base,
    GITHUB_EVENT_PATH: join(base, 'event.json'),
    GITHUB_OUTPUT: join(base, 'output'),
    GITHUB_STEP_SUMMARY: join(base, 'summary'),
    GITHUB_REPOSITORY: 'example/shop',
    GITHUB_RUN_NUMBER: '12',
    RUNNER_TEMP: base,
    INPUT_PATHS: 'specs',
    INPUT_WITH: 'others\n',
    INPUT_SARIF: 'portolan.sarif',
    ...(host && { GITHUB_API_URL: host.url, INPUT_TOKEN: 'secret' }),
    ...more,
  };
  const options = { cwd: join(base, 'work'), env };
  const done = await run(process.execPath, [join(import.meta.dirname, 'main.ts')], options).then(
    ({ stdout, stderr }) => ({ stdout, stderr, exit: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => ({ ...error, exit: error.code }),
  );
  const told = Object.fromEntries(
    read('output')
      .split('\n')
      .filter(Boolean)
      .map(line => line.split(/=(.*)/s)),
  );
  return { ...done, output: told, summary: read('summary') };
}

function read(name: string): string {
  return readFileSync(join(base, name), 'utf8');
}

const pullOf = ({ head, main }: { head: string; main: string }) => ({
  pull_request: { number: 7, base: { sha: main }, head: { sha: head } },
});

test('a pull request gets annotations, SARIF and one comment that says whom it breaks', patient, async () => {
  await using host = await commentsHost();
  const commits = await repository();
  await checkout('refs/pull/7/merge');
  const done = await action(pullOf(commits), {}, host);
  expect(done).toMatchObject({ exit: 1, stderr: '' });
  expect(done.stdout).toMatch(/^::error file=specs\/orders.yaml,line=\d+.*title=SCHEMA_CHANGED::/m);
  expect(done.output).toEqual({
    verdict: 'breaking',
    says: 'Breaking for 1 of 1 consumer.',
    sarif: 'portolan.sarif',
    comment: 'created',
  });
  expect(
    JSON.parse(read('work/portolan.sarif')).runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId),
  ).toContain('SCHEMA_CHANGED');
  const [comment] = host.comments;
  expect(comment?.body.split('\n').slice(0, 2)).toEqual([
    '<!-- portolan-check name=default run=12.1 -->',
    '❌ **Breaking for 1 of 1 consumer.** Version 2.0.0 is due, and orders says 1.0.0.',
  ]);
  expect(comment?.body).toContain('| Billing | Finance | `placed`: `{"amount":"amount"}`');
  // What others merged meanwhile is no change of this pull request.
  expect(comment?.body).not.toContain('stock');
  expect(done.summary).toBe('');

  const again = await action(pullOf(commits), { GITHUB_RUN_NUMBER: '13', INPUT_FAIL_ON: 'never' }, host);
  expect(again).toMatchObject({ exit: 0, output: { comment: 'updated' } });
  expect(host.comments).toHaveLength(1);
});

test('a token that may not write leaves the summary of the job, and decides nothing', patient, async () => {
  await using host = await commentsHost();
  const commits = await repository();
  await checkout('refs/pull/7/merge');
  host.trouble.push({ method: 'POST', status: 403, times: 9 });
  const done = await action(pullOf(commits), {}, host);
  expect(done).toMatchObject({ exit: 1, output: { verdict: 'breaking', comment: 'refused' } });
  expect(done.stdout).toContain('::notice::There is no comment: this run may not write comments');
  expect(done.summary).toMatch(/^❌ \*\*Breaking for 1 of 1 consumer\.\*\*/);
});

test(
  'the head itself is compared with where it left the base, however little of it was checked out',
  patient,
  async () => {
    const commits = await repository();
    await checkout(commits.head);
    const done = await action(pullOf(commits), { INPUT_WITH: '' });
    expect(done).toMatchObject({ exit: 1, output: { verdict: 'breaking', comment: 'off' } });
    expect(done.summary).toContain(`Since \`${commits.first.slice(0, 12)}\`: 1 breaking change`);
  },
);

test('a push is compared with the commit before it, and a new branch with its parent', patient, async () => {
  const commits = await repository();
  await checkout('main');
  const before = { before: commits.first };
  expect((await action(before)).summary).toContain(`Since \`${commits.first.slice(0, 12)}\`: 1 breaking change`);
  await checkout('main');
  const fresh = await action({ before: '0'.repeat(40) }, { INPUT_REQUIRE_VERSION: 'true', INPUT_FAIL_ON: 'never' });
  expect(fresh).toMatchObject({ exit: 1, output: { verdict: 'breaking' } });
  expect(fresh.stdout).toContain('title=VERSION_DUE');
});

test('an event without anything to compare with, and a revision that is not there, are told', patient, async () => {
  await repository();
  await checkout('main');
  expect(await action({})).toMatchObject({
    exit: 2,
    stdout: expect.stringContaining('::error::This event tells no revision'),
  });
  const away = await action({
    before: 'f'.repeat(40),
    pull_request: { number: 7, base: { sha: 'e'.repeat(40) }, head: {} },
  });
  expect(away).toMatchObject({ exit: 3, stdout: expect.stringContaining('::error::The check could not be made') });
  const unknown = await action({}, { INPUT_AGAINST: '$(touch pwned)' });
  expect(unknown).toMatchObject({ exit: 2, output: {}, stderr: expect.stringContaining('CLI_REVISION_UNKNOWN') });
  expect((await git('work', 'status', '--short')).split('\n').filter(line => line.includes('pwned'))).toEqual([]);
});

test('what was found is sent to a Portolan, with the title of the pull request as a value', patient, async () => {
  const commits = await repository();
  await checkout('refs/pull/7/merge');
  let sent: { headers: IncomingHttpHeaders; body: string } | undefined;
  const portolan = createServer(async (request, response) => {
    sent = { headers: request.headers, body: (await request.setEncoding('utf8').toArray()).join('') };
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: '1', added: true, page: 'https://portolan.example.com/checks/1' }));
  });
  await new Promise<void>(resolve => portolan.listen(0, '127.0.0.1', resolve));
  const { port } = portolan.address() as AddressInfo;
  const event = { pull_request: { ...pullOf(commits).pull_request, title: '--output=/etc/passwd' } };
  const options = { INPUT_PUSH_TO: `http://127.0.0.1:${port}`, INPUT_AS: 'shop', PORTOLAN_TOKEN: 'ptl_test' };
  const done = await action(event, options).finally(() => portolan.close());
  expect(done.exit).toBe(1);
  expect(sent?.headers.authorization).toBe('Bearer ptl_test');
  const { source, title, report } = JSON.parse(sent?.body ?? '{}');
  expect([source, title, report.verdict]).toEqual(['shop', '#7 --output=/etc/passwd', 'breaking']);
});
