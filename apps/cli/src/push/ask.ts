import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '@portolan/server/port';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';

/** Milliseconds that a server may take for one answer. */
const PATIENCE = 120_000;

/** How often it is tried again when the server cannot answer now, and how long it is waited at most (ms). */
const TRIES = 4;
const LONGEST = 30_000;

/**
 * Asks a Portolan for something that is as good asked twice as once, so that it is tried again while the server starts,
 * is too busy or cannot be reached.
 *
 * Faults: CLI_SERVER_FAILED when it cannot answer, CLI_PUSH_REFUSED when it does not take what is sent.
 */
export async function ask<T>(address: string, request: RequestInit): Promise<T> {
  for (let tries = 1; ; tries++) {
    const outcome = await attempt<T>(address, request);
    if (!('failed' in outcome)) return outcome.answer;
    if (tries >= TRIES || !outcome.again) throw outcome.failed;
    await pause(Math.min(LONGEST, outcome.wait ?? 500 * 2 ** tries));
  }
}

/** An address below the one of a Portolan. Faults: CLI_USAGE for what is no address. */
export function addressIn(
  server: string,
  way: string,
  { option, command }: { readonly option: string; readonly command: string },
): string {
  const base = URL.parse(server.endsWith('/') ? server : `${server}/`);
  if (!base || !/^https?:$/.test(base.protocol) || base.username !== '' || base.password !== '') {
    const problem = `\`${option}\` takes the address of a Portolan, such as https://portolan.example.com, without a password.`;
    throw faults.USAGE({ problem, command });
  }
  return new URL(way, base).href;
}

interface Failed {
  readonly failed: Error;
  /** Whether it may work later, and when (ms). */
  readonly again: boolean;
  readonly wait?: number;
}

async function attempt<T>(address: string, request: RequestInit): Promise<{ readonly answer: T } | Failed> {
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
  if (response.ok && body !== undefined) return { answer: body as T };
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
