import { decode } from '@portolan/contract';
import { faults } from '../faults.ts';
import { atMost } from '../sources/at-most.ts';
import { isListed } from './hosts.ts';
import type { SafeFetchOptions } from './safe-fetch.ts';

/** Which hosts are read, and how much of them. */
export interface RemoteOptions extends Pick<SafeFetchOptions, 'timeout' | 'maxBytes' | 'ca' | 'resolve'> {
  /** Hosts whose files may be read: names, or `*.example.com`. */
  readonly hosts: readonly string[];
  /** Hosts among them that may be in a private network. */
  readonly privateHosts?: readonly string[];
  /** Files that are loaded at most. Default 100. */
  readonly maxFiles?: number;
  /** Milliseconds after which a file is asked for again. Default: never, as a run of a command is short. */
  readonly maxAge?: number;
}

/** Files of the network, each loaded once. */
export interface Remote {
  /**
   * The text of a file; undefined when its host is not allowed.
   *
   * Faults: those of `safeFetch`, CONTROL_REMOTE_STATUS, CONTROL_REMOTE_TOO_MANY.
   */
  load(url: string): Promise<string | undefined>;
}

/** Requests at the same time. */
const SIDE_BY_SIDE = 6;

/** Opens the network for the documents of one run, as far as it is allowed. Nothing is loaded yet. */
export function openRemote(options: RemoteOptions): Remote {
  const { hosts, maxFiles = 100, maxAge = Number.POSITIVE_INFINITY } = options;
  const known = new Map<string, { readonly at: number; readonly text: Promise<string> }>();
  const inTurn = atMost(SIDE_BY_SIDE);

  async function load(location: string): Promise<string | undefined> {
    const url = URL.parse(location);
    if (!url || !isListed(url.hostname, hosts)) return undefined;
    url.hash = '';
    const before = known.get(url.href);
    if (before && performance.now() - before.at < maxAge) return await before.text;
    if (!before && known.size >= maxFiles) throw faults.REMOTE_TOO_MANY({ url: url.href, count: maxFiles });
    const text = inTurn(() => textAt(url.href));
    // Whoever waits for it hears of the failure.
    text.catch(() => undefined);
    known.set(url.href, { at: performance.now(), text });
    return await text;
  }

  async function textAt(url: string): Promise<string> {
    // Most documents refer to nothing outside: they do not wait for what speaks HTTP.
    const { safeFetch } = await import('./safe-fetch.ts');
    const { status, body } = await safeFetch(url, options);
    if (status !== 200) throw faults.REMOTE_STATUS({ url, status });
    return decode(body);
  }

  return { load };
}
