import { type Answer, type Asker, askerOf } from '../forge/ask.ts';
import { type Forge, ForgeTrouble, type Repository } from '../forge/port.ts';
import type { ListedFile } from '../listing.ts';
import type { SecretRef } from '../secret.ts';

/** Where GitLab is, and whose projects are read. */
export interface GitLabOptions {
  /** `https://gitlab.example.com/api/v4`. */
  readonly base: string;
  /** A group with its path, `shop/platform`, or a user. */
  readonly group: string;
  readonly token?: SecretRef;
}

interface ProjectAnswer {
  readonly id: number;
  readonly path_with_namespace: string;
  /** Absent for an empty repository. */
  readonly default_branch?: string | null;
  readonly archived?: boolean;
  readonly forked_from_project?: object | null;
  readonly topics?: readonly string[];
}

interface BranchAnswer {
  readonly commit: { readonly id: string };
}

interface EntryAnswer {
  readonly id: string;
  readonly path: string;
  readonly mode: string;
}

/** The projects of a group with all groups inside it, or of a user, on GitLab over version 4 of its REST API. */
export function gitLab({ base, group, token }: GitLabOptions): Forge {
  const asker = askerOf({ base, headers: { accept: 'application/json' }, ...(token && { token }) });
  const at = ({ id }: Repository) => `/projects/${id}/repository`;

  return {
    async *repositories() {
      for await (const { body } of projects(asker, group)) {
        for (const project of body as readonly ProjectAnswer[]) {
          if (project.default_branch) yield repositoryOf(project, project.default_branch, group);
        }
      }
    },
    async files(repository, mark) {
      const branch = await asker.json(`${at(repository)}/branches/${encodeURIComponent(repository.branch)}`);
      const commit = (branch.body as BranchAnswer).commit.id;
      // What is said of a project does not tell when something was pushed; the commit does.
      if (commit === mark) return 'unchanged';
      const files = new Map<string, ListedFile>();
      const first = `${at(repository)}/tree?ref=${commit}&recursive=true&pagination=keyset&per_page=100`;
      for (let path: string | undefined = first; path !== undefined; ) {
        const page: Answer | 'unchanged' = await asker.jsonUnless(path, undefined);
        if (page === 'unchanged') break;
        for (const { id, path: location, mode } of page.body as readonly EntryAnswer[]) {
          if (mode.startsWith('100')) files.set(location, { id });
        }
        // Older servers page by numbers whatever they are asked for.
        const number = page.headers['x-next-page'];
        path = page.next ?? (number ? `${first}&page=${number}` : undefined);
      }
      return { mark: commit, files };
    },
    blob: (repository, id) => asker.bytes(`${at(repository)}/blobs/${id}/raw`),
  };
}

/** Pages of projects, each naming the next one in `X-Next-Page`. */
async function* projects(asker: Asker, group: string): AsyncGenerator<Answer> {
  const name = encodeURIComponent(group);
  const lists = [
    `/groups/${name}/projects?include_subgroups=true&with_shared=false&order_by=id&sort=asc&per_page=100`,
    `/users/${name}/projects?order_by=id&sort=asc&per_page=100`,
  ];
  for (const [n, list] of lists.entries()) {
    try {
      for (let page = '1'; page !== ''; ) {
        const answer = await asker.json(`${list}&page=${page}`);
        yield answer;
        page = /^\d+$/.exec(answer.headers['x-next-page'] ?? '')?.[0] ?? '';
      }
      return;
    } catch (error) {
      // A user is no group.
      if (n > 0 || !(error instanceof ForgeTrouble) || error.kind !== 'missing') throw error;
    }
  }
}

function repositoryOf(project: ProjectAnswer, branch: string, group: string): Repository {
  const { id, path_with_namespace: whole, archived, forked_from_project: origin, topics = [] } = project;
  const path = whole.toLowerCase().startsWith(`${group.toLowerCase()}/`) ? whole.slice(group.length + 1) : whole;
  return { id: String(id), path, branch, isArchived: archived === true, isFork: Boolean(origin), topics };
}
