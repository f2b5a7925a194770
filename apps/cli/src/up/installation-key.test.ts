import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { installationKey } from './installation-key.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'portolan-key-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('a key is made once, for its owner alone, and is the same at every start', async () => {
  const data = join(folder(), 'data');
  const [one, other] = await Promise.all([installationKey({ data }, ''), installationKey({ data }, '')]);
  expect(one).toHaveLength(32);
  expect(other).toEqual(one);
  expect(await installationKey({ data }, '')).toEqual(one);
  if (process.platform !== 'win32') expect(statSync(join(data, 'key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(data, '.gitignore'), 'utf8')).toBe('*\n');
});

test('one that is given counts, and one that is too short is refused with where it stands', async () => {
  const data = folder();
  const shared = { data, store: 'postgres://db.example.com/events' };
  expect(await installationKey(shared, '')).toBeUndefined();
  expect(await installationKey(shared, Buffer.alloc(40, 1).toString('base64'))).toEqual(Buffer.alloc(40, 1));
  await expect(installationKey({ data }, 'c2hvcnQ=')).rejects.toMatchObject({ code: 'CLI_KEY_UNUSABLE' });
  writeFileSync(join(data, 'key'), 'short\n');
  await expect(installationKey({ data }, '')).rejects.toThrow(join(data, 'key'));
});

test.skipIf(process.getuid?.() === 0)('one that may not be read is told by its path (not as root)', async () => {
  const data = folder();
  writeFileSync(join(data, 'key'), 'x');
  chmodSync(join(data, 'key'), 0);
  await expect(installationKey({ data }, '')).rejects.toMatchObject({ code: 'CLI_FILE_UNREADABLE' });
});
