import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedFile, Listing } from '../listing.ts';

/** What is known of a repository since it was last listed. */
export interface KeptRepository {
  readonly id: string;
  readonly path: string;
  readonly branch: string;
  readonly mark: string;
  readonly pushed?: string;
  readonly files: Listing;
}

/** The repositories of an organisation. */
export interface KeptRepositories {
  readonly byId: ReadonlyMap<string, KeptRepository>;
  /** Whether all of them were ever reached. */
  readonly complete: boolean;
}

/** A copy of what a forge said, in a folder: it is there when the forge is not. */
export interface Kept {
  /** Nothing when nothing was ever kept, or what was kept cannot be understood. */
  repositories(): Promise<KeptRepositories>;
  /** Keeps all repositories, and lets go the contents that none of them has. */
  keep(kept: KeptRepositories): Promise<void>;
  blob(id: string): Promise<Uint8Array | undefined>;
  /** Keeps a content if it is the one of this id; answers whether it is. */
  keepBlob(id: string, content: Uint8Array): Promise<boolean>;
}

/** Raised when the form of what is kept changes. */
const VERSION = 1;

const NOTHING: KeptRepositories = { byId: new Map(), complete: false };

/** A file appears whole or not at all: a process may be killed at any moment. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, content, { flush: true });
  await rename(draft, path);
}

/** Opens the copy in a folder, which need not be there yet. */
export function keptIn(folder: string): Kept {
  const index = join(folder, 'repositories.json');
  const blobs = join(folder, 'blobs');

  return {
    async repositories() {
      const text = await readFile(index, 'utf8').catch(() => '{}');
      try {
        const { version, complete, repositories } = JSON.parse(text) as Index;
        if (version !== VERSION) return NOTHING;
        return { complete, byId: new Map(repositories.map(written => [written.id, read(written)])) };
      } catch {
        return NOTHING;
      }
    },
    async keep({ byId, complete }) {
      const written = [...byId.values()].map(({ files, ...rest }) => ({ ...rest, files: [...files] }));
      await writeWhole(index, JSON.stringify({ version: VERSION, complete, repositories: written } satisfies Index));
      const used = new Set(written.flatMap(({ files }) => files.map(([, { id }]) => id)));
      const there = await readdir(blobs).catch(() => []);
      await Promise.all(there.filter(id => !used.has(id)).map(id => rm(join(blobs, id), { force: true })));
    },
    blob: id => readFile(join(blobs, id)).catch(() => undefined),
    async keepBlob(id, content) {
      if (!isContentOf(id, content)) return false;
      await writeWhole(join(blobs, id), content);
      return true;
    },
  };
}

/** What stands in the file. */
interface Index {
  readonly version: number;
  readonly complete: boolean;
  readonly repositories: readonly Written[];
}

interface Written extends Omit<KeptRepository, 'files'> {
  readonly files: readonly (readonly [string, ListedFile])[];
}

function read({ files, ...rest }: Written): KeptRepository {
  return { ...rest, files: new Map(files) };
}

/** Git names a content by its hash, so whatever was cut or changed on the way shows. */
function isContentOf(id: string, content: Uint8Array): boolean {
  const hash = createHash(id.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex') === id;
}
