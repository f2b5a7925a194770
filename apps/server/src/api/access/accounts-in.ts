import { type Accounts, type Begun, faults } from '@portolan/control';
import { setCookie } from '../../http/cookies.ts';
import type { Call } from '../operation.ts';

/** The accounts of this server. Faults: CONTROL_NO_ACCOUNTS. */
export function accountsIn({ serving }: Pick<Call, 'serving'>): Accounts {
  const { accounts } = serving.access;
  if (!accounts) throw faults.NO_ACCOUNTS();
  return accounts;
}

/** Gives the browser the session that has begun. */
export function giveSession({ secret, expires }: Begun, call: Call): void {
  setCookie('portolan', secret, (expires.getTime() - Date.now()) / 1_000, call);
}
