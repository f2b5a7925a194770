import { safeFetch } from '../../remote/safe-fetch.ts';
import type { SecretRef } from '../secret.ts';
import { ForgeTrouble } from './port.ts';

/** How the API of a forge is asked. */
export interface AskOptions {
  /** `https://api.github.com`, without a slash at the end. */
  readonly base: string;
  readonly token?: SecretRef;
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer in JSON, and where the next page of it is. */
export interface Answer {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** From the `Link` header (RFC 8288), as a path below the base. */
  readonly next?: string;
}

/** Asks an API, politely: pages that did not change since the last time are not sent again. */
export interface Asker {
  /** @throws ForgeTrouble */
  json(path: string): Promise<Answer>;
  /** As `json`, but `unchanged` when the answer still has this tag. */
  jsonUnless(path: string, tag: string | undefined): Promise<Answer | 'unchanged'>;
  /** @throws ForgeTrouble */
  bytes(path: string, headers?: Readonly<Record<string, string>>): Promise<Uint8Array>;
}

/** Bytes of an answer at most, and milliseconds for it. */
const LIMITS = { maxBytes: 32 * 1024 * 1024, timeout: 30_000 };

/** How long to wait when a forge says that it was asked too often, but not until when (ms): what GitHub asks for. */
const PAUSE = 60_000;

/** Opens an API. Nothing is asked yet. Only the host that a person named is ever asked, redirects included. */
export function askerOf({ base, token, headers }: AskOptions): Asker {
  const { hostname } = new URL(base);
  /** Answers by path, as long as the forge says that they are still good. */
  const known = new Map<string, { readonly tag: string; readonly answer: Answer }>();

  async function ask(path: string, more: Readonly<Record<string, string>>) {
    const secret = await token?.read();
    const answer = await safeFetch(`${base}${path}`, {
      hosts: [hostname],
      // Whoever starts Portolan names the host; that it is one of their own network is what they mean.
      privateHosts: [hostname],
      headers: { ...headers, ...(secret !== undefined && { authorization: `Bearer ${secret}` }), ...more },
      ...LIMITS,
    }).catch(error => {
      throw new ForgeTrouble('away', (error as Error).message.replace(/\.$/, ''));
    });
    if (answer.status === 200 || answer.status === 304) return answer;
    throw troubleOf(answer.status, answer.headers, path);
  }

  async function conditional(path: string, tag: string | undefined): Promise<Answer | 'unchanged'> {
    const { status, headers: got, body } = await ask(path, tag === undefined ? {} : { 'if-none-match': tag });
    if (status === 304) return 'unchanged';
    let parsed: unknown;
    try {
      parsed = JSON.parse(new TextDecoder().decode(body));
    } catch {
      throw new ForgeTrouble('odd', `${base} does not answer with JSON: is it the address of the API?`);
    }
    const next = nextIn(got.link, base);
    return { body: parsed, headers: got, ...(next !== undefined && { next }) };
  }

  return {
    async json(path) {
      const before = known.get(path);
      const answer = await conditional(path, before?.tag);
      if (answer === 'unchanged') return (before as { answer: Answer }).answer;
      // The last page says no more that it is not the last one when it is full and stays as it is.
      const isLast = answer.next === undefined && !answer.headers['x-next-page'];
      if (answer.headers.etag && !isLast) known.set(path, { tag: answer.headers.etag, answer });
      else known.delete(path);
      return answer;
    },
    jsonUnless: conditional,
    bytes: async (path, more = {}) => (await ask(path, more)).body,
  };
}

function troubleOf(status: number, headers: Readonly<Record<string, string>>, path: string): ForgeTrouble {
  const isLimit = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
  if (status === 429 || (status === 403 && isLimit)) {
    return new ForgeTrouble('limited', 'it was asked too often', untilIn(headers, Date.now()));
  }
  if (status === 401 || status === 403) {
    return new ForgeTrouble('refused', `it answers ${status}: check the token and what it may read`);
  }
  if (status === 409) return new ForgeTrouble('empty', 'it is empty');
  const what = path.replace(/\?.*$/, '');
  if (status < 500) return new ForgeTrouble('missing', `there is nothing at ${what} (${status}), or we may not see it`);
  return new ForgeTrouble(
    'away',
    `it answers ${status}`,
    headers['retry-after'] ? untilIn(headers, Date.now()) : undefined,
  );
}

/** When to ask again: `Retry-After` in seconds or as a date, else the end of the period that is counted. */
export function untilIn(headers: Readonly<Record<string, string>>, now: number): number {
  const after = headers['retry-after'];
  if (after !== undefined) {
    const time = /^\d+$/.test(after) ? now + Number(after) * 1_000 : Date.parse(after);
    if (Number.isFinite(time)) return Math.max(now, time);
  }
  const reset = Number(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'] ?? Number.NaN);
  return Number.isFinite(reset) && reset > 0 ? Math.max(now, reset * 1_000) : now + PAUSE;
}

/**
 * The next page as a path below the base. The host is always the one that a person named: servers behind a proxy may call
 * themselves something else, and no answer sends us, and our token, anywhere else.
 */
function nextIn(link: string | undefined, base: string): string | undefined {
  const address = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(link ?? '')?.[1];
  const url = address === undefined ? null : URL.parse(address, base);
  if (!url) return undefined;
  const root = new URL(base).pathname.replace(/\/$/, '');
  if (!url.pathname.startsWith(`${root}/`)) throw new ForgeTrouble('odd', 'its next page is somewhere else');
  return `${url.pathname.slice(root.length)}${url.search}`;
}
