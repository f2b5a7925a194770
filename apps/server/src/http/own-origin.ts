import type { FastifyRequest } from 'fastify';
import { faults } from '../faults.ts';
import type { Serving } from './serving.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what pages of others would change through the browser of somebody who has signed in here, or who is let in
 * because they are on this machine (cross-site request forgery). Browsers say with each such request where its page is
 * from; a request that brings a cookie and does not say so is refused too. Programs with a token bring no cookie.
 */
export function refuseForeignOrigin(serving: Serving): (request: FastifyRequest) => Promise<void> {
  return async request => {
    if (SAFE.has(request.method)) return;
    const { origin, cookie, 'sec-fetch-site': site } = request.headers;
    const isSaid = origin !== undefined || site !== undefined;
    if (!isSaid && cookie === undefined) return;
    const isOurs = origin === undefined ? site === 'same-origin' || site === 'none' : isOwn(origin, request, serving);
    const isCross = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (!isOurs || isCross) throw faults.ORIGIN_REFUSED({ origin: (origin ?? 'another site').slice(0, 100) });
  };
}

/** Whether an origin is the one that we are asked under, or the one that people are told. */
function isOwn(origin: string, request: FastifyRequest, serving: Serving): boolean {
  if (!URL.canParse(origin)) return false;
  const { host, origin: whole } = new URL(origin);
  return host === request.headers.host?.toLowerCase() || whole === new URL(serving.publicUrl()).origin;
}
