import { Fault } from '@portolan/base';
import type { Load } from '../model.ts';
import type { Refusal } from './complaint.ts';
import { schemeOf } from './location.ts';

/** A loader that remembers why it could not give what references named. */
export interface Loading {
  readonly load: (location: string) => Promise<string | undefined>;
  readonly refusals: ReadonlyMap<string, Refusal>;
  readonly near: ReadonlyMap<string, string>;
}

/**
 * Loads what references name: paths, and files of the network where the loader gives them. A fault of the network is a
 * fact about the reference; every other failure is one of Portolan's own and goes on.
 */
export function loadingWith(load: Load): Loading {
  const refusals = new Map<string, Refusal>();
  const near = new Map<string, string>();
  return { load: text, refusals, near };

  async function text(location: string): Promise<string | undefined> {
    const scheme = schemeOf(location);
    if (scheme === 'http' || scheme === 'https') return await remote(location);
    if (scheme !== undefined) return undefined;
    const found = await load(location);
    const meant = found === undefined ? await load.near?.(location) : undefined;
    if (meant !== undefined) near.set(location, meant);
    return found;
  }

  async function remote(location: string): Promise<string | undefined> {
    try {
      return await load(location);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refusals.set(location, { reason: error.message, remedy: error.help });
      return undefined;
    }
  }
}
