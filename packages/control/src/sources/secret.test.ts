import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './git/repository.test-support.ts';
import { masked, secretRef } from './secret.ts';

test('a secret is read from the environment or a file when it is needed, so that it may change', async () => {
  const path = join(temporaryFolder(), 'token');
  for (const secret of ['first', 'second']) {
    process.env.PORTOLAN_TEST_SECRET = secret;
    writeFileSync(path, `${secret}\n`);
    for (const written of ['env:PORTOLAN_TEST_SECRET', `file:${path}`, `file://${path}`]) {
      expect(await secretRef(written)?.read()).toBe(secret);
    }
  }
});

test.each(['ghp_0123456789', 'env:', 'env:A B', 'file:', 'https://vault.example.com/x'])(
  '%s refers to nothing',
  text => {
    expect(secretRef(text)).toBeUndefined();
  },
);

test.each([
  ['a file that is not there', 'file:/nowhere/token', ''],
  ['a variable that is not set', 'env:PORTOLAN_TEST_NONE', ''],
  ['two lines, which would be two headers', 'env:PORTOLAN_TEST_LINES', 'a\r\nX-Other: b'],
])('%s is CONTROL_SECRET_MISSING', async (_, written, value) => {
  process.env.PORTOLAN_TEST_LINES = value;
  await expect(secretRef(written)?.read()).rejects.toMatchObject({ code: 'CONTROL_SECRET_MISSING' });
});

test('secrets are masked however they are written, and so is whatever stands before the host of an address', () => {
  const secret = 'p@ss/word';
  const text = `${secret} ${encodeURIComponent(secret)} ${Buffer.from(secret).toString('base64')} https://me:x@git.example.com/a`;
  expect(masked(text, [secret])).toBe('••• ••• ••• https://git.example.com/a');
});
