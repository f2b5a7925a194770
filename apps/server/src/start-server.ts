import type { AddressInfo } from 'node:net';
import {
  type Access,
  type Catalog,
  type Log,
  openWatches,
  type Reviews,
  type Telling,
  type Watches,
  type WatchOptions,
  withoutAccounts,
} from '@portolan/control';
import type { FastifyInstance } from 'fastify';
import { eventsAfter } from './changes/events-after.ts';
import { faults } from './faults.ts';
import { createApp } from './http/create-app.ts';
import { drainable } from './http/drain.ts';
import { createMetrics } from './http/metrics.ts';
import type { Serving } from './http/serving.ts';
import { createStreams, type StreamLimits } from './http/streams.ts';
import { createLog } from './log.ts';
import { VERSION } from './version.ts';
import { type Ahead, aheadOf } from './views/ahead.ts';

/** How to serve. */
export interface ServerOptions {
  /**
   * The catalog to show, which the server owns from now on. While it is still a promise, the server listens already and
   * answers that it is loading; when it fails, the server closes itself, and the caller hears it from the promise.
   */
  readonly catalog: Catalog | Promise<Catalog>;
  /** Default 127.0.0.1: this machine alone. */
  readonly host?: string;
  /** Default 4400; 0 lets the system choose. */
  readonly port?: number;
  /** Folder of the built portal. */
  readonly webRoot?: string;
  /** Names besides localhost to answer for while only this machine is served, such as the one of a proxy. */
  readonly hosts?: readonly string[];
  readonly log?: Log;
  /** Who may do what; without it everybody may do everything. Its store is closed with the catalog. */
  readonly access?: Access;
  /** Whether documents may be pushed although there are no accounts; with accounts, they may be. */
  readonly allowPush?: boolean;
  /** Where people find the portal, when that is not the address it listens on: `https://portolan.example.com`. */
  readonly publicUrl?: string;
  /** Addresses or networks of proxies that say truly where a request comes from. */
  readonly proxies?: readonly string[];
  readonly streams?: Partial<StreamLimits>;
  /** How addresses are told of changes; without it none are. */
  readonly watches?: Pick<WatchOptions, 'store' | 'key' | 'privateHosts' | 'pace'>;
  /** What pipelines sent and people decided about changes; without it none of that is kept. */
  readonly reviews?: Reviews;
}

/** A server that listens. */
export interface Server {
  /** Where the portal is: `http://127.0.0.1:4400`. */
  readonly url: string;
  /** Ends streams, lets requests finish (for at most five seconds), and closes the catalog with its store. */
  close(): Promise<void>;
}

/** How long requests may take to finish when the server closes, in milliseconds. */
const DRAIN = 5_000;

/**
 * Starts the server and resolves when it listens.
 *
 * Faults: SERVER_PORT_IN_USE, SERVER_ADDRESS_REFUSED.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { host = '127.0.0.1', port = 4400, log = createLog() } = options;
  const loading = Promise.resolve(options.catalog);
  const access = options.access ?? withoutAccounts(log);
  const streams = createStreams(options.streams);
  const metrics = createMetrics(() => streams.size);
  let catalog: Catalog | undefined;
  let watches: (Watches & Telling) | undefined;
  let ahead: Ahead | undefined;
  let closing: Promise<void> | undefined;
  let url = '';

  const serving: Serving = {
    version: VERSION,
    log,
    metrics,
    streams,
    access,
    takesPushes: access.mode !== 'open' || options.allowPush === true,
    publicUrl: () => options.publicUrl?.replace(/\/+$/, '') ?? url,
    keepsWatches: options.watches !== undefined,
    ...(options.reviews && { reviews: options.reviews }),
    watches: () => watches,
    catalog: () => catalog,
    isClosing: () => closing !== undefined,
  };
  const app = createApp(serving, { ...options, host, hosts: hostsOf(options) });
  const drain = drainable(app.server);

  function close(): Promise<void> {
    closing ??= shutDown();
    return closing;
  }

  async function shutDown(): Promise<void> {
    streams.close();
    const drained = drain(DRAIN);
    await app.close();
    drained();
    metrics.close();
    ahead?.[Symbol.dispose]();
    await watches?.[Symbol.asyncDispose]();
    await loading.then(
      opened => opened.close(),
      () => undefined,
    );
    log.info({}, 'stopped');
  }

  try {
    await listen(app, host, port);
  } catch (error) {
    // Not waited for: documents may still be read, and whoever started us should hear of the address now.
    void close();
    throw error;
  }
  url = urlOf(app.server.address() as AddressInfo, host);
  log.info({ url }, 'listening');

  loading.then(
    opened => {
      catalog = opened;
      metrics.drawn(opened.snapshot());
      ahead = closing ? undefined : aheadOf(opened.snapshot);
      ahead?.soon();
      if (options.watches && !closing) {
        const source = serving.publicUrl;
        watches = openWatches({ ...options.watches, eventsAfter: eventsAfter(serving), source, log });
      }
      opened.onChange(({ snapshot, documents }) => {
        metrics.drawn(snapshot);
        watches?.nudge();
        streams.tell({ digest: snapshot.digest, sequence: snapshot.sequence, documents });
        ahead?.soon();
      });
    },
    () => close(),
  );
  return { url, close };
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw faults.PORT_IN_USE({ host, port }, { cause: error });
    throw faults.ADDRESS_REFUSED({ host, port, reason: message }, { cause: error });
  }
}

/** Names to answer for: those that are named, and the one that people are told. */
function hostsOf({ hosts = [], publicUrl }: ServerOptions): readonly string[] {
  return publicUrl === undefined ? hosts : [...hosts, new URL(publicUrl).hostname];
}

/** An address that a browser on this machine can open. */
function urlOf({ port, family }: AddressInfo, host: string): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return family === 'IPv6' && host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}
