import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { DocumentBeside } from '@portolan/chart';
import { foldersUp, slashed } from '../settings/places.ts';
import { runGit } from '../sources/git/run-git.ts';

type Committed = NonNullable<DocumentBeside['committed']>;

/** Knows when files of a git work tree were last committed, as soon as git has told. */
export interface LastCommits extends Disposable {
  /** By the absolute path of a file; undefined as long as nothing is known of it. */
  of(file: string): Committed | undefined;
  /** Asks git, unless nothing was committed since the last time. Nobody waits for it. */
  ask(): void;
}

/** A long history is read as far as this takes, in milliseconds and bytes; then nothing is known of it. */
const LIMITS = { timeout: 20_000, maxBytes: 128 * 1024 * 1024 };

/**
 * @param folder whose files it is about; anywhere in a work tree, or in none
 * @param tell is called when more is known than before
 */
export function openLastCommits(folder: string, tell: () => void): LastCommits {
  const top = foldersUp(folder, folder).find(each => existsSync(join(each, '.git')));
  const stop = new AbortController();
  let head = '';
  let known: ReadonlyMap<string, Committed> = new Map();
  let asking = false;

  async function look(top: string): Promise<void> {
    const run = { mirror: join(top, '.git'), signal: stop.signal, ...LIMITS };
    const now = (await runGit(['rev-parse', '--verify', 'HEAD'], run)).toString();
    if (now === head) return;
    head = now;
    const below = slashed(relative(top, folder));
    const log = await runGit(
      [
        ...['log', 'HEAD', '--format=%x01%cI %h', '--name-only', '-z', '--no-renames', '--no-ext-diff'],
        ...['--no-show-signature', '--', below === '' ? '.' : `:(top,literal)${below}`],
      ],
      run,
    );
    known = commitsIn(log.toString('utf8'));
    if (!stop.signal.aborted) tell();
  }

  return {
    of: file => (top === undefined ? undefined : known.get(slashed(relative(top, file)))),
    ask() {
      if (top === undefined || asking || stop.signal.aborted) return;
      asking = true;
      // Without git, or in a repository that it does not trust, nothing is known, and all else works.
      look(top)
        .catch(() => undefined)
        .finally(() => {
          asking = false;
        });
    },
    [Symbol.dispose]: () => stop.abort(),
  };
}

/** The newest commit of each file: the log has the newest first. */
function commitsIn(log: string): ReadonlyMap<string, Committed> {
  const found = new Map<string, Committed>();
  for (const entry of log.split('\u0001').slice(1)) {
    const [header = '', ...names] = entry.split(/[\0\n]/);
    const [at = '', commit = ''] = header.split(' ');
    for (const name of names)
      if (name !== '' && !found.has(name)) found.set(name, { at: new Date(at).toISOString(), commit });
  }
  return found;
}
