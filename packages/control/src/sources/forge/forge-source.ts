import { join } from 'node:path';
import { digestOf } from '@portolan/base';
import type { Remote } from '../../remote/remote.ts';
import { isDocumentName, isWanted } from '../candidate.ts';
import { inBatches } from '../in-batches.ts';
import { listedSource } from '../listed.ts';
import type { ListedFile } from '../listing.ts';
import { polling } from '../polling.ts';
import type { Source } from '../port.ts';
import { type KeptRepository, keptIn } from './kept.ts';
import { type Forge, ForgeTrouble, type Repository } from './port.ts';

/** Which repositories of a forge are read, and which of their files may be documents. */
export interface Choice {
  /** Repositories that have one of these topics; none for all. */
  readonly topics: readonly string[];
  readonly archived: boolean;
  readonly forks: boolean;
  /** Folders whose YAML and JSON files are looked at whatever they are called. */
  readonly folders: readonly string[];
}

export interface ForgeSourceOptions {
  readonly name: string;
  readonly location: string;
  readonly forge: Forge;
  readonly choice: Choice;
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Folder of Portolan's data for copies of what is elsewhere. */
  readonly data: string;
  readonly remote?: Remote;
}

/** How long a scan waits for the forge when there is something to show (ms). */
const FIRST = 3_000;

/** Files that are asked for side by side: forges ask for few. */
const SIDE_BY_SIDE = 4;

/** Evidence that is written for Portolan. */
const EVIDENCE = /(^|\/)evidence\.ya?ml$/i;

/** Files of one repository that are read before anybody refers to them. */
const MOST_AHEAD = 500;

/**
 * All repositories of an organisation as one source, each in a folder of its name. Documents are the files with
 * `asyncapi` in their path, or in the folders that were chosen; whatever they refer to is loaded from their repositories.
 * A repository to which nothing was pushed is not asked for again, and a content never twice. What was read is kept, and
 * shown while the forge cannot be asked.
 */
export async function openForgeSource(options: ForgeSourceOptions): Promise<Source> {
  const { name, location, forge, choice, every, data, remote } = options;
  // Who chooses other files has to look at all repositories again.
  const chosen = digestOf([location, choice.folders]).slice('sha256:'.length, 23);
  const kept = keptIn(join(data, 'forge', `${name}-${chosen}`));
  let { byId: repositories, complete } = await kept.repositories();
  let shown = complete ? listingOf(repositories) : undefined;
  let problem: string | undefined;
  let hint = (): void => undefined;

  async function look(signal: AbortSignal): Promise<number> {
    const before = { problem, repositories, complete };
    const found = new Map<string, KeptRepository>();
    let wait = every;
    try {
      problem = troubleTold(await survey(found, signal));
      repositories = same(repositories, found) ? repositories : found;
      complete = true;
    } catch (error) {
      // What was learnt until then stays learnt; what was not reached stays as it was.
      const both = new Map([...repositories, ...found]);
      repositories = same(repositories, both) ? repositories : both;
      const { until } = error as Partial<ForgeTrouble>;
      if (until !== undefined) wait = Math.max(1_000, until - Date.now());
      problem = `Not all repositories can be read: ${(error as Error).message.replace(/\.$/, '')}${againAt(until)}.`;
    }
    if (signal.aborted) return wait;
    if (repositories !== before.repositories || complete !== before.complete) await takeOver();
    if (problem !== before.problem || repositories !== before.repositories) hint();
    return wait;
  }

  /** Shows what is known, once everything was reached: who was not reached yet is not gone. */
  async function takeOver(): Promise<void> {
    if (complete) shown = listingOf(repositories);
    await kept.keep({ byId: repositories, complete }).catch(error => {
      problem = `What was read cannot be kept: ${(error as Error).message}.`;
    });
  }

  /** Lists all repositories and those of their files that changed. Answers what went wrong with single ones. */
  async function survey(found: Map<string, KeptRepository>, signal: AbortSignal): Promise<string[]> {
    const troubles: string[] = [];
    for await (const repository of forge.repositories()) {
      if (signal.aborted) throw new ForgeTrouble('away', 'it was ended');
      if (!isChosen(repository, choice)) continue;
      const before = repositories.get(repository.id);
      try {
        const now = await caughtUp(repository, before);
        if (now) found.set(repository.id, before && isSame(before, now) ? before : now);
      } catch (error) {
        if (!(error instanceof ForgeTrouble) || error.kind === 'limited' || error.kind === 'away') throw error;
        if (before) found.set(repository.id, before);
        troubles.push(`${repository.path}: ${error.message}`);
      }
    }
    return troubles;
  }

  async function caughtUp(repository: Repository, before?: KeptRepository): Promise<KeptRepository | undefined> {
    const { id, path, branch, pushed } = repository;
    const facts = { id, path, branch, ...(pushed !== undefined && { pushed }) };
    if (before && pushed !== undefined && before.pushed === pushed) return { ...before, ...facts };
    const tree = await forge.files(
      repository,
      before?.branch === branch && before.mark !== '' ? before.mark : undefined,
    );
    if (tree === undefined) return { ...facts, mark: '', files: new Map() };
    if (tree === 'unchanged') return before && { ...before, ...facts };
    const files = new Map([...tree.files].filter(([file]) => isKept(file)));
    const documents = [...files.keys()].filter(file => mayBeDocument(file));
    await readAhead(
      repository,
      [...files].filter(([file]) => isAhead(file, documents)),
    );
    return { ...facts, mark: tree.mark, files: documents.length > 0 ? files : new Map() };
  }

  /** The files of all repositories, each below the name of its repository, and which of them are looked at. */
  function listingOf(all: ReadonlyMap<string, KeptRepository>) {
    const files = new Map<string, ListedFile>();
    const candidates = new Set<string>();
    for (const { path, files: its } of all.values()) {
      for (const [file, listed] of its) {
        files.set(`${path}/${file}`, listed);
        if (mayBeDocument(file) || EVIDENCE.test(file)) candidates.add(`${path}/${file}`);
      }
    }
    return { files, candidates };
  }

  function mayBeDocument(file: string): boolean {
    if (!isDocumentName(file)) return false;
    return /asyncapi/i.test(file) || choice.folders.some(folder => file.startsWith(`${folder}/`));
  }

  async function readAhead(repository: Repository, files: readonly (readonly [string, ListedFile])[]): Promise<void> {
    await inBatches(files.slice(0, MOST_AHEAD), SIDE_BY_SIDE, ([, { id }]) => content(repository, id));
  }

  async function content(repository: Repository, id: string): Promise<Uint8Array | undefined> {
    const here = await kept.blob(id);
    if (here) return here;
    const bytes = await forge.blob(repository, id);
    return bytes && (await kept.keepBlob(id, bytes)) ? bytes : undefined;
  }

  async function read(files: readonly ListedFile[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const contents = new Map<string, Uint8Array>();
    await inBatches(files, SIDE_BY_SIDE, async ({ id }) => {
      const bytes = (await kept.blob(id)) ?? (await fromAnyOf(id));
      if (bytes) contents.set(id, bytes);
    });
    return contents;
  }

  async function fromAnyOf(id: string): Promise<Uint8Array | undefined> {
    const holder = [...repositories.values()].find(({ files }) => [...files.values()].some(file => file.id === id));
    if (!holder) return undefined;
    return await content({ ...holder, isArchived: false, isFork: false, topics: [] }, id).catch(error => {
      if ((error as Partial<ForgeTrouble>).kind === 'missing') return undefined;
      throw error;
    });
  }

  const asking = polling(look);

  return listedSource({
    name,
    location,
    ...(remote && { remote }),
    mayBe: file => shown?.candidates.has(file) === true,
    shelf: {
      async list() {
        await asking.settled(shown ? FIRST : undefined);
        return { ...(shown && { files: shown.files }), ...(problem !== undefined && { problem }) };
      },
      read,
      refresh: () => asking.now(),
      watch(heard) {
        hint = heard;
        heard();
        return asking;
      },
    },
  });
}

function isChosen({ isArchived, isFork, topics }: Repository, choice: Choice): boolean {
  if ((isArchived && !choice.archived) || (isFork && !choice.forks)) return false;
  return choice.topics.length === 0 || choice.topics.some(topic => topics.includes(topic));
}

/** Files that documents are, refer to or are judged by. */
function isKept(file: string): boolean {
  const hidden = file.split('/').some(part => part.startsWith('.') || part === 'node_modules');
  return !hidden && (isWanted(file) || /\.(avsc|avdl|proto|xsd|md)$/i.test(file));
}

/** What is probably needed: documents, what stands beside them in folders of their own, settings and evidence. */
function isAhead(file: string, documents: readonly string[]): boolean {
  if (documents.length === 0) return false;
  if (documents.includes(file) || EVIDENCE.test(file) || /(^|\/)portolan\.ya?ml$/.test(file)) return true;
  return documents.some(document => {
    const folder = document.slice(0, document.lastIndexOf('/') + 1);
    return folder !== '' && file.startsWith(folder);
  });
}

function isSame(a: KeptRepository, b: KeptRepository): boolean {
  return (
    a.files === b.files && a.path === b.path && a.branch === b.branch && a.mark === b.mark && a.pushed === b.pushed
  );
}

function same(a: ReadonlyMap<string, KeptRepository>, b: ReadonlyMap<string, KeptRepository>): boolean {
  return a.size === b.size && [...b].every(([id, repository]) => a.get(id) === repository);
}

function troubleTold(troubles: readonly string[]): string | undefined {
  if (troubles.length === 0) return undefined;
  const more = troubles.length > 3 ? ` and ${troubles.length - 3} more` : '';
  return `Some repositories cannot be read: ${troubles.slice(0, 3).join('; ')}${more}.`;
}

function againAt(until: number | undefined): string {
  return until === undefined ? '' : `; it is asked again at ${new Date(until).toISOString().slice(0, 19)}Z`;
}
