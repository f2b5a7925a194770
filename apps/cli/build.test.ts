import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPackage } from './build.ts';
import { start } from './test-support.ts';

let work: string;
let program: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'portolan-package-'));
  const built = join(work, 'built');
  await buildPackage(built);
  const npm = (cwd: string, ...args: string[]) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  npm(work, 'pack', built, '--pack-destination', work, '--loglevel=error');
  const [archive = ''] = readdirSync(work).filter(name => name.endsWith('.tgz'));
  npm(
    work,
    'install',
    '--offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefix',
    work,
    join(work, archive),
  );
  program = join(work, 'node_modules', 'portolan', 'bin', 'portolan.mjs');
}, 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

function portolan(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: work, encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
}

test('the installed package is one package, without a dependency, and small', () => {
  expect(readdirSync(join(work, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['portolan']);
  const kilobytes = Number(
    execFileSync('du', ['-sk', join(work, 'node_modules')], { encoding: 'utf8' }).split('\t')[0],
  );
  expect(kilobytes).toBeLessThan(15_000);
  expect(existsSync(join(work, 'node_modules', 'portolan', 'THIRD-PARTY-LICENCES.txt'))).toBe(true);
});

test('the installed program knows its version, writes, validates and charts', () => {
  expect(portolan('--version')).toEqual({ exit: 0, out: '0.1.0\n', err: '' });
  expect(portolan('init', 'orders').exit).toBe(0);
  expect(portolan('validate', 'orders')).toEqual({ exit: 0, out: '1 document: no findings\n', err: '' });
  expect(portolan('chart', 'orders').out).toContain('→ OrderPlaced on orders.placed');
});

// Not every platform has a Node among the packages of npm.
const { pinnedNode } = await import('../../tools/setup/node24.mjs' as string);
const hasOwnNode = pinnedNode(join(import.meta.dirname, '..', '..')) !== undefined;

/** Lets Node say that it is an older one than it is. */
const OLDER =
  "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})";

test('on an older Node a checkout uses its own, and the installed program says what is needed', () => {
  const run = (script: string) =>
    spawnSync(process.execPath, ['--import', OLDER, script, '--version'], { encoding: 'utf8' });
  expect(run(join(import.meta.dirname, 'bin', 'portolan.mjs'))).toMatchObject(
    hasOwnNode ? { status: 0, stdout: '0.1.0\n' } : { status: 3, stdout: '' },
  );
  expect(run(program)).toMatchObject({ status: 3, stdout: '' });
  expect(run(program).stderr).toContain('This is Node 20.1.0; Portolan needs Node 24.7 or newer.');
});

test('the driver of PostgreSQL is inside the installed program', () => {
  const { exit, err } = portolan('up', '.', '--store', 'postgres://127.0.0.1:1/none', '--port', '0');
  expect(exit).toBe(3);
  expect(err).toContain('connect ECONNREFUSED 127.0.0.1:1.');
  expect(err).toContain('code: STORE_AWAY');
});

test('the installed program reads every schema language of the examples', () => {
  const examples = join(import.meta.dirname, '..', '..', 'examples', 'commerce');
  const { exit, out, err } = portolan('validate', examples, '--format', 'json');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).not.toContain('NOT_CHECKED');
});

test('a team writes rules in TypeScript with the installed types, and they run', () => {
  const rule = (more: string) => `import type { TeamRules } from 'portolan/rules';
export default (({ rule, at }) =>
  rule({
    code: 'TEAM_VERSION',
    severity: 'error',
    says: 'The version is {version}.',
    why: 'We begin with 2.',
    help: 'Begin with 2.',
    info: (info, { report }) => {
      ${more}
      if (!info.version.startsWith('2')) report(at(info, 'version'), { version: info.version });
    },
  })) satisfies TeamRules;
`;
  portolan('init', 'ruled');
  writeFileSync(join(work, 'ruled', 'portolan.yaml'), 'version: 1\nplugins: [version.ts]\n');
  const check = (more = '') => {
    writeFileSync(join(work, 'ruled', 'version.ts'), rule(more));
    const tsc = join(import.meta.dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', ''];
    return spawnSync(process.execPath, [tsc, ...options, join('ruled', 'version.ts')], { cwd: work, encoding: 'utf8' });
  };
  expect(check('const title: number = info.title; String(title);').stdout).toContain("'string' is not assignable");
  expect(check()).toMatchObject({ status: 0, stdout: '' });
  const { exit, out } = portolan('validate', 'ruled');
  expect(out).toContain('The version is 0.1.0.');
  expect(exit).toBe(1);
});

test('the installed program answers an agent', async () => {
  portolan('init', 'asked', '--name', 'Orders');
  const client = new Client({ name: 'a-test', version: '1.0.0' });
  const args = [program, 'mcp', join(work, 'asked')];
  await client.connect(new StdioClientTransport({ command: process.execPath, args }));
  try {
    const { content } = await client.callTool({ name: 'who_sends', arguments: { name: 'OrderPlaced' } });
    expect(JSON.stringify(content)).toContain('1 service sends OrderPlaced');
  } finally {
    await client.close();
  }
});

test('the installed program serves the API and, where it was built, the portal', async () => {
  portolan('init', 'served');
  await using up = start([program, 'up', 'served', '--port', '0'], work);
  const url = await up.says(/Portolan is at (http:\S+)/);
  await up.says(/every revision is kept/);
  expect(await (await fetch(`${url}/api/v1/overview`)).json()).toMatchObject({ counts: { services: 1 } });
  const page = await (await fetch(url)).text();
  const built = existsSync(join(import.meta.dirname, '..', 'web', 'dist', 'index.html'));
  expect(page.includes('<script')).toBe(built);
  expect(await up.end('SIGTERM')).toBe(0);
});
