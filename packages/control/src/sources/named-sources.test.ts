import { describe, expect, test } from 'vitest';
import { forgeAddress } from './forge/address.ts';
import { gitAddress } from './git/address.ts';
import { namedSource } from './named-sources.ts';

const SECRET = 'ghp_0123456789';

describe('a git address', () => {
  test.each([
    ['git+https://git.example.com/shop/orders.git', { url: 'https://git.example.com/shop/orders.git', folder: '' }],
    ['git+https://git.example.com/orders.git#release/2.x', { ref: 'release/2.x', folder: '' }],
    ['git+https://git.example.com/orders.git#main:specs/events/', { ref: 'main', folder: 'specs/events' }],
    ['git+https://git.example.com/orders.git#:specs', { folder: 'specs' }],
    ['git+ssh://git@git.example.com:2222/orders.git?key=file:/keys/id', { scheme: 'ssh', key: '/keys/id' }],
    ['git+https://git.example.com/orders.git?every=30&user=deploy', { every: 30_000, user: 'deploy' }],
    ['git+file:///srv/git/orders.git', { url: 'file:///srv/git/orders.git', scheme: 'file' }],
  ])('%s', (written, wanted) => {
    expect(gitAddress(written)).toMatchObject(wanted);
  });

  test('shows neither settings nor secrets', () => {
    const { shown } = gitAddress('git+https://git.example.com/o.git?token=env:TOKEN&every=9#main:specs');
    expect(shown).toBe('git+https://git.example.com/o.git#main:specs');
  });
});

test('an organisation is chosen with all that counts', () => {
  const { choice, location, every } = forgeAddress(
    'gitlab:acme/shop?url=https://gitlab.example.com/api/v4&topic=events&topic=kafka&archived&folder=/specs/&every=60',
  );
  expect(choice).toEqual({ topics: ['events', 'kafka'], archived: true, forks: false, folders: ['specs'] });
  expect([location, every]).toEqual(['gitlab:acme/shop at gitlab.example.com', 60_000]);
});

test.each([
  ['no name', `=git+https://git.example.com/o.git`],
  ['a name with a slash', 'a/b=specs'],
  ['nothing but an address', `git+https://x:${SECRET}@git.example.com/o.git`],
  ['an address of another kind', 'x=s3://bucket/key'],
  ['a scheme that git is not read over', 'x=git+ftp://git.example.com/o.git'],
  ['git’s own way to run programs', 'x=git+ext::sh -c touch% /tmp/x'],
  ['a host that looks like an option', 'x=git+ssh://-oProxyCommand=x/o.git'],
  ['a password in the address', `x=git+https://user:${SECRET}@git.example.com/o.git`],
  ['a token as the user', `x=git+https://${SECRET}@git.example.com/o.git`],
  ['a secret instead of a reference', `x=git+https://git.example.com/o.git?token=${SECRET}`],
  ['a token without encryption', 'x=git+http://git.example.com/o.git?token=env:TOKEN'],
  ['a setting that there is not', 'x=git+https://git.example.com/o.git?ref=main'],
  ['a branch that looks like an option', 'x=git+https://git.example.com/o.git#--upload-pack=x'],
  ['a branch with two dots', 'x=git+https://git.example.com/o.git#a..b'],
  ['a folder that leads out', 'x=git+https://git.example.com/o.git#main:../other'],
  ['too often', 'x=git+https://git.example.com/o.git?every=0'],
  ['an organisation that is none', 'x=github:acme/shop'],
  ['a secret in the address of an API', `x=github:acme?url=https://${SECRET}@github.example.com`],
  ['a secret instead of a reference, for an organisation', `x=github:acme?token=${SECRET}`],
  ['neither true nor false', 'x=github:acme?forks=maybe'],
])('%s is CONTROL_SOURCE_ADDRESS, and no secret is repeated', (_, written) => {
  let told = '';
  try {
    namedSource(written);
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    told = `${code} ${message}`;
  }
  expect(told).toContain('CONTROL_SOURCE_ADDRESS');
  expect(told).not.toContain(SECRET);
});
