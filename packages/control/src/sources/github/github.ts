import { type Answer, type Asker, askerOf } from '../forge/ask.ts';
import { type Forge, ForgeTrouble, type Repository } from '../forge/port.ts';
import type { ListedFile } from '../listing.ts';
import type { SecretRef } from '../secret.ts';

/** Where GitHub is, and whose repositories are read. */
export interface GitHubOptions {
  /** `https://api.github.com`, or `https://github.example.com/api/v3`. */
  readonly base: string;
  /** An organisation or a user. */
  readonly owner: string;
  readonly token?: SecretRef;
}

/** As the documentation of the REST API, version 2022-11-28, has it. */
const HEADERS = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };

interface RepositoryAnswer {
  readonly id: number;
  readonly name: string;
  readonly default_branch: string;
  readonly archived?: boolean;
  readonly disabled?: boolean;
  readonly fork: boolean;
  readonly topics?: readonly string[];
  readonly pushed_at?: string | null;
}

interface TreeAnswer {
  readonly tree: readonly {
    readonly path: string;
    readonly mode: string;
    readonly sha: string;
    readonly size?: number;
  }[];
  readonly truncated: boolean;
}

/** The repositories of an organisation or a user on GitHub, over its REST API. */
export function gitHub({ base, owner, token }: GitHubOptions): Forge {
  const asker = askerOf({ base, headers: HEADERS, ...(token && { token }) });
  const at = ({ path }: Repository) => `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(path)}`;

  return {
    async *repositories() {
      for await (const { body } of pages(asker, owner)) {
        for (const repository of body as readonly RepositoryAnswer[]) yield repositoryOf(repository);
      }
    },
    async files(repository, mark) {
      const path = `${at(repository)}/git/trees/${encodeURIComponent(repository.branch)}?recursive=1`;
      const answer = await asker.jsonUnless(path, mark).catch(error => {
        if (error instanceof ForgeTrouble && error.kind === 'empty') return undefined;
        throw error;
      });
      if (answer === undefined || answer === 'unchanged') return answer;
      const { tree, truncated } = answer.body as TreeAnswer;
      if (truncated)
        throw new ForgeTrouble('odd', 'it has more files than GitHub lists: name it as a source of its own');
      const files = new Map<string, ListedFile>();
      for (const { path: location, mode, sha, size } of tree) {
        if (mode.startsWith('100')) files.set(location, { id: sha, ...(size !== undefined && { size }) });
      }
      return { mark: answer.headers.etag ?? '', files };
    },
    blob: (repository, id) =>
      asker.bytes(`${at(repository)}/git/blobs/${id}`, { accept: 'application/vnd.github.raw+json' }),
  };
}

/** Organisations and users have lists of their own; the name alone does not tell which it is. */
async function* pages(asker: Asker, owner: string): AsyncGenerator<Answer> {
  const name = encodeURIComponent(owner);
  let answer = await asker.json(`/orgs/${name}/repos?per_page=100`).catch(error => {
    if (error instanceof ForgeTrouble && error.kind === 'missing') return undefined;
    throw error;
  });
  answer ??= await asker.json(`/users/${name}/repos?per_page=100`);
  for (;;) {
    yield answer;
    if (answer.next === undefined) return;
    answer = await asker.json(answer.next);
  }
}

function repositoryOf(repository: RepositoryAnswer): Repository {
  const { id, name, default_branch: branch, archived, disabled, fork, topics = [], pushed_at: pushed } = repository;
  return {
    id: String(id),
    path: name,
    branch,
    isArchived: archived === true || disabled === true,
    isFork: fork,
    topics,
    ...(pushed && { pushed: `${pushed} ${branch}` }),
  };
}
