import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Accounts, openAccess } from '@portolan/control';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runToken } from '../commands/run-token.ts';
import { runUser, type UserOptions } from '../commands/run-user.ts';
import { openStore } from '../up/open-store.ts';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-accounts-'));
  said = [];
  vi.spyOn(console, 'info').mockImplementation(line => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `portolan user` on the store of the test, and answers what it says. */
async function user(name?: string, options: Partial<UserOptions> = {}): Promise<string[]> {
  said = [];
  expect(await runUser(name, { data: join(folder, 'data'), ...options })).toBe(0);
  return said;
}

/** Looks at the store as a server does. */
async function served<T>(look: (accounts: Accounts, access: ReturnType<typeof openAccess>) => Promise<T>): Promise<T> {
  await using opened = await openStore({ data: join(folder, 'data') });
  const access = openAccess({ store: opened.store.access, mode: 'closed' });
  return await look(access.accounts as Accounts, access);
}

const passwordIn = (lines: readonly string[]) => /The password is (\S+)\. It/.exec(lines.join('\n'))?.[1] as string;

test('without a store there are no accounts, and none is made by asking: CLI_NO_STORE', async () => {
  await expect(runUser('ada', { data: join(folder, 'data') })).rejects.toMatchObject({ code: 'CLI_NO_STORE' });
});

test('an account is made with a password that is printed, given another one, disabled and listed', async () => {
  await served(accounts => accounts.isNew());
  expect(await user()).toEqual(['There are no accounts.']);
  const old = passwordIn(await user('ada', { role: 'administrator' }));
  const password = passwordIn(await user('Ada', { newPassword: true }));
  await served(async accounts => {
    await expect(accounts.signIn({ name: 'ada', password: old }, {})).rejects.toMatchObject({
      code: 'CONTROL_SIGN_IN_REFUSED',
    });
    expect((await accounts.signIn({ name: 'ada', password }, {})).user.roles).toEqual(['administrator']);
  });
  await expect(user('ada', { disable: true })).rejects.toMatchObject({ code: 'CONTROL_LAST_ADMINISTRATOR' });
  writeFileSync(join(folder, 'password'), 'staple of seven words\n');
  expect(await user('ben', { password: `file:${join(folder, 'password')}` })).toEqual([
    'Made: ben (reader; signs in with password)',
  ]);
  await served(accounts => accounts.signIn({ name: 'ben', password: 'staple of seven words' }, {}));
  expect(await user('ben', { disable: true, role: 'governor' })).toEqual([
    expect.stringMatching(/^Changed: ben \(governor; signs in with password; disabled since 20/),
  ]);
  await user('ben', { enable: true });
  expect(await user()).toEqual([
    'ada (administrator; signs in with password)',
    'ben (governor; signs in with password)',
  ]);
  const told = await served((_, access) => access.audit.list({ limit: 99, who: 'command-line' }));
  expect(told.map(({ action }) => action)).toEqual([
    'user.changed',
    'user.disabled',
    'user.created',
    'user.changed',
    'user.created',
  ]);
});

test('a token stands alone on the standard output, and may what its role may', async () => {
  const data = join(folder, 'data');
  await expect(runToken('metrics', { data, role: 'reader', days: 1 })).rejects.toMatchObject({ code: 'CLI_NO_STORE' });
  await served(accounts => accounts.isNew());
  for (const [name, role] of [
    [' ', 'reader'],
    ['pipeline', 'owner'],
  ] as const) {
    await expect(runToken(name, { data, role, days: 1 })).rejects.toMatchObject({ code: 'CLI_USAGE' });
  }
  expect(said).toEqual([]);
  expect(await runToken('pipeline', { data, role: 'owner', days: 1, ownsSource: ['orders'] })).toBe(0);
  expect(said).toEqual([expect.stringMatching(/^ptl_[\w-]{43}$/)]);
  const { principal } = await served((_, access) => access.recognise({ bearer: said[0] as string }));
  expect(principal).toMatchObject({
    kind: 'token',
    roles: ['owner'],
    owns: { sources: ['orders'], services: [], teams: [] },
  });
});
