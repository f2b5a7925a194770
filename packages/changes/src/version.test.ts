import { expect, test } from 'vitest';
import { ORDERS } from './kinds/example.ts';
import type { Change, ChangeVerdict } from './model.ts';
import { contractOf } from './test-support.ts';
import { versionDue } from './version.ts';

const change = (verdict: ChangeVerdict, code = 'SCHEMA_CHANGED') => ({ code, verdict }) as Change;

async function due(before: string, after: string, ...verdicts: ChangeVerdict[]) {
  const at = (version: string) => contractOf(ORDERS.replace('version: 1.0.0', `version: ${JSON.stringify(version)}`));
  return versionDue(
    await at(before),
    await at(after),
    verdicts.map(verdict => change(verdict)),
  );
}

test('the strongest change says which number has to grow', async () => {
  expect(await due('1.2.3', '1.3.0', 'editorial', 'breaking')).toMatchObject({
    step: 'major',
    due: '2.0.0',
    enough: false,
  });
  expect(await due('1.2.3', '1.3.0', 'editorial', 'non-breaking')).toMatchObject({ due: '1.3.0', enough: true });
  expect(await due('1.2.3', '1.2.4', 'not-checked')).toMatchObject({ step: 'minor', due: '1.3.0', enough: false });
  expect(await due('1.2.3', '2.0.0', 'editorial')).toMatchObject({ due: '1.2.4', enough: true });
});

test('before 1.0.0 a minor version may break, and a prerelease until it is released', async () => {
  expect(await due('0.4.1', '0.5.0', 'breaking')).toMatchObject({ due: '0.5.0', enough: true });
  expect(await due('2.0.0-rc.1', '2.0.0-rc.2', 'breaking')).toMatchObject({ due: '2.0.0', enough: true });
});

test('nothing is due for nothing, and nothing is known of versions that are not semantic', async () => {
  expect(await due('1.2.3', '1.2.3')).toEqual({ before: '1.2.3', after: '1.2.3' });
  expect(await due('2026-01', '2026-02', 'breaking')).toEqual({ before: '2026-01', after: '2026-02', step: 'major' });
});
