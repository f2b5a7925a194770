import { faults as control, demand, may, type Need, type Principal, type Visit } from '@portolan/control';
import type { FastifyRequest } from 'fastify';
import { cookieOf } from './cookies.ts';
import type { Serving } from './serving.ts';

/** Longest name of a browser that is passed on. */
const AGENT = 200;

/**
 * Who asks, when they may do what is needed. A token that is no good is refused also where nothing is needed.
 *
 * Faults: CONTROL_TOKEN_REFUSED, CONTROL_SESSION_ENDED, CONTROL_SIGN_IN_NEEDED, CONTROL_ROLE_NEEDED, CONTROL_NO_ACCOUNTS
 * for what only users do, where there are none.
 */
export async function recognise(request: FastifyRequest, serving: Serving, needs: Need): Promise<Principal> {
  const bearer = bearerOf(request);
  const session = cookieOf('portolan', request, serving);
  const { access } = serving;
  const { principal, ended } = await access.recognise({
    from: request.ip,
    ...(bearer !== undefined && { bearer }),
    ...(session !== undefined && { session }),
  });
  if (may(principal, needs)) return principal;
  if (access.mode === 'open') throw control.NO_ACCOUNTS();
  if (ended) throw control.SESSION_ENDED();
  demand(principal, needs);
  return principal;
}

/** Where a request comes from, to be kept with a session. */
export function visitOf(request: FastifyRequest): Visit {
  const agent = request.headers['user-agent']?.slice(0, AGENT);
  return { from: request.ip, ...(agent !== undefined && { agent }) };
}

/** The token of RFC 6750 section 2.1; an empty one is one that is no good. Other schemes are none of ours. */
function bearerOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  return authorization === undefined ? undefined : /^Bearer(?: +(.*))?$/i.exec(authorization)?.slice(1).join('').trim();
}
