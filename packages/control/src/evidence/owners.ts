import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { DocumentBeside } from '@portolan/chart';
import { CODEOWNERS_PLACES, type Codeowners, readCodeowners } from '@portolan/evidence';
import { foldersUp, slashed } from '../settings/places.ts';
import { ON_DISK, type SettingsFiles } from '../settings/settings-files.ts';

/** Finds the teams that answer for files. What was read once is kept until `refresh`. */
export interface OwnersReader {
  /**
   * The team for a file by its absolute path, by the CODEOWNERS of its repository; outside of one, by the nearest above
   * it. Undefined where there is none.
   */
  of(file: string): Promise<DocumentBeside['owner']>;
  /** Everything may have changed: look again when somebody asks. */
  refresh(): void;
}

/** A longer file is none; GitHub takes none either. */
const LONGEST = 3 * 1024 * 1024;

/**
 * @param top outside of a repository, the file is looked for up to this folder
 * @param files where files are; on the disk unless told otherwise
 * @param shown a path as people see it
 */
export function openOwners(
  top: string,
  shown: (path: string) => string = slashed,
  files: SettingsFiles = ON_DISK,
): OwnersReader {
  /** By folder: where its CODEOWNERS is, and the folder that its paths begin at. */
  let places = new Map<string, { readonly path: string; readonly base: string } | undefined>();
  let known = new Map<string, Promise<Codeowners>>();
  /** By path, whether it is there: the folders of a source have the same ones above them. */
  let there = new Map<string, boolean>();
  let repositories = new Map<string, string | undefined>();

  function has(path: string): boolean {
    const is = there.get(path) ?? files.has(path);
    there.set(path, is);
    return is;
  }

  /** The top of the repository that a folder is in. */
  function repositoryOf(folder: string): string | undefined {
    if (repositories.has(folder)) return repositories.get(folder);
    const above = dirname(folder);
    const found = existsSync(resolve(folder, '.git')) ? folder : above === folder ? undefined : repositoryOf(above);
    repositories.set(folder, found);
    return found;
  }

  function placeFor(folder: string) {
    if (!places.has(folder)) {
      const repository = repositoryOf(folder);
      const candidates = (repository === undefined ? foldersUp(folder, top) : [repository]).flatMap(base =>
        CODEOWNERS_PLACES.map(place => ({ path: resolve(base, place), base })),
      );
      places.set(
        folder,
        candidates.find(({ path }) => has(path)),
      );
    }
    return places.get(folder);
  }

  async function read(path: string): Promise<Codeowners> {
    const text = (await files.text(path)) ?? '';
    return readCodeowners(shown(path), text.length > LONGEST ? '' : text);
  }

  return {
    async of(file) {
      const place = placeFor(dirname(file));
      if (!place) return undefined;
      const reading = known.get(place.path) ?? read(place.path);
      known.set(place.path, reading);
      return (await reading).teamOf(slashed(relative(place.base, file)));
    },
    refresh() {
      places = new Map();
      known = new Map();
      there = new Map();
      repositories = new Map();
    },
  };
}

/** What is known of some documents of a source beside their texts, by path. Those of which nothing is are left out. */
export async function besideOf(
  paths: readonly string[],
  owners: OwnersReader,
  fileOf: (path: string) => string,
  committedAt: (file: string) => DocumentBeside['committed'] = () => undefined,
): Promise<ReadonlyMap<string, DocumentBeside>> {
  const found = new Map<string, DocumentBeside>();
  for (const path of paths) {
    const file = fileOf(path);
    const [owner, committed] = [await owners.of(file), committedAt(file)];
    if (owner || committed) found.set(path, { ...(owner && { owner }), ...(committed && { committed }) });
  }
  return found;
}
