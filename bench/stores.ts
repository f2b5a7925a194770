/** `npm run bench -- stores`: commits and reads of the stores, side by side. See README.md of this folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Digest } from '@portolan/base';
import { revisionOf } from '@portolan/stores/conformance/drafts';
import type { Store } from '@portolan/stores/port';
import { openPostgres } from '@portolan/stores/postgres';
import { postgresPrograms, startPostgres, WITHOUT_POSTGRES } from '@portolan/stores/postgres/test-support';
import { openSqlite } from '@portolan/stores/sqlite';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { seconds: { type: 'string', default: '3' } },
});
const SECONDS = Number(values.seconds);

/** Documents that revisions are spread over, and the length of each text in characters. */
const DOCUMENTS = 500;
const LENGTH = 4_000;

console.info(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}\n`);
const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
try {
  await using sqlite = await openSqlite(join(folder, 'portolan.sqlite'));
  await figures('SQLite', sqlite);
  if (postgresPrograms) {
    await using server = await startPostgres();
    const [version] = await server.ask('SHOW server_version');
    await using postgres = await openPostgres(server.address());
    await figures(`PostgreSQL ${version?.server_version}`, postgres);
  } else {
    console.info(`PostgreSQL: ${WITHOUT_POSTGRES}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function figures(name: string, store: Store): Promise<void> {
  let n = 0;
  const digests: Digest[] = [];
  async function commit(changes: number): Promise<void> {
    const drafts = Array.from({ length: changes }, () => {
      const text = `${++n} `.padEnd(LENGTH, 'x');
      return revisionOf(`shop/${n % DOCUMENTS}.yaml`, { 'a.yaml': text });
    });
    await store.record(drafts);
    for (const { files } of drafts) digests.push(files[0]?.digest as Digest);
  }
  const any = () => digests[Math.floor(Math.random() * digests.length)] as Digest;

  console.info(name);
  say('commits of one revision, one after the other', await rate(1, () => commit(1)));
  say('commits of one revision, 64 at a time', await rate(64, () => commit(1)));
  say('revisions in commits of 64', 64 * (await rate(1, () => commit(64))));
  say('texts read, one after the other', await rate(1, () => store.text(any())));
  say('texts read, 10 at a time', await rate(10, () => store.text(any())));
  say('histories of 20 entries read, 10 at a time', await rate(10, () => store.history('shop/1.yaml', { limit: 20 })));
  say(`heads of all ${DOCUMENTS} documents read`, await rate(1, () => store.heads()));
  console.info('');
}

/** How often work is done in a second by so many at a time. */
async function rate(atATime: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const end = start + SECONDS * 1_000;
  let done = 0;
  async function lane(): Promise<void> {
    while (performance.now() < end) {
      await work();
      done++;
      // SQLite answers without ever waiting: the clock of others has to go on.
      if (done % 100 === 0) await new Promise(setImmediate);
    }
  }
  await Promise.all(Array.from({ length: atATime }, lane));
  return (done * 1_000) / (performance.now() - start);
}

function say(what: string, perSecond: number): void {
  console.info(`  ${what.padEnd(48)} ${Math.round(perSecond).toLocaleString('en').padStart(8)} /s`);
}
