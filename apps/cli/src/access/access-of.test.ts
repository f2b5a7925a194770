import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@portolan/stores/sqlite';
import { Command } from 'commander';
import { describe, expect, onTestFinished, test } from 'vitest';
import { accessOf, modeOf, type Reach, warningOf } from './access-of.ts';
import { type AccessOptions, withAccessOptions } from './access-options.ts';

/** What the command line gives for these words. */
function optionsOf(words: readonly string[], reach: Partial<Reach> = {}): AccessOptions & Reach {
  const command = withAccessOptions(new Command('up').exitOverride().configureOutput({ outputError: () => undefined }));
  return { host: '127.0.0.1', ...reach, ...command.parse(words, { from: 'user' }).opts<AccessOptions>() };
}

async function opened(...words: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-access-'));
  const store = await openSqlite(join(folder, 'portolan.db'));
  onTestFinished(async () => {
    await store[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'password'), 'correct horse battery\n');
  return await accessOf(store.access, optionsOf(words.map(word => word.replace('FOLDER', folder))));
}

describe('who may do what, when nobody says it', () => {
  test.each([
    ['this machine alone is open', {}, [], 'open'],
    ['so is it by its other names', { host: '::1' }, [], 'open'],
    ['what others reach is closed', { host: '0.0.0.0' }, [], 'closed'],
    ['so is what a proxy passes on', { allowHost: ['portolan.example.com'] }, [], 'closed'],
    ['so is what has an address for others', {}, ['--public-url', 'https://portolan.example.com'], 'closed'],
    ['so is what has an administrator', {}, ['--admin', 'ada'], 'closed'],
    ['so is what has an identity provider', {}, ['--oidc-issuer', 'https://id.example.com'], 'closed'],
    ['and what is said counts', { host: '0.0.0.0' }, ['--access', 'open'], 'open'],
    ['in each case', {}, ['--access', 'read'], 'read'],
  ] as const)('%s', (_, reach, words, mode) => {
    expect(modeOf(optionsOf(words, reach))).toBe(mode);
  });

  test('who opens it to others without accounts is warned, and nobody else', async () => {
    const access = await opened('--access', 'open');
    expect(warningOf(access, { host: '127.0.0.1' })).toBeUndefined();
    for (const reach of [{ host: '0.0.0.0' }, { host: '127.0.0.1', allowHost: ['portolan.example.com'] }]) {
      expect(warningOf(access, reach)).toContain('Whoever reaches it may read and change');
    }
    expect(warningOf(await opened('--access', 'read'), { host: '0.0.0.0' })).toBeUndefined();
  });
});

describe('the first administrator from settings', () => {
  test('is made from a file with the password', async () => {
    const { accounts } = await opened('--admin', 'ada', '--admin-password', 'file:FOLDER/password');
    expect(await accounts?.users.list()).toMatchObject([{ name: 'ada', roles: ['administrator'] }]);
    await accounts?.signIn({ name: 'ada', password: 'correct horse battery' }, {});
  });

  test.each([
    ['a password in plain sight', ['--admin-password', 'correct horse battery'], 'CLI_USAGE'],
    ['a password that is not there', ['--admin-password', 'env:PORTOLAN_NO_SUCH_VARIABLE'], 'CONTROL_SECRET_MISSING'],
    ['no accounts', ['--access', 'open'], 'CONTROL_NO_ACCOUNTS'],
  ])('%s is refused', async (_, words, code) => {
    await expect(opened('--admin', 'ada', ...words)).rejects.toMatchObject({ code });
  });
});

describe('options', () => {
  test('of an identity provider', async () => {
    const words = ['--oidc-issuer', 'https://id.example.com', '--oidc-client', 'portolan', '--oidc-label', 'Example'];
    const { accounts } = await opened(...words, '--oidc-secret', 'file:FOLDER/password', '--oidc-role', 'a=b=governor');
    expect(accounts?.oidc?.label).toBe('Example');
    await expect(opened(...words.slice(0, 2))).rejects.toMatchObject({ code: 'CONTROL_OIDC_SETTINGS' });
    await expect(opened(...words, '--oidc-secret', 'hunter2')).rejects.toMatchObject({ code: 'CLI_USAGE' });
  });

  test('are taken apart', () => {
    const words = ['--oidc-role', 'cn=x=owner', '--oidc-role', 'y=reader', '--trust-proxy', '10.0.0.0/8, ::1'];
    const { oidcRole, trustProxy, publicUrl } = optionsOf([...words, '--public-url', 'https://portolan.example.com/']);
    expect({ oidcRole, trustProxy, publicUrl }).toEqual({
      oidcRole: [
        { group: 'cn=x', role: 'owner' },
        { group: 'y', role: 'reader' },
      ],
      trustProxy: ['10.0.0.0/8', '::1'],
      publicUrl: 'https://portolan.example.com',
    });
  });

  test.each([
    ['--access', 'everybody'],
    ['--oidc-role', 'x=emperor'],
    ['--oidc-role', 'reader'],
    ['--public-url', 'portolan.example.com'],
    ['--public-url', 'https://example.com/portolan'],
    ['--oidc-everybody', 'emperor'],
  ])('%s %s is wrong usage', (option, value) => {
    expect(() => optionsOf([option, value])).toThrow(
      expect.objectContaining({ name: expect.stringContaining('Error') }),
    );
  });
});
