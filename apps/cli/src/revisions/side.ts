import { existsSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { decode, documentKindOf, type Load } from '@portolan/contract';
import type { Remote } from '@portolan/control';
import { fileDocument } from '../documents/file-document.ts';
import { gather } from '../documents/gather.ts';
import type { GivenDocument } from '../documents/given.ts';
import { slashed } from '../documents/paths.ts';
import { type RemoteChoice, remoteFor } from '../documents/remote.ts';
import { faults } from '../faults.ts';
import { type CatalogAddress, catalogAddress, catalogText } from '../past/catalog-address.ts';
import { openRevision, type Revision } from './git.ts';

/** One side of a comparison: documents as they are in files, or as they were in a revision. */
export interface GivenSide {
  /** The revision, as people wrote it; absent for files. */
  readonly revision?: string;
  readonly documents: readonly SideDocument[];
}

/** A document of one side. */
export interface SideDocument extends Pick<GivenDocument, 'location' | 'text' | 'load'> {
  /** Its way from what was named: what it is recognised by on the other side. '' where it was named itself. */
  readonly way: string;
  /** Where it stands on this machine, or would if the revision were checked out; of an address, the address. */
  readonly path: string;
  /** Folder that its location is relative to; absent where it stands on no disk. */
  readonly root?: string;
}

/**
 * The documents that an argument stands for: a file, a folder, an address, a document of a server's catalog, or
 * `REVISION:path` as git writes it. A file whose name looks like a revision is a file.
 *
 * Faults: those of `gather`, `openRevision` and `catalogText`; CLI_PATH_MISSING, CLI_NO_DOCUMENTS.
 */
export async function sideAt(argument: string, options: RemoteChoice): Promise<GivenSide> {
  const kept = catalogAddress(argument);
  if (kept) return await keptAt(argument, kept);
  const found = /^([^:]{2,}|@):(?!\/\/)(.*)$/s.exec(argument);
  if (!found || existsSync(argument)) return await filesAt(argument, options);
  const [, revision = '', path = ''] = found;
  // As in git, a path is from the top of the repository unless it begins with a dot.
  return await revisionAt(revision, path, /^\.\.?(\/|$)/.test(path) ? 'here' : 'top', options);
}

/** A document as a catalog kept it: what it refers to was kept with it, and no host is asked. */
async function keptAt(path: string, address: CatalogAddress): Promise<GivenSide> {
  const { location, text, revision, files } = await catalogText(address);
  const load: Load = wanted => files.get(wanted);
  return { revision, documents: [{ location, text: async () => text, load, way: '', path }] };
}

/** Documents of files: those of a folder by their way inside it. */
export async function filesAt(path: string, options: RemoteChoice): Promise<GivenSide> {
  const given = await gather([path], options);
  const root = resolve(path);
  const network = remoteFor(options);
  const documents = given.map(({ location, text, load }) => {
    const remote = /^https?:/i.test(location);
    const file = remote ? location : resolve(location);
    // As in a revision, references may lead anywhere in the repository, and not only into the folder.
    return {
      location,
      text,
      load: remote ? load : fileDocument(location, network).load,
      way: remote ? '' : slashed(relative(root, file)),
      path: file,
      ...(!remote && { root: process.cwd() }),
    };
  });
  return { documents };
}

/** Documents of a revision, below a path from this folder or from the top of the repository. */
export async function revisionAt(
  name: string,
  path: string,
  from: 'here' | 'top',
  options: RemoteChoice,
): Promise<GivenSide> {
  const revision = await openRevision(name);
  const inside = from === 'top' ? path.replace(/\/$/, '') : slashed(relative(revision.top, resolve(path)));
  const load = loadOf(revision, remoteFor(options));
  const document = (file: string): SideDocument => ({
    // From the top of the repository, as git writes it: `HEAD~1:specs/orders.yaml`.
    location: file,
    path: resolve(revision.top, file),
    root: revision.top,
    way: inside === file ? '' : file.slice(inside === '' ? 0 : inside.length + 1),
    text: async () => decode((await revision.read([file])).get(file) ?? Buffer.alloc(0)),
    load,
  });
  if (revision.files.includes(inside)) return { revision: name, documents: [document(inside)] };
  const below = revision.files.filter(file => inside === '' || file.startsWith(`${inside}/`));
  if (below.length === 0) throw missing(revision, inside);
  const candidates = below.filter(file => /\.(ya?ml|json)$/i.test(file) && !/(^|\/)(\.|node_modules\/)/.test(file));
  const texts = await revision.read(candidates);
  const files = candidates.filter(file => documentKindOf(decode(texts.get(file) ?? Buffer.alloc(0))) !== undefined);
  return { revision: name, documents: files.map(document) };
}

function missing(revision: Revision, path: string): Error {
  const meant = revision.files.find(file => basename(file) === basename(path));
  const hint = meant === undefined ? '' : `Did you mean ${revision.name}:${meant}? `;
  return faults.PATH_MISSING({
    path: `${revision.name}:${path}`,
    hint,
    folder: `the top of the repository, ${revision.top}`,
  });
}

function loadOf(revision: Revision, remote: Remote): Load {
  return async location => {
    if (/^https?:/i.test(location)) return await remote.load(location);
    const bytes = (await revision.read([location])).get(location);
    return bytes && decode(bytes);
  };
}
