import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Where packages put the programs of the server, which most of them keep off the PATH. */
const PLACES = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql*/bin'];

/** Folder of the server's programs: what PORTOLAN_POSTGRES names, else the newest found; undefined when there is none. */
export const postgresPrograms = findPrograms();

/** Said in the name of what is skipped where there is no server. */
export const WITHOUT_POSTGRES = 'skipped: no PostgreSQL here; install one, or name its programs in PORTOLAN_POSTGRES';

/** A PostgreSQL of a test's own: empty, on the loopback, with passwords. */
export interface TestServer extends AsyncDisposable {
  /** Address of a new schema, as its superuser. */
  readonly address: () => string;
  readonly port: number;
  readonly password: string;
  /** Writes a file into the folder of the server's data, for the server alone. */
  readonly put: (name: string, text: string) => void;
  /** Runs one statement as its superuser. */
  readonly ask: (statement: string) => Promise<pg.QueryResult['rows']>;
  /** Kills the server without warning, as `kill -9` does. */
  readonly kill: () => Promise<void>;
  /** Ends it in order. */
  readonly stop: () => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly start: () => Promise<void>;
}

/** Makes and starts a server. It ends with the test: when it is disposed, and also when the process of the test dies. */
export async function startPostgres(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-postgres-'));
  const data = join(folder, 'data');
  const password = 'p@ss/w%rd#1';
  const owner = ownerOf(folder);
  writeFileSync(join(folder, 'password'), password);
  if (owner) chownSync(join(folder, 'password'), owner.uid, owner.gid);
  const made = spawnSync(
    program('initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '--pwfile',
      join(folder, 'password'),
      '-E',
      'UTF8',
      '--locale=C',
      '-N',
    ],
    { encoding: 'utf8', cwd: folder, ...owner },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  let running: ChildProcess | undefined;
  let schemas = 0;

  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;

  async function ask(statement: string): Promise<pg.QueryResult['rows']> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async function start(): Promise<void> {
    // The shell ends the server when its input ends, as it does when the process of the test is gone.
    const script = 'exec 3<&0; "$@" & server=$!; cat <&3 >/dev/null; kill -INT $server; wait $server';
    const settings = ['unix_socket_directories=', 'listen_addresses=127.0.0.1', 'max_connections=60'];
    const given = settings.flatMap(setting => ['-c', setting]);
    const args = ['-c', script, 'sh', program('postgres'), '-D', data, '-p', `${port}`, ...given];
    for (let tries = 0; ; tries++) {
      const child = spawn('/bin/sh', args, { cwd: folder, stdio: ['pipe', 'ignore', 'pipe'], ...owner });
      let said = '';
      child.stderr?.on('data', chunk => (said += chunk));
      child.stdin?.on('error', () => undefined);
      running = child;
      if (await answers(child)) return;
      // Right after a kill the system may still count the old server's processes.
      if (tries === 20) throw new Error(`PostgreSQL did not start:\n${said}`);
      await ended(child);
      await sleep(250);
    }
  }

  async function answers(child: ChildProcess): Promise<boolean> {
    for (let tries = 0; tries < 400; tries++) {
      if (child.exitCode !== null) return false;
      const gone = pidOf(data) === undefined;
      if (
        !gone &&
        (await ask('SELECT 1').then(
          () => true,
          () => false,
        ))
      )
        return true;
      if (gone && tries > 100) return false;
      await sleep(25);
    }
    return false;
  }

  async function ended(child: ChildProcess | undefined): Promise<void> {
    child?.stdin?.end();
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'close');
  }

  function put(name: string, text: string): void {
    const path = join(data, name);
    writeFileSync(path, text, { mode: 0o600 });
    if (owner) chownSync(path, owner.uid, owner.gid);
  }

  await start();
  return {
    put,
    port,
    password,
    address: () => `${url}?schema=test_${++schemas}`,
    ask,
    start,
    stop: () => ended(running),
    async kill() {
      const pid = pidOf(data);
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      await ended(running);
    },
    async [Symbol.asyncDispose]() {
      await ended(running);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root: then its folder belongs to its own user, or to nobody. */
function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  const owner = { uid: Number(user?.[2] ?? 65_534), gid: Number(user?.[3] ?? 65_534) };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

function findPrograms(): string | undefined {
  const named = process.env.PORTOLAN_POSTGRES;
  if (named) return isComplete(named) ? named : undefined;
  const packaged = globSync(PLACES)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .reverse();
  return [...packaged, ...(process.env.PATH ?? '').split(delimiter)].find(isComplete);
}

function isComplete(folder: string): boolean {
  return ['initdb', 'postgres'].every(name => existsSync(join(folder, name)));
}

function program(name: string): string {
  if (!postgresPrograms) throw new Error('There is no PostgreSQL on this machine.');
  return join(postgresPrograms, name);
}

/** Process id of the server on these data; undefined when none runs there. */
function pidOf(data: string): number | undefined {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined : undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
