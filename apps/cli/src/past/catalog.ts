import type { DocumentSummary, Page, RevisionPage, RevisionSummary } from '@portolan/server/port';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';
import { addressIn } from '../push/ask.ts';

/** The catalog of a Portolan that runs somewhere, over its REST API. */
export interface RemoteCatalog {
  /** All documents that it knows. */
  documents(): Promise<DocumentSummary[]>;
  /** What happened to a document, the newest first. */
  revisions(id: string): Promise<RevisionSummary[]>;
  /** A document as it was, with its files, the entry first. */
  revision(id: string, digest: string): Promise<RevisionPage>;
}

/** Milliseconds that a server may take for one answer. */
const PATIENCE = 30_000;

/**
 * Opens the catalog of a server: `https://portolan.example.com`. Nothing is asked before it is needed. A token in the
 * environment variable PORTOLAN_TOKEN is sent along.
 *
 * Faults: CLI_USAGE for what is no address; of each question CLI_SERVER_FAILED.
 */
export function openCatalog(server: string): RemoteCatalog {
  const base = addressIn(server, 'api/v1/documents', { option: '--server', command: 'portolan changelog' });
  const revisionsOf = (id: string) => `${base}/${encodeURIComponent(id)}/revisions`;
  return {
    documents: () => all<DocumentSummary>(base),
    revisions: id => all<RevisionSummary>(revisionsOf(id)),
    revision: async (id, digest) => (await answer(`${revisionsOf(id)}/${encodeURIComponent(digest)}`)) as RevisionPage,
  };
}

async function all<T>(address: string): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await answer(`${address}?limit=200${query}`)) as Page<T>;
    items.push(...page.items);
    if (page.next === undefined) return items;
    cursor = page.next;
  }
}

async function answer(address: string): Promise<unknown> {
  const token = process.env.PORTOLAN_TOKEN;
  const headers = { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const failed = (reason: string, cause?: unknown) => faults.SERVER_FAILED({ address, reason }, { cause });
  let response: Response;
  try {
    response = await fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    throw failed(reasonOf(cause instanceof Error ? cause : error), error);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body;
  const { detail } = (body ?? {}) as { detail?: string };
  throw failed(detail ?? `it answers ${response.status}`);
}
