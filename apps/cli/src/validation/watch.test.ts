import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { start } from '../../test-support.ts';
import { starter } from '../starter/starter.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');
const GOOD = starter({ name: 'Orders', protocol: 'kafka' });
const BAD = GOOD.replace('action: send', 'acton: send');

let work: string;
const put = (name: string, text: string) => writeFileSync(join(work, name), text);
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'portolan-watch-'));
  mkdirSync(join(work, 'specs'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const watch = (...args: string[]) => start([PROGRAM, 'validate', ...args, '--watch'], work);

test('a change is told, and only of the document that changed; Ctrl-C gives the exit code of the last look', async () => {
  put('specs/orders.yaml', GOOD);
  put('specs/other.yaml', BAD.replaceAll('Orders', 'Other'));
  await using portolan = watch('specs');
  await portolan.says(/Watching/);
  expect(portolan.said()).toContain('2 documents: 1 error');
  const before = portolan.said().length;
  put('specs/orders.yaml', BAD);
  await portolan.says(/2 documents: 2 errors/);
  const news = portolan.said().slice(before);
  expect(news).toContain('specs/orders.yaml');
  expect(news).not.toContain('specs/other.yaml');
  put('specs/orders.yaml', GOOD);
  await portolan.says(/specs\/orders\.yaml: no findings any more/);
  put('specs/other.yaml', GOOD.replaceAll('Orders', 'Other'));
  await portolan.says(/2 documents: no findings/);
  expect(await portolan.end('SIGINT')).toBe(0);
  expect(portolan.said()).not.toContain('\u001b');
});

test('files that a document refers to, new documents, and settings are followed', async () => {
  mkdirSync(join(work, '.git'));
  mkdirSync(join(work, 'common'));
  put('specs/orders.yaml', GOOD.replace('type: string\n', '$ref: ../common/money.yaml\n'));
  put('common/money.yaml', 'type: object\n');
  await using portolan = watch('specs/orders.yaml', '--fail-on', 'warning');
  await portolan.says(/Watching/);
  put('common/money.yaml', 'type: objekt\n');
  await portolan.says(/objekt/);
  put('common/money.yaml', 'type: object\n');
  put('portolan.yaml', 'version: 1\nrules: { set: strickt }\n');
  await portolan.says(/portolan\.yaml:2:\d+/);
  expect(await portolan.end('SIGINT')).toBe(1);
});

test('a path that stands for nothing is refused at once', async () => {
  await using portolan = watch('nothing.yaml');
  expect(await portolan.ended()).toBe(2);
  expect(portolan.said()).toContain('code: CLI_PATH_MISSING');
});
