import { faults } from '../faults.ts';
import { openCatalog } from './catalog.ts';

/** A document of a server's catalog at one of its revisions. */
export interface CatalogAddress {
  /** Address of the server: `https://portolan.example.com`. */
  readonly server: string;
  /** Id of the document: `shop/orders.yaml`. */
  readonly id: string;
  /** `latest`, `previous`, or a digest or its beginning. */
  readonly revision: string;
}

/** A document as the catalog kept it, with its own files. */
export interface CatalogText {
  readonly location: string;
  readonly text: string;
  /** The beginning of its digest, for people. */
  readonly revision: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * What an address means in a catalog: `…/documents/ID@REVISION` as on the pages, or `…/api/v1/documents/ID` as in the API,
 * with `@REVISION` or `/revisions/DIGEST`. Undefined for any other address.
 */
export function catalogAddress(address: string): CatalogAddress | undefined {
  const found =
    /^(https?:\/\/.+?)\/api\/v1\/documents\/([^/@?#]+)(?:\/revisions\/|@)?([^/@?#]+)?$/i.exec(address) ??
    /^(https?:\/\/.+?)\/documents\/([^/@?#]+)@([^/@?#]+)$/i.exec(address);
  if (!found) return undefined;
  const [, server = '', id = '', revision = 'latest'] = found;
  return { server, id: decoded(id), revision: decoded(revision) };
}

/**
 * The document at an address of a catalog.
 *
 * Faults: those of `openCatalog`; CLI_REVISION_MISSING.
 */
export async function catalogText({ server, id, revision }: CatalogAddress): Promise<CatalogText> {
  const catalog = openCatalog(server);
  const kept = (await catalog.revisions(id)).flatMap(({ digest }) => digest ?? []);
  const place = { latest: 0, previous: 1 }[revision];
  const matching = kept.filter(digest => bare(digest).startsWith(bare(revision)));
  const digest = place === undefined ? (matching.length === 1 ? matching[0] : undefined) : kept[place];
  if (digest === undefined) {
    const known = kept.slice(0, 5).map(short).join(', ') || 'none';
    throw faults.REVISION_MISSING({ revision, document: id, known });
  }
  const { files } = await catalog.revision(id, digest);
  const [entry] = files;
  if (!entry) throw faults.SERVER_FAILED({ address: server, reason: `it gives no file of ${id}` });
  return {
    location: entry.location,
    text: entry.text,
    revision: short(digest),
    files: new Map(files.map(file => [file.location, file.text])),
  };
}

function bare(digest: string): string {
  return digest.replace(/^sha256:/, '');
}

function short(digest: string): string {
  return bare(digest).slice(0, 10);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
