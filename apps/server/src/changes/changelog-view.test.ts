import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ChangelogPage } from '../port.ts';
import { document, filled, serveFolders, temporaryFolder } from '../test-support.ts';

test('a service has a changelog from version to version, and the organisation one of all', async () => {
  const folder = filled(temporaryFolder(), {
    'orders.yaml': document('Orders'),
    'billing.yaml': document('Billing', 'receive'),
  });
  const { url } = await serveFolders(folder);
  const get = async (path: string) => (await (await fetch(`${url}/api/v1${path}`)).json()) as ChangelogPage;
  const releases = async () => (await get('/services/orders/changelog')).items?.[0]?.releases ?? [];
  await vi.waitFor(async () => expect(await releases()).toMatchObject([{ kind: 'first' }]), { timeout: 15_000 });
  const next = document('Orders').replace(', total: { type: number }', '').replace('version: 1.0.0', 'version: 1.1.0');
  writeFileSync(join(folder, 'orders.yaml'), next);
  await vi.waitFor(async () => expect(await releases()).toHaveLength(2), { timeout: 15_000 });
  const [newest, first] = await releases();
  expect(newest).toMatchObject({ version: '1.1.0', strongest: 'breaking', due: '2.0.0', more: 0 });
  expect(newest?.lines).toMatchObject([{ section: 'breaking', says: expect.stringContaining('total') }]);
  expect(first).toMatchObject({ version: '1.0.0', kind: 'first', lines: [] });
  const all = await get('/changelog');
  expect(all.items.map(({ title }) => title)).toEqual(['Orders', 'Billing']);
  expect(all.more).toBe(0);
  expect(await get('/services/nobody/changelog')).toMatchObject({ code: 'SERVER_NOT_FOUND' });
});
