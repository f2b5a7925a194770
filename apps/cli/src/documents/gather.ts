import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { folders, type Remote, type Source } from '@portolan/control/local';
import { faults } from '../faults.ts';
import { fileDocument } from './file-document.ts';
import { folderDocuments } from './folder-documents.ts';
import type { GivenDocument } from './given.ts';
import { isPattern, matching } from './matching.ts';
import { nothingAt } from './nothing-at.ts';
import { type RemoteChoice, remoteDocument, remoteFor } from './remote.ts';
import { stdinDocument } from './stdin-document.ts';

/** How to take the standard input, and which parts of the network may be read. */
export interface GatherOptions extends RemoteChoice {
  readonly stdinPath?: string;
}

/**
 * The documents that paths stand for, each once, in the order of the paths. A folder stands for what the catalog would
 * find in it, a pattern for the documents among the files that match, a file or an address for itself, and `-` for the
 * standard input.
 *
 * Faults: CLI_USAGE for a host that is none, CLI_PATH_MISSING for a path that stands for nothing, CLI_NO_DOCUMENTS when there is no document at all.
 */
export async function gather(paths: readonly string[], options: GatherOptions = {}): Promise<GivenDocument[]> {
  return [...(await gatherAll(paths, options)).documents];
}

/** What `gather` finds, with the folders among the paths as sources that have been scanned, by absolute path. */
export async function gatherAll(
  paths: readonly string[],
  options: GatherOptions = {},
): Promise<{ readonly documents: readonly GivenDocument[]; readonly folders: ReadonlyMap<string, Source> }> {
  const named = await Promise.all(paths.map(async path => ({ path, kind: await kindOf(path) })));
  const remote = remoteFor(
    options,
    named.filter(({ kind }) => kind === 'address').map(({ path }) => path),
  );
  const folderPaths = named.filter(({ kind }) => kind === 'folder').map(({ path }) => path);
  const given = folders(folderPaths, { remote });
  const sources = new Map(given.map(source => [resolve(source.location), source]));
  const found = new Map<string, GivenDocument>();
  for (const { path, kind } of named) {
    for (const document of await documentsOf(path, kind, sources.get(resolve(path)), remote, options)) {
      // The standard input is never the same as a file that stands where it would.
      const key = kind === 'stdin' ? '-' : resolve(document.location);
      if (!found.has(key)) found.set(key, document);
    }
  }
  if (found.size === 0) throw faults.NO_DOCUMENTS({ paths: listed(paths) });
  return { documents: [...found.values()], folders: sources };
}

type PathKind = 'stdin' | 'file' | 'folder' | 'pattern' | 'address';

async function documentsOf(
  path: string,
  kind: PathKind,
  source: Source | undefined,
  remote: Remote,
  { stdinPath = 'stdin.yaml' }: GatherOptions,
): Promise<GivenDocument[]> {
  if (source) return await folderDocuments(path, source);
  if (kind === 'address') return [remoteDocument(path, remote)];
  if (kind === 'stdin') return [stdinDocument(stdinPath, remote)];
  return kind === 'file' ? [fileDocument(path, remote)] : await matching(path, remote);
}

async function kindOf(path: string): Promise<PathKind> {
  if (path === '-') return 'stdin';
  if (/^https?:\/\//i.test(path)) return 'address';
  const stats = await stat(path).catch(() => undefined);
  if (stats) return stats.isDirectory() ? 'folder' : 'file';
  if (isPattern(path)) return 'pattern';
  throw await nothingAt(path);
}

function listed(paths: readonly string[]): string {
  const names = paths.map(path => (resolve(path) === process.cwd() ? 'this folder' : path));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
