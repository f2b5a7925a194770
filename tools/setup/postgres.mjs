import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './apt.mjs';

/** Folders under which packages of distributions keep the programs of the server, by version. */
const PLACES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

/**
 * Folder of the programs of a PostgreSQL server, which tests start by themselves: nothing runs before and nothing stays.
 * Where there is none it is installed from Debian's packages if we may; otherwise undefined, and why.
 */
export async function ensurePostgres(env = process.env) {
  const found = findPostgres(env);
  if (found) return { folder: found };
  if (env.PORTOLAN_POSTGRES) {
    return { why: `PORTOLAN_POSTGRES names ${env.PORTOLAN_POSTGRES}, and no server's programs are there` };
  }
  const why = await installPackages('PostgreSQL', ['postgresql'], 'the tests of the store');
  if (why) return { why: `${why}; PORTOLAN_POSTGRES can name the folder of its programs` };
  const folder = findPostgres(env);
  return folder ? { folder } : { why: 'PostgreSQL was installed, but not where it is looked for' };
}

/** The newest of the packaged ones, else the one on the PATH. */
function findPostgres(env) {
  const named = env.PORTOLAN_POSTGRES;
  if (named) return isComplete(named) ? named : undefined;
  const packaged = PLACES.flatMap(place =>
    (existsSync(place) ? readdirSync(place) : []).map(name => join(place, name, 'bin')),
  );
  const newestFirst = packaged.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return [...newestFirst, ...(env.PATH ?? '').split(delimiter)].find(isComplete);
}

function isComplete(folder) {
  return ['initdb', 'postgres'].every(name => existsSync(join(folder, name)));
}
