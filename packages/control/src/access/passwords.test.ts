import { expect, test } from 'vitest';
import { PASSWORD } from './access.test-support.ts';
import { createPasswords, refuseWeak } from './passwords.ts';

const passwords = createPasswords();

test('a hash is argon2id with its parameters and a salt of its own, and only the password matches it', async () => {
  const hashes = [await passwords.hash(PASSWORD), await passwords.hash(PASSWORD)];
  for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(hashes[0]).not.toBe(hashes[1]);
  expect(await passwords.matches(PASSWORD, hashes[0])).toBe(true);
  expect(await passwords.matches(`${PASSWORD} `, hashes[0])).toBe(false);
  expect(await passwords.matches('', hashes[0])).toBe(false);
});

test('a hash that another program made is understood: the vector of the reference implementation', async () => {
  const hash = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
  expect(await passwords.matches('password', hash)).toBe(true);
  expect(await passwords.matches('Password', hash)).toBe(false);
});

test('letters that look alike are alike, however a keyboard writes them', async () => {
  const hash = await passwords.hash('cafe\u0301 am Bahnhof');
  expect(await passwords.matches('caf\u00e9 am Bahnhof', hash)).toBe(true);
});

test('where there is no hash, or one that nobody understands, the answer is no', async () => {
  expect(await passwords.matches(PASSWORD, undefined)).toBe(false);
  expect(await passwords.matches(PASSWORD, 'plain text')).toBe(false);
});

test('the work is the same whether there is a hash or not, so that nobody can measure who has an account', async () => {
  const done: object[] = [];
  const counting = createPasswords(async parameters => {
    const { message: _, nonce, ...work } = parameters;
    done.push({ ...work, salt: (nonce as Buffer).length });
    return Buffer.alloc(parameters.tagLength);
  });
  const hash = await counting.hash(PASSWORD);
  await counting.matches(PASSWORD, hash);
  await counting.matches(PASSWORD, undefined);
  const work = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32, salt: 16 };
  expect(done).toEqual([work, work, work]);
});

test('work is bounded: CONTROL_SIGN_IN_BUSY for who comes when too many wait', async () => {
  const busy = createPasswords();
  const all = await Promise.allSettled(Array.from({ length: 60 }, () => busy.matches(PASSWORD, undefined)));
  const refused = all.filter(result => result.status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(refused[0]?.reason).toMatchObject({ code: 'CONTROL_SIGN_IN_BUSY', kind: { retry: true } });
  expect(await busy.matches(PASSWORD, undefined)).toBe(false);
});

test.each([
  ['short', 'shorter'],
  ['x'.repeat(300), 'longer'],
  ['aaaaaaaaaaaab', 'different'],
  ['lovelace-lovelace', 'name'],
  ['password123password', 'many people'],
  ['Administrator1!', 'many people'],
  ['123456789012345', 'many people'],
])('%s is CONTROL_PASSWORD_WEAK', (password, word) => {
  const fault = { code: 'CONTROL_PASSWORD_WEAK', message: expect.stringContaining(word) };
  expect(() => refuseWeak(password, 'Lovelace')).toThrow(expect.objectContaining(fault));
});

test('words that belong together only for one person are good enough, in any language', () => {
  for (const password of [
    PASSWORD,
    'вчера был дождь',
    '雨の日には傘を持って出かけよう',
    'lovelace takes the 7:15 tram',
  ]) {
    refuseWeak(password, 'Lovelace');
  }
});
