import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogOf, document, filled, serve, temporaryFolder } from '../test-support.ts';
import { isSearchAt } from './search.ts';

const PATIENTLY = { timeout: 20_000, interval: 50 };

test('the search is made before anybody asks, and follows each change', async () => {
  const folder = filled(temporaryFolder(), { 'a.yaml': document('Orders') });
  const catalog = await catalogOf(folder);
  await serve({ catalog });
  const first = catalog.snapshot();
  await expect.poll(() => isSearchAt(first), PATIENTLY).toBe(true);
  writeFileSync(join(folder, 'b.yaml'), document('Billing'));
  await expect.poll(() => catalog.snapshot().documents.size, PATIENTLY).toBe(2);
  await expect.poll(() => isSearchAt(catalog.snapshot()), PATIENTLY).toBe(true);
});
