import { Fault } from '@portolan/base';
import {
  type Credentials,
  faults as control,
  demand,
  may,
  type Need,
  type Principal,
  type Visit,
} from '@portolan/control';
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
  const { access } = serving;
  const { principal, ended } = await access.recognise(credentialsOf(request, serving));
  if (may(principal, needs)) return principal;
  if (access.mode === 'open') throw control.NO_ACCOUNTS();
  if (ended) throw control.SESSION_ENDED();
  demand(principal, needs);
  return principal;
}

/** Whether who began a long request may still do what it needs. Asking does not keep a session alive. */
export async function mayStill(request: FastifyRequest, serving: Serving, needs: Need): Promise<boolean> {
  try {
    const { principal } = await serving.access.recognise({ ...credentialsOf(request, serving), unused: true });
    return may(principal, needs);
  } catch (error) {
    // A store that does not answer at this moment says nothing against anybody.
    return !(error instanceof Fault && error.kind.status === 401);
  }
}

function credentialsOf(request: FastifyRequest, serving: Serving): Credentials {
  const bearer = bearerOf(request);
  const session = cookieOf('portolan', request, serving);
  return {
    from: request.ip,
    ...(bearer !== undefined && { bearer }),
    ...(session !== undefined && { session }),
  };
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
