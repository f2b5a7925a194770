import type { PushedFile, PushFacts } from '@portolan/control';
import type { PushView } from '@portolan/server/port';
import { addressIn, ask } from './ask.ts';

/** Where to push to and as whom. */
export interface Destination {
  /** Address of a Portolan: `https://portolan.example.com`. */
  readonly server: string;
  /** Name of the source. */
  readonly name: string;
  readonly token?: string;
}

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
  return await ask<PushView>(address, request);
}

function addressOf(server: string, name: string, dryRun: boolean): string {
  const way = `api/v1/sources/${encodeURIComponent(name)}/documents${dryRun ? '?dryRun=true' : ''}`;
  return addressIn(server, way, { option: '--server', command: 'portolan push' });
}
