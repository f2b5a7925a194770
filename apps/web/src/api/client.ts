import type { Problem } from '@portolan/server/port';

/** An answer that is not the wanted one, as the server explained it (RFC 9457). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Values of query parameters; what is undefined or empty is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** Path of a part of the API below `/api/v1`, each id encoded as one segment whatever it holds. */
export function pathOf(kind: string, id?: string, rest?: string): string {
  return `/${kind}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${rest ?? ''}`;
}

/** `?a=1&b=2`, or nothing. */
export function queryOf(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  return params.size === 0 ? '' : `?${params}`;
}

/**
 * Reads one thing from the API.
 * @throws Refusal with the server's problem; or, when no server answers, with one that says so.
 */
export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return await ask<T>(`${path}${queryOf(query)}`, signal ? { signal } : {});
}

/** Sends something to the API, and reads the answer. @throws Refusal as `get` does */
export async function send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: unknown): Promise<T> {
  return await ask<T>(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

async function ask<T>(path: string, options: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      ...options,
      headers: { accept: 'application/json, application/problem+json', ...options.headers },
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Refusal(unanswered());
  }
  if (!response.ok) throw new Refusal(await problemOf(response));
  return (await response.json()) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Partial<Problem>;
    if (typeof body.title === 'string' && typeof body.status === 'number') {
      return { type: 'about:blank', detail: '', code: '', help: '', ...body, title: body.title, status: body.status };
    }
  } catch {
    // Not a problem of ours: something between the portal and the server answered.
  }
  return {
    type: 'about:blank',
    title: 'An answer that Portolan did not write',
    status: response.status,
    detail: `The address answered with status ${response.status} and no explanation.`,
    code: '',
    help: 'A proxy between this page and the server may have answered in its place.',
  };
}

function unanswered(): Problem {
  return {
    type: 'about:blank',
    title: 'Portolan does not answer',
    status: 0,
    detail: 'The server that this page came from cannot be reached.',
    code: '',
    help: 'Is `portolan up` still running? The page continues by itself as soon as the server is back.',
  };
}
