import { join } from 'node:path';
import type { Remote } from '../../remote/remote.ts';
import { atMost } from '../at-most.ts';
import { listedSource } from '../listed.ts';
import type { Listing } from '../listing.ts';
import { polling } from '../polling.ts';
import type { Source } from '../port.ts';
import { accessTo } from './access.ts';
import type { GitAddress } from './address.ts';
import type { MirrorLimits } from './fetch-within.ts';
import { mirrorOf } from './mirror.ts';
import { reasonOf } from './trouble.ts';

/** How a git source is opened. */
export interface GitSourceOptions extends MirrorLimits {
  readonly name: string;
  readonly address: GitAddress;
  /** Folder of Portolan's data for copies of what is elsewhere. */
  readonly data: string;
  readonly remote?: Remote;
}

/**
 * How long a scan waits for the repository (ms). Nothing is shown that somebody else who reads it knows to be old, unless
 * the repository takes its time; where nothing is known yet, there is nothing to show before it has answered.
 */
const FIRST = 3_000;

/** Repositories that are asked at the same time. */
const inTurn = atMost(4);

/**
 * A branch of a git repository as a source, read without a work tree. The repository is asked now and every so often;
 * only texts whose blobs are new are read. What was fetched once is shown for as long as the repository cannot be read,
 * also after a restart; the problem of the source says so.
 */
export async function openGitSource({ name, address, data, remote, ...limits }: GitSourceOptions): Promise<Source> {
  const mirror = mirrorOf(join(data, 'git'), address, limits);
  const { ref } = address;
  let commit: string | undefined;
  let files: Listing | undefined;
  let problem: string | undefined;
  let hint = (): void => undefined;

  const before = await mirror.held(ref).catch(() => undefined);
  if (before) ({ commit, files } = before);

  async function look(signal: AbortSignal): Promise<number> {
    const shown = problem;
    const known = commit;
    problem = await inTurn(() => catchUp(signal));
    if (!signal.aborted && (problem !== shown || commit !== known)) hint();
    return address.every;
  }

  /** Answers what is wrong. */
  async function catchUp(signal: AbortSignal): Promise<string | undefined> {
    let secrets: readonly string[] = [];
    try {
      const access = await accessTo(address);
      secrets = access.secrets;
      const now = await mirror.update(ref, access, signal);
      if (now === 'vanished')
        return `The repository has no ${ref === undefined ? 'commit' : `branch ${ref}`}${kept()}.`;
      if (now.commit !== commit) ({ commit, files } = now);
      return undefined;
    } catch (error) {
      return `The repository cannot be read: ${reasonOf(error, secrets)}${kept()}.`;
    }
  }

  function kept(): string {
    return commit === undefined ? '' : `. What is shown is commit ${commit.slice(0, 10)}`;
  }

  const asking = polling(look);

  return listedSource({
    name,
    location: address.shown,
    folder: address.folder,
    ...(remote && { remote }),
    shelf: {
      async list() {
        await asking.settled(files ? FIRST : undefined);
        return { ...(files && { files }), ...(problem !== undefined && { problem }) };
      },
      async read(wanted) {
        try {
          return await mirror.read(wanted, () => accessTo(address));
        } catch (error) {
          throw new Error(`The repository cannot be read: ${reasonOf(error)}.`, { cause: error });
        }
      },
      refresh: () => asking.now(),
      watch(heard) {
        hint = heard;
        // What came since the last scan was told to nobody.
        heard();
        return asking;
      },
    },
  });
}
