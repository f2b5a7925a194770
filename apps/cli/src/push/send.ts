import { setTimeout as pause } from 'node:timers/promises';
import type { PushedFile, PushFacts } from '@portolan/control';
import type { Problem, PushView } from '@portolan/server/port';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';

/** Where to push to and as whom. */
export interface Destination {
  /** Address of a Portolan: `https://portolan.example.com`. */
  readonly server: string;
  /** Name of the source. */
  readonly name: string;
  readonly token?: string;
}

/** Milliseconds that a server may take for one answer. */
const PATIENCE = 120_000;

/** How often it is tried again when the server cannot answer now, and how long it is waited at most (ms). */
const TRIES = 4;
const LONGEST = 30_000;

/** What is asked of a server. */
export interface Pushing extends PushFacts {
  /** Everything that the source is to hold; undefined ends the source. */
  readonly files: readonly PushedFile[] | undefined;
  readonly dryRun: boolean;
}

/**
 * Pushes files to a server. The same push twice is as good as once, so that it is tried again while the server starts,
 * is too busy or cannot be reached.
 *
 * Faults: CLI_SERVER_FAILED when it cannot answer, CLI_PUSH_REFUSED when it does not take the push.
 */
export async function send(
  { server, name, token }: Destination,
  { files, dryRun, ...facts }: Pushing,
): Promise<PushView> {
  const address = addressOf(server, name, dryRun);
  const request = {
    ...(files ? { method: 'PUT', body: JSON.stringify({ files, ...facts }) } : { method: 'DELETE' }),
    headers: {
      ...(files && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    // A token is meant for this server, and a push too.
    redirect: 'manual',
  } as const;
  for (let tries = 1; ; tries++) {
    const outcome = await attempt(address, request);
    if (!('failed' in outcome)) return outcome;
    if (tries >= TRIES || !outcome.again) throw outcome.failed;
    await pause(Math.min(LONGEST, outcome.wait ?? 500 * 2 ** tries));
  }
}

/** Faults: CLI_USAGE for what is no address. */
function addressOf(server: string, name: string, dryRun: boolean): string {
  const base = URL.parse(server.endsWith('/') ? server : `${server}/`);
  if (!base || !/^https?:$/.test(base.protocol) || base.username !== '' || base.password !== '') {
    const problem =
      '`--server` takes the address of a Portolan, such as https://portolan.example.com, without a password.';
    throw faults.USAGE({ problem, command: 'portolan push' });
  }
  return new URL(`api/v1/sources/${encodeURIComponent(name)}/documents${dryRun ? '?dryRun=true' : ''}`, base).href;
}

interface Failed {
  readonly failed: Error;
  /** Whether it may work later, and when (ms). */
  readonly again: boolean;
  readonly wait?: number;
}

async function attempt(address: string, request: RequestInit): Promise<PushView | Failed> {
  const { origin } = new URL(address);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(address, { ...request, signal: AbortSignal.timeout(PATIENCE) });
    body = await response.json().catch(() => undefined);
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    const reason = reasonOf(cause instanceof Error ? cause : error);
    return { failed: faults.SERVER_FAILED({ address: origin, reason }, { cause: error }), again: true };
  }
  if (response.ok && body !== undefined) return body as PushView;
  const { detail, help = '', code } = (body ?? {}) as Partial<Problem>;
  if (code === undefined || detail === undefined) {
    const reason = `it answers ${response.status}, as a Portolan does not`;
    return { failed: faults.SERVER_FAILED({ address: origin, reason }), again: response.status >= 500 };
  }
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    failed: faults.PUSH_REFUSED({ server: origin, code, detail, help }),
    again: response.status === 503 || response.status === 429,
    ...(Number.isFinite(seconds) && { wait: seconds * 1_000 }),
  };
}
