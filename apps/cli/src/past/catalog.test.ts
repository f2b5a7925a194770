import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { start } from '../../test-support.ts';
import { servicesOfCatalog } from '../changelog/services-of-catalog.ts';
import { compareSides } from '../revisions/compared.ts';
import { sideAt } from '../revisions/side.ts';
import { starter } from '../starter/starter.ts';
import { openCatalog } from './catalog.ts';
import { catalogAddress } from './catalog-address.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');

test('a document is compared with what the catalog of a server kept of it, and its changelog is written from there', async () => {
  const work = mkdtempSync(join(tmpdir(), 'portolan-catalog-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  const file = join(work, 'specs', 'orders.yaml');
  mkdirSync(join(work, 'specs'));
  const text = starter({ name: 'Orders', protocol: 'kafka' });
  writeFileSync(file, text);
  await using portolan = start([PROGRAM, 'up', 'specs', '--port', '0'], work);
  const url = await portolan.says(/Portolan is at (http:\/\/[^\s/]+)/);
  const catalog = openCatalog(url);
  const kept = async () => (await catalog.revisions('specs/orders.yaml').catch(() => [])).length;
  await expect.poll(kept, { timeout: 30_000 }).toBe(1);
  writeFileSync(file, text.replace('version: 0.1.0', 'version: 0.2.0').replace('title: Orders', 'title: All orders'));
  await expect.poll(kept, { timeout: 30_000 }).toBe(2);

  const address = `${url}/documents/${encodeURIComponent('specs/orders.yaml')}`;
  const [document] = await compareSides(await sideAt(`${address}@previous`, {}), await sideAt(`${address}@latest`, {}));
  expect(document?.changes.map(({ code }) => code).sort()).toEqual(['INFO_CHANGED', 'INFO_VERSION_CHANGED']);
  expect(document?.before?.revision).toMatch(/^[0-9a-f]{10}$/);
  const same = await compareSides(await sideAt(`${address}@${document?.after?.revision}`, {}), await sideAt(file, {}));
  expect(same[0]?.changes).toEqual([]);
  await expect(sideAt(`${address}@0000`, {})).rejects.toMatchObject({
    code: 'CLI_REVISION_MISSING',
    help: expect.stringContaining(document?.after?.revision ?? '-'),
  });

  const [service] = await servicesOfCatalog(url);
  expect(service?.states.map(({ contract }) => contract.info.version)).toEqual(['0.1.0', '0.2.0']);
}, 90_000);

test('a server that does not answer, or does not know the document, is a fault that names the address', async () => {
  const other = createServer((_, response) => void response.writeHead(404, { connection: 'close' }).end());
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const server = `http://127.0.0.1:${port}`;
  await expect(openCatalog(server).documents()).rejects.toMatchObject({
    code: 'CLI_SERVER_FAILED',
    params: { reason: 'it answers 404' },
  });
  await new Promise(resolve => other.close(resolve));
  await expect(openCatalog(server).documents()).rejects.toMatchObject({ code: 'CLI_SERVER_FAILED' });
});

test.each([
  [
    'http://127.0.0.1:4400/documents/shop%2Forders.yaml@previous',
    ['http://127.0.0.1:4400', 'shop/orders.yaml', 'previous'],
  ],
  ['https://example.com/portal/api/v1/documents/a.yaml', ['https://example.com/portal', 'a.yaml', 'latest']],
  ['https://example.com/api/v1/documents/a.yaml/revisions/sha256:1f', ['https://example.com', 'a.yaml', 'sha256:1f']],
  ['https://example.com/documents/orders.yaml', undefined],
  ['HEAD~1:documents/a.yaml', undefined],
])('%s', (address, parts) => {
  const found = catalogAddress(address);
  expect(found && [found.server, found.id, found.revision]).toEqual(parts);
});
