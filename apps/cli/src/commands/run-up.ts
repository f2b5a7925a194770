import { resolve } from 'node:path';
import { folderAt, namedSource, openCatalog, openRemote, reviewsOf } from '@portolan/control';
import { createLog, type LogOptions, startServer } from '@portolan/server';
import { accessOf, invitationOf, warningOf } from '../access/access-of.ts';
import type { AccessOptions } from '../access/access-options.ts';
import { hostsOfSettings, namedInFull, remoteFor } from '../documents/remote.ts';
import { installationKey } from '../up/installation-key.ts';
import { openSources } from '../up/open-sources.ts';
import { openStore } from '../up/open-store.ts';
import { signalled } from '../up/signalled.ts';
import { greeting, summaryOf } from '../up/summary.ts';
import { webRoot } from '../up/web-root.ts';

/** Options of `up`, as the command line gives them. */
export interface UpOptions extends AccessOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** Further sources, as `name=where`. */
  readonly source?: readonly string[];
  /** Address of a PostgreSQL that keeps the revisions, instead of the folder. */
  readonly store?: string;
  /** Names that a proxy asks for, beside those of this machine. */
  readonly allowHost?: readonly string[];
  /** Whether documents may be pushed although there are no accounts. */
  readonly allowPush?: boolean;
  /** Hosts in a private network that may be told of changes. */
  readonly tellHost?: readonly string[];
  /** Whether modules of rules that settings name are run. */
  readonly allowPlugins?: boolean;
  /** Hosts that references may be loaded from, beside those that settings of the folders list. */
  readonly remote?: readonly string[];
  readonly logLevel: LogOptions['level'];
}

/**
 * Serves the chart of folders and other sources until somebody ends it.
 *
 * Faults: CONTROL_SOURCE_MISSING, CONTROL_SOURCE_TWICE, CONTROL_SOURCE_ADDRESS and CONTROL_SECRET_MISSING for
 * sources, those of the store and of `installationKey` for the data,
 * those of the server for the address.
 */
export async function runUp(given: readonly string[], options: UpOptions): Promise<number> {
  const { port, host, logLevel, allowHost: hosts, allowPlugins: plugins = false } = options;
  const named = (options.source ?? []).map(namedSource);
  const locations = given.length > 0 || named.length > 0 || options.allowPush ? given : ['.'];
  const onDisk = [...locations, ...named.flatMap(({ folder = [] }) => folder)];
  await Promise.all([...locations.map(folderAt), ...named.map(source => source.check())]);
  const ended = signalled();
  const log = createLog({ level: logLevel });
  const remote = await remoteOf(onDisk, options.remote);
  const { store, place } = await openStore(options);
  const access = await accessOf(store.access, options);
  const key = await installationKey(options);
  const setup = await access.accounts?.setupSecret();
  const sources = openSources(locations, named, { data: options.data, remote, plugins }).catch(async error => {
    await store[Symbol.asyncDispose]();
    throw error;
  });
  const catalog = sources.then(opened => openCatalog({ store, sources: opened, log, remote }));
  // It is awaited below; until then a failure must not count as one that nobody looks at.
  catalog.catch(() => undefined);
  const portal = webRoot();
  const server = await startServer({
    catalog,
    host,
    port,
    log,
    access,
    reviews: reviewsOf(store),
    ...(key && { watches: { store, key, privateHosts: options.tellHost ?? [] } }),
    ...(options.allowPush && { allowPush: true }),
    ...(options.publicUrl && { publicUrl: options.publicUrl }),
    ...(options.trustProxy && { proxies: options.trustProxy }),
    ...(hosts && { hosts }),
    ...(portal && { webRoot: portal }),
  });
  const url = options.publicUrl ?? server.url;
  console.info(greeting(url, portal !== undefined));
  const warning = warningOf(access, options);
  if (warning !== undefined) console.warn(warning);
  if (setup !== undefined) console.info(invitationOf(url, setup));
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
