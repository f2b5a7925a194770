import { setTimeout as wait } from 'node:timers/promises';

/** The API of a host of repositories, as one token may use it. */
export interface Api {
  /** Address that paths are relative to: `https://api.github.com`. */
  readonly url: string;
  readonly token: string;
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  readonly patience?: number;
}

/** An answer that is no success, and that asking again does not change. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, method: string, path: string) {
    super(`${method} ${path} was refused with ${status}`);
    this.status = status;
  }
}

const MOST_TRIES = 5;

/** The longest that a host may make us wait, in milliseconds. */
const LONGEST = 60_000;

/** Asks once, and again where the host or the network had a bad moment. Throws `Refused`, or what the network threw. */
export async function request(api: Api, method: string, path: string, body?: unknown): Promise<Response> {
  const address = new URL(path, `${api.url}/`);
  // A page that an answer names must not lead our token elsewhere.
  if (!address.href.startsWith(`${api.url}/`)) throw new Refused(0, method, path);
  for (let tries = 1; ; tries++) {
    const answer = await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${api.token}`,
        accept: 'application/vnd.github+json',
        'content-type': 'application/json',
        'user-agent': 'portolan-check',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(LONGEST),
    }).catch((error: unknown) => error as Error);
    if (answer instanceof Response && answer.ok) return answer;
    const pause = pauseAfter(answer, tries, api.patience ?? 500);
    if (pause !== undefined && tries < MOST_TRIES) {
      await (answer instanceof Response ? answer.body?.cancel() : undefined);
      await wait(pause);
      continue;
    }
    throw answer instanceof Response ? new Refused(answer.status, method, address.pathname) : answer;
  }
}

/** Every item of a list, page by page as the answers lead. */
export async function all<T>(api: Api, path: string): Promise<T[]> {
  const items: T[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const answer: Response = await request(api, 'GET', next);
    items.push(...((await answer.json()) as T[]));
    next = /<([^>]+)>;\s*rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  return items;
}

/** Milliseconds until it makes sense to ask again; undefined where it makes none. */
function pauseAfter(answer: Response | Error, tries: number, patience: number): number | undefined {
  const usual = patience * 2 ** (tries - 1);
  if (!(answer instanceof Response)) return usual;
  const asked = Number(answer.headers.get('retry-after') ?? Number.NaN) * 1000;
  // 403 with this header is a limit of how often one may ask, and no refusal.
  if (answer.status === 429 || (answer.status === 403 && asked >= 0))
    return asked > LONGEST ? undefined : Math.max(usual, asked || 0);
  return answer.status >= 500 ? usual : undefined;
}
