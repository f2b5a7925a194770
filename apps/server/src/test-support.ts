import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Catalog, folders, type Log, openCatalog } from '@portolan/control';
import { openSqlite } from '@portolan/stores/sqlite';
import { onTestFinished } from 'vitest';
import { type Server, type ServerOptions, startServer } from './start-server.ts';
import { type Known, known } from './views/known.ts';

/** The example organisations of this checkout. */
export const EXAMPLES = ['ordering', 'commerce', 'farm'].map(name =>
  fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url)),
);

/** A log that nobody reads. */
export const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An empty folder that goes away after the test. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'portolan-server-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Writes files by path into a folder, and answers the folder. */
export function filled(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A catalog of these folders with its store in another. Whoever opens it closes it. */
export async function catalogIn(data: string, ...locations: readonly string[]): Promise<Catalog> {
  const store = await openSqlite(join(data, 'portolan.db'));
  return await openCatalog({ store, sources: folders(locations) });
}

/** The same with a store that goes away after the test. */
export function catalogOf(...locations: readonly string[]): Promise<Catalog> {
  return catalogIn(temporaryFolder(), ...locations);
}

/** What is known of these folders at this moment. */
export async function knownOf(...locations: readonly string[]): Promise<Known> {
  const catalog = await catalogOf(...locations);
  const answer = known(catalog.snapshot());
  await catalog.close();
  return answer;
}

/** A server on a free port, closed after the test. */
export async function serve(options: ServerOptions): Promise<Server> {
  const server = await startServer({ port: 0, log: SILENT, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** A server over these folders. */
export async function serveFolders(...locations: readonly string[]): Promise<Server> {
  return await serve({ catalog: await catalogOf(...locations) });
}

/** A small document about a service that sends or receives one message on one channel. */
export function document(title: string, action: 'send' | 'receive' = 'send', more = ''): string {
  return `asyncapi: 3.0.0
info: { title: ${title}, version: 1.0.0, description: The service ${title}. }
servers:
  production: { host: kafka.example.com:9092, protocol: kafka }
channels:
  placed:
    address: orders.placed
    messages:
      OrderPlaced:
        contentType: application/json
        payload: { type: object, properties: { orderId: { type: string }, total: { type: number } } }
operations:
  ${action}Placed: { action: ${action}, channel: { $ref: '#/channels/placed' } }
${more}`;
}
