import type { GitAddress } from './address.ts';
import type { GitRun } from './run-git.ts';

/** How git reaches a repository, and which secrets it then knows. */
export interface GitAccess extends Pick<GitRun, 'scheme' | 'config' | 'env'> {
  readonly secrets: readonly string[];
}

/**
 * Reads the secrets of an address as they are now, and puts them where no list of processes and no URL shows them.
 *
 * Faults: CONTROL_SECRET_MISSING.
 */
export async function accessTo({ scheme, url, token, user, key }: GitAddress): Promise<GitAccess> {
  const secret = await token?.read();
  const pair = secret === undefined ? '' : `${user}:${secret}`;
  const basic = Buffer.from(pair).toString('base64');
  const options = ['-o BatchMode=yes', '-o ConnectTimeout=20', '-o StrictHostKeyChecking=yes'];
  if (key !== undefined) options.push('-o IdentitiesOnly=yes', `-i ${quoted(key)}`);
  return {
    scheme,
    secrets: secret === undefined ? [] : [secret, pair],
    config: secret === undefined ? {} : { [`http.${url}.extraHeader`]: `Authorization: Basic ${basic}` },
    env: scheme === 'ssh' ? { GIT_SSH_COMMAND: `ssh ${options.join(' ')}`, GIT_SSH_VARIANT: 'ssh' } : {},
  };
}

/** Git hands the command for ssh to a shell. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}
