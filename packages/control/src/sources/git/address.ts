import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faults } from '../../faults.ts';
import { isHere } from '../here.ts';
import type { SecretRef } from '../secret.ts';
import { settingsInAddress } from '../settings-in-address.ts';

/** Where a git source is and how to get in. */
export interface GitAddress {
  /** What git is told; holds no secret. */
  readonly url: string;
  /** For people: with the branch and the folder. */
  readonly shown: string;
  readonly scheme: 'https' | 'http' | 'ssh' | 'file';
  /** Branch or tag; absent for the default branch. */
  readonly ref?: string;
  /** Folder whose documents count; '' is all of the repository. */
  readonly folder: string;
  /** Password or token for http and https, and the name that goes with it. */
  readonly token?: SecretRef;
  readonly user: string;
  /** Path of a private key for ssh. */
  readonly key?: string;
  /** Milliseconds between two looks. */
  readonly every: number;
}

const SCHEMES = ['https', 'http', 'ssh', 'file'] as const;
const SETTINGS = ['token', 'user', 'key', 'every'];
const MINUTE = 60_000;

/** Names that git allows for branches, without those that could be taken for something else. */
const REF = /^(?!.*(\.\.|\/\/|@\{|\.lock$|\/$|\.$))[\p{L}\p{N}_][^\s~^:?*[\\\p{Cc}]*$/u;

/**
 * Understands `git+https://host/path.git?settings#branch:folder`, as npm writes git addresses and git itself writes
 * `branch:folder`. The settings are `token` (a reference to a secret), `user` (the name for it), `key` (`file:/path`
 * of a private key) and `every` (seconds). `git+file:path` is a repository on this machine.
 *
 * Faults: CONTROL_SOURCE_ADDRESS.
 */
export function gitAddress(written: string): GitAddress {
  const [, scheme = '', rest = '', query = '', fragment = ''] =
    /^git\+(\w+):([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(written) ?? [];
  const bare = `git+${scheme}:${rest.replace(/^\/\/[^/]*@/, '//')}`;
  const refuse = (reason: string) => faults.SOURCE_ADDRESS({ source: bare, reason });
  if (!isScheme(scheme)) throw refuse(`git is read over ${SCHEMES.join(', ')}`);
  const url =
    scheme === 'file' && !rest.startsWith('//') ? pathToFileURL(resolve(rest)) : URL.parse(`${scheme}:${rest}`);
  if (!url || (scheme !== 'file' && !/^[\w[]/.test(url.hostname))) throw refuse('it is no URL');
  if (url.password !== '' || (scheme !== 'ssh' && url.username !== '')) {
    throw refuse('it holds a user name or a password: say `?token=env:NAME` where the token is kept instead');
  }
  const settings = settingsInAddress(bare, query, SETTINGS);
  const [ref = '', folder = ''] = [fragment.replace(/:.*$/s, ''), /:(.*)$/s.exec(fragment)?.[1]];
  if (ref !== '' && !REF.test(ref)) throw refuse(`${JSON.stringify(ref)} is no name of a branch`);
  const inside = folder.replace(/^\/+|\/+$/g, '');
  if (inside.split('/').some(part => part === '..' || part === '.'))
    throw refuse('its folder leads out of the repository');
  const [token, key] = [settings.secret('token'), settings.secret('key')];
  if (key && !key.written.startsWith('file:')) throw refuse('`key` is `file:/path` of a private key');
  if (token && scheme !== 'https' && !(scheme === 'http' && isHere(url.hostname))) {
    throw refuse('a token is sent over https alone, where nobody can read it on the way');
  }
  return {
    url: url.href,
    shown: `git+${url.href}${fragment === '' ? '' : `#${ref}${inside && `:${inside}`}`}`,
    scheme,
    ...(ref !== '' && { ref }),
    folder: inside,
    ...(token && { token }),
    user: settings.text('user') ?? 'x-access-token',
    ...(key && { key: key.written.replace(/^file:(\/\/(?=\/))?/, '') }),
    every: settings.every(MINUTE),
  };
}

function isScheme(text: string): text is GitAddress['scheme'] {
  return (SCHEMES as readonly string[]).includes(text);
}
