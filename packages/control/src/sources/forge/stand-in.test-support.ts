import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { serve } from '../../remote/test-support.ts';

/** A repository that the stand-in has. Tests change it as they like. */
export interface StandInRepository {
  id: number;
  name: string;
  files: Record<string, string>;
  branch?: string;
  archived?: boolean;
  fork?: boolean;
  topics?: string[];
  /** Nothing was ever pushed. */
  empty?: boolean;
  /** Counts pushes. */
  version?: number;
  truncated?: boolean;
}

/** A server on this machine that answers as the documentation of GitHub and GitLab says they do. */
export interface StandIn {
  readonly url: string;
  readonly repositories: StandInRepository[];
  /** Paths that were asked for, with the status of the answer. */
  readonly asked: string[];
  /** Answers every request like this instead, while it is set. */
  refuse:
    | ((path: string) => { status: number; body?: unknown; headers?: Record<string, string> } | undefined)
    | undefined;
}

export const TOKEN = 'ghp_0123456789';

/** Repositories on one page, whatever is asked for. */
const PAGE = 2;

/** Starts a stand-in that is stopped when the test is over. */
export async function standIn(kind: 'github' | 'gitlab', ...repositories: StandInRepository[]): Promise<StandIn> {
  const server = await serve((request, response) => answer(request, response));
  onTestFinished(() => server[Symbol.asyncDispose]());
  const base = kind === 'github' ? '/api/v3' : '/api/v4';
  const self: StandIn = {
    url: `http://127.0.0.1:${server.port}${base}`,
    repositories,
    asked: [],
    refuse: undefined,
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', self.url);
    const path = decodeURI(url.pathname.slice(base.length));
    function send(status: number, body: unknown, headers: Record<string, string> = {}): void {
      const text = Buffer.isBuffer(body) ? body : JSON.stringify(body);
      const etag = `W/"${createHash('sha1').update(text).digest('hex')}"`;
      const isKnown = status === 200 && request.headers['if-none-match'] === etag;
      self.asked.push(
        `${isKnown ? 304 : status} ${path}${url.searchParams.has('page') ? `?page=${url.searchParams.get('page')}` : ''}`,
      );
      response.writeHead(isKnown ? 304 : status, { etag, ...headers });
      response.end(isKnown ? undefined : text);
    }
    const refused = self.refuse?.(path);
    const found = (kind === 'github' ? gitHubAnswer : gitLabAnswer)(self, url, path);
    if (refused) send(refused.status, refused.body ?? { message: 'refused' }, refused.headers);
    else if (request.headers.authorization !== `Bearer ${TOKEN}`) send(401, { message: 'Bad credentials' });
    else if (found) send(found.status ?? 200, found.body, found.headers);
    else send(404, { message: 'Not Found' });
  }

  return self;
}

interface Found {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

function gitHubAnswer(self: StandIn, url: URL, path: string): Found | undefined {
  if (path === '/orgs/acme/repos') {
    const { items, next } = paged(self.repositories, url);
    const body = items.map(
      ({ id, name, branch = 'main', archived = false, fork = false, topics = [], version = 0 }) => {
        return { id, name, default_branch: branch, archived, fork, topics, pushed_at: `2026-11-21T09:00:0${version}Z` };
      },
    );
    return { body, headers: next ? { link: `<${next}>; rel="next", <${url}>; rel="first"` } : {} };
  }
  const [, name, kind, id] = /^\/repos\/acme\/([^/]+)\/git\/(trees|blobs)\/(.+)$/.exec(path) ?? [];
  const repository = self.repositories.find(one => one.name === name);
  if (!repository || id === undefined) return undefined;
  if (repository.empty) return { status: 409, body: { message: 'Git Repository is empty.' } };
  if (kind === 'blobs') return blob(repository, id);
  if (id !== encodeURIComponent(repository.branch ?? 'main') || url.searchParams.get('recursive') !== '1')
    return undefined;
  const tree = Object.entries(repository.files).map(([file, text]) => {
    return { path: file, mode: '100644', type: 'blob', sha: idOf(text), size: Buffer.byteLength(text) };
  });
  const folder = { path: 'folder', mode: '040000', type: 'tree', sha: '0'.repeat(40) };
  return { body: { sha: 'x', tree: [folder, ...tree], truncated: repository.truncated === true } };
}

function gitLabAnswer(self: StandIn, url: URL, path: string): Found | undefined {
  if (path === '/groups/acme%2Fshop/projects') {
    const { items, page } = paged(self.repositories, url);
    const body = items.map(({ id, name, branch = 'main', archived = false, fork = false, topics = [], empty }) => ({
      id,
      path_with_namespace: `acme/shop/${name}`,
      default_branch: empty ? null : branch,
      archived,
      topics,
      ...(fork && { forked_from_project: { id: 99 } }),
    }));
    return { body, headers: { 'x-next-page': page === undefined ? '' : String(page) } };
  }
  const [, id, rest = ''] = /^\/projects\/(\d+)\/repository\/(.*)$/.exec(path) ?? [];
  const repository = self.repositories.find(one => String(one.id) === id);
  if (!repository) return undefined;
  const commit = idOf(JSON.stringify(repository.files));
  const branch = encodeURIComponent(repository.branch ?? 'main');
  if (rest === `branches/${branch}`) return { body: { name: repository.branch, commit: { id: commit } } };
  const sha = /^blobs\/(\w+)\/raw$/.exec(rest)?.[1];
  if (sha !== undefined) return blob(repository, sha);
  if (rest !== 'tree' || url.searchParams.get('ref') !== commit) return undefined;
  const entries = Object.entries(repository.files).map(([file, text]) => ({
    path: file,
    mode: '100644',
    id: idOf(text),
  }));
  const start = Number(url.searchParams.get('page_token') ?? 0);
  const next = new URL(url);
  next.searchParams.set('page_token', String(start + PAGE));
  const headers = start + PAGE < entries.length ? { link: `<${next}>; rel="next"` } : {};
  return { body: entries.slice(start, start + PAGE), headers: headers as Record<string, string> };
}

function paged(all: readonly StandInRepository[], url: URL) {
  const page = Number(url.searchParams.get('page') ?? 1);
  const isMore = page * PAGE < all.length;
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  const items = all.slice((page - 1) * PAGE, page * PAGE);
  return { items, ...(isMore && { next: next.href, page: page + 1 }) };
}

function blob({ files }: StandInRepository, id: string): Found | undefined {
  const text = Object.values(files).find(one => idOf(one) === id);
  return text === undefined ? undefined : { body: Buffer.from(text) };
}

/** As git names a content. */
function idOf(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}
