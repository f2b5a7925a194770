import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { faults } from '../faults.ts';
import type { Remote } from '../remote/remote.ts';
import { folder } from './folder.ts';
import { forgeAddress } from './forge/address.ts';
import { openForgeSource } from './forge/forge-source.ts';
import { gitAddress } from './git/address.ts';
import { openGitSource } from './git/git-source.ts';
import type { Source } from './port.ts';

/** A source as it is written: `orders=git+https://git.example.com/orders.git#main`. Nothing is opened yet. */
export interface NamedSource {
  readonly name: string;
  /** Folder on this machine, for a source that is one. */
  readonly folder?: string;
  /**
   * Whether it can be opened at all, before anything is written: slips of the hand.
   * Faults: CONTROL_SOURCE_MISSING, CONTROL_SECRET_MISSING.
   */
  check(): Promise<void>;
  /** Faults: as `check`. */
  open(options: OpenOptions): Promise<Source>;
}

/** What named sources are opened with. */
export interface OpenOptions {
  /** Folder for copies of what is elsewhere. */
  readonly data: string;
  readonly remote?: Remote;
  /** Whether folders may run modules of rules. What comes from elsewhere never does. */
  readonly plugins?: boolean;
}

/**
 * Understands `name=where`: a git repository (`git+https:`, `git+ssh:`, `git+file:`), an organisation
 * (`github:owner`, `gitlab:group`), or a folder.
 *
 * Faults: CONTROL_SOURCE_ADDRESS.
 */
export function namedSource(written: string): NamedSource {
  const [, name = '', where = ''] = /^([^=]*)=(.+)$/s.exec(written) ?? [];
  if (!isSourceName(name)) {
    const reason = 'before the = stands a name of letters, digits, dots, hyphens and underscores';
    throw faults.SOURCE_ADDRESS({ source: name || written.replace(/[=:?#].*$/s, '…'), reason });
  }
  if (/^git\+/.test(where)) {
    const address = gitAddress(where);
    return {
      name,
      check: async () => void (await address.token?.read()),
      open: ({ data, remote }) => openGitSource({ name, address, data, ...(remote && { remote }) }),
    };
  }
  if (/^(github|gitlab):/.test(where)) {
    const { check, ...address } = forgeAddress(where);
    return {
      name,
      check,
      open: ({ data, remote }) => openForgeSource({ name, ...address, data, ...(remote && { remote }) }),
    };
  }
  if (/^\w{2,}:/.test(where)) {
    const reason = `nothing is known of addresses that begin with ${where.replace(/:.*$/s, ':')}`;
    throw faults.SOURCE_ADDRESS({ source: name, reason });
  }
  return {
    name,
    folder: where,
    check: () => folderAt(where),
    open: async ({ remote, plugins }) =>
      folder(where, { name, ...(remote && { remote }), ...(plugins !== undefined && { plugins }) }),
  };
}

/** Whether a source may have this name: it is the first part of the ids of its documents. */
export function isSourceName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,99}$/u.test(name);
}

/** Before anything is opened or written: a folder that is not there is a slip of the hand. Faults: CONTROL_SOURCE_MISSING. */
export async function folderAt(location: string): Promise<void> {
  const stats = await stat(location).catch(() => undefined);
  if (stats?.isDirectory()) return;
  const reason = stats ? 'it is a file' : `nothing is at ${resolve(location)}`;
  throw faults.SOURCE_MISSING({ location, reason });
}
