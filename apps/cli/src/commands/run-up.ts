import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { faults, folders, openCatalog, openRemote } from '@portolan/control';
import { createLog, type LogOptions, startServer } from '@portolan/server';
import { hostsOfSettings, namedInFull, remoteFor } from '../documents/remote.ts';
import { openStore } from '../up/open-store.ts';
import { signalled } from '../up/signalled.ts';
import { greeting, summaryOf } from '../up/summary.ts';
import { webRoot } from '../up/web-root.ts';

/** Options of `up`, as the command line gives them. */
export interface UpOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** Address of a PostgreSQL that keeps the revisions, instead of the folder. */
  readonly store?: string;
  /** Names that a proxy asks for, beside those of this machine. */
  readonly allowHost?: readonly string[];
  /** Whether modules of rules that settings name are run. */
  readonly allowPlugins?: boolean;
  /** Hosts that references may be loaded from, beside those that settings of the folders list. */
  readonly remote?: readonly string[];
  readonly logLevel: LogOptions['level'];
}

/**
 * Serves the chart of folders until somebody ends it.
 *
 * Faults: CONTROL_SOURCE_MISSING and CONTROL_SOURCE_TWICE for folders, those of the store for the data, those of the
 * server for the address.
 */
export async function runUp(locations: readonly string[], options: UpOptions): Promise<number> {
  const { port, host, logLevel, allowHost: hosts, allowPlugins: plugins = false } = options;
  await refuseMissing(locations);
  const ended = signalled();
  const log = createLog({ level: logLevel });
  const remote = await remoteOf(locations, options.remote);
  const { store, place } = await openStore(options);
  const catalog = openCatalog({ store, sources: folders(locations, { plugins, remote }), log });
  // It is awaited below; until then a failure must not count as one that nobody looks at.
  catalog.catch(() => undefined);
  const portal = webRoot();
  const server = await startServer({
    catalog,
    host,
    port,
    log,
    ...(hosts && { hosts }),
    ...(portal && { webRoot: portal }),
  });
  console.info(greeting(server.url, portal !== undefined));
  console.info(summaryOf((await catalog).snapshot(), place));
  await ended;
  await server.close();
  return 0;
}

/** Milliseconds after which a file of the network is asked for again, when a document that names it is read. */
const REMOTE_AGE = 60_000;

/** The network as far as the command line and the settings of the folders allow it. */
async function remoteOf(locations: readonly string[], named: readonly string[] = []) {
  remoteFor({ remote: named });
  const listed = await Promise.all(locations.map(location => hostsOfSettings(undefined, resolve(location))));
  return openRemote({ hosts: [...named, ...listed.flat()], privateHosts: namedInFull(named), maxAge: REMOTE_AGE });
}

/** Before anything is opened or written: a folder that is not there is a slip of the hand. */
async function refuseMissing(locations: readonly string[]): Promise<void> {
  for (const location of locations) {
    const stats = await stat(location).catch(() => undefined);
    if (stats?.isDirectory()) continue;
    const reason = stats ? 'it is a file' : `nothing is at ${resolve(location)}`;
    throw faults.SOURCE_MISSING({ location, reason });
  }
}
