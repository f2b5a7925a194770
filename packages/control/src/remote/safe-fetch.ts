import { lookup as lookUp } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { faults } from '../faults.ts';
import { isPublic } from './addresses.ts';
import { bodyOf } from './body.ts';
import { isListed } from './hosts.ts';

/** What a request may do, and for how long. */
export interface SafeFetchOptions {
  /** Hosts that may be asked, redirects included: see `isListed`. */
  readonly hosts: readonly string[];
  /** Hosts among them that may be in a private network or on this machine. None by default. */
  readonly privateHosts?: readonly string[];
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds for everything: name, connection, redirects, answer. Default 10,000. */
  readonly timeout?: number;
  /** Largest answer in bytes, compressed or not. Default 5,000,000. */
  readonly maxBytes?: number;
  /** Redirects that are followed. Default 3. */
  readonly maxRedirects?: number;
  /** Certificates that are trusted beside those of the system, in PEM. */
  readonly ca?: string;
  /** Finds the addresses of a host; the system does by default. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/** An answer: of any status, with its body unpacked. */
export interface SafeAnswer {
  /** Where it came from in the end. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Headers that belong to the host they were meant for. */
const PERSONAL = /^(authorization|cookie|proxy-authorization)$/i;

/**
 * Asks a server on behalf of a document, where whoever wrote the document must not gain anything that is not theirs.
 * Only hosts that are allowed are asked, only over http and https, never with credentials from the URL. A name is
 * resolved once, its addresses are checked, and the connection goes to the address that was checked, so that no second
 * answer of the name server can lead elsewhere. Every redirect goes through the same checks.
 *
 * Faults: CONTROL_REMOTE_ADDRESS, CONTROL_REMOTE_HOST, CONTROL_REMOTE_PRIVATE, CONTROL_REMOTE_REDIRECTS,
 * CONTROL_REMOTE_TIMEOUT, CONTROL_REMOTE_TOO_LARGE, CONTROL_REMOTE_UNREACHABLE.
 */
export async function safeFetch(url: string, options: SafeFetchOptions): Promise<SafeAnswer> {
  const { timeout = 10_000, maxRedirects = 3, maxBytes = 5_000_000 } = options;
  const signal = AbortSignal.timeout(timeout);
  let { method = 'GET', headers = {}, body } = options;
  let target = targetOf(url);
  for (let hops = 0; ; hops++) {
    const address = await within(signal, () => addressOf(target, options), url, timeout);
    const answer = await within(
      signal,
      () => ask(target, address, { method, headers, body, ca: options.ca, signal }),
      url,
      timeout,
    );
    const { statusCode: status = 0 } = answer;
    const onward = [301, 302, 303, 307, 308].includes(status) ? answer.headers.location : undefined;
    if (onward === undefined) {
      const bytes = await within(signal, () => bodyOf(answer, maxBytes, target.href, signal), url, timeout);
      return { url: target.href, status, headers: headersOf(answer), body: bytes };
    }
    answer.destroy();
    if (hops >= maxRedirects) throw faults.REMOTE_REDIRECTS({ url, count: maxRedirects });
    const next = targetOf(onward, target);
    if (next.origin !== target.origin) {
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !PERSONAL.test(name)));
    }
    // As browsers do, and RFC 9110 section 15.4 allows.
    if (status === 303 || (status < 303 && method === 'POST')) [method, body] = ['GET', undefined];
    target = next;
  }
}

function targetOf(url: string, base?: URL): URL {
  const parsed = URL.parse(url, base?.href);
  if (!parsed) throw faults.REMOTE_ADDRESS({ url, reason: 'it is no URL' });
  const { protocol, username, password } = parsed;
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw faults.REMOTE_ADDRESS({ url: parsed.href, reason: 'only http and https are followed' });
  }
  if (username !== '' || password !== '') {
    parsed.username = '';
    parsed.password = '';
    throw faults.REMOTE_ADDRESS({ url: parsed.href, reason: 'it holds a user name or a password' });
  }
  if (base?.protocol === 'https:' && protocol === 'http:') {
    throw faults.REMOTE_ADDRESS({ url: parsed.href, reason: 'it leads from https back to http' });
  }
  return parsed;
}

/** The one address to connect to, after every address of the host was checked. */
async function addressOf(target: URL, { hosts, privateHosts = [], resolve = resolveHost }: SafeFetchOptions) {
  const { hostname: host, href: url } = target;
  if (!isListed(host, hosts)) throw faults.REMOTE_HOST({ host, url });
  const literal = host.replace(/^\[|\]$/g, '');
  const addresses = isIP(literal) ? [literal] : await resolved(host, url, resolve);
  const hidden = addresses.find(address => !isPublic(address));
  if (hidden !== undefined && !isListed(host, privateHosts)) {
    throw faults.REMOTE_PRIVATE({ host, url, address: hidden });
  }
  return addresses[0] as string;
}

async function resolved(host: string, url: string, resolve: (host: string) => Promise<readonly string[]>) {
  const addresses = await resolve(host).catch((error: NodeJS.ErrnoException) => {
    throw faults.REMOTE_UNREACHABLE({ url, reason: `its host is unknown (${error.code ?? error.message})` });
  });
  if (addresses.length === 0) throw faults.REMOTE_UNREACHABLE({ url, reason: 'its host has no address' });
  return addresses;
}

async function resolveHost(host: string): Promise<readonly string[]> {
  return (await lookUp(host, { all: true })).map(({ address }) => address);
}

interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly ca: string | undefined;
  readonly signal: AbortSignal;
}

/** One request to one address. The host stays in the `Host` header and in the certificate that is asked for. */
function ask(target: URL, address: string, { body, ca, ...asked }: Asked): Promise<IncomingMessage> {
  const family = isIP(address);
  const request = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((done, fail) => {
    const outgoing = request(
      target,
      {
        ...asked,
        headers: { accept: '*/*', 'accept-encoding': 'gzip, br, deflate', 'user-agent': 'portolan', ...asked.headers },
        agent: false,
        // A name is never looked up a second time.
        lookup: (_host, { all }, found) => {
          if (all) (found as (error: null, list: object[]) => void)(null, [{ address, family }]);
          else found(null, address, family);
        },
        ...(ca !== undefined && { ca }),
      },
      done,
    );
    outgoing.on('error', error => fail(faults.REMOTE_UNREACHABLE({ url: target.href, reason: error.message })));
    outgoing.end(body);
  });
}

/** A step that must be over when the time is; whatever it failed with then, it failed because of that. */
async function within<T>(signal: AbortSignal, step: () => Promise<T>, url: string, timeout: number): Promise<T> {
  const late = () => faults.REMOTE_TIMEOUT({ url, seconds: timeout / 1000 });
  if (signal.aborted) throw late();
  let stop = () => {};
  const over = new Promise<never>((_, fail) => {
    stop = () => fail(late());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([step(), over]);
  } catch (error) {
    throw signal.aborted ? late() : error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
