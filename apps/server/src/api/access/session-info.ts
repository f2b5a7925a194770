import type { Principal } from '@portolan/control';
import { cookieOf } from '../../http/cookies.ts';
import type { SessionInfo } from '../../port.ts';
import type { Call } from '../operation.ts';

/** Who asks, and how one signs in here. */
export async function sessionInfo(principal: Principal, { serving, request }: Call): Promise<SessionInfo> {
  const { mode, accounts } = serving.access;
  const { kind, id, name, roles, owns } = principal;
  return {
    access: mode,
    ...(kind !== 'anonymous' && { who: { kind, id, name, roles, owns } }),
    ended: kind === 'anonymous' && cookieOf('portolan', request, serving) !== undefined,
    isNew: (await accounts?.isNew()) ?? false,
    ...(accounts?.oidc && { provider: { label: accounts.oidc.label } }),
  };
}
