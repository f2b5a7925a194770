import {
  type Access,
  type AccessMode,
  faults as control,
  type OidcSettings,
  openAccess,
  secretRef,
} from '@portolan/control';
import { isLoopback } from '@portolan/server';
import type { AccessStore } from '@portolan/stores/port';
import { faults } from '../faults.ts';
import type { AccessOptions } from './access-options.ts';

/** Where the server is reached, as far as it decides who may do what. */
export interface Reach {
  readonly host: string;
  readonly allowHost?: readonly string[];
}

/**
 * Who may do what, as the options say, with the first administrator where one is named.
 *
 * Faults: CONTROL_OIDC_SETTINGS, CONTROL_SECRET_MISSING, CONTROL_PASSWORD_WEAK, CONTROL_NAME_INVALID, CLI_USAGE.
 */
export async function accessOf(store: AccessStore, options: AccessOptions & Reach): Promise<Access> {
  const oidc = oidcOf(options);
  const access = openAccess({ store, mode: modeOf(options), ...(oidc && { oidc }) });
  const { admin } = options;
  if (admin === undefined) return access;
  if (!access.accounts) throw control.NO_ACCOUNTS();
  if (await access.accounts.isNew()) {
    const password = await secretAt(options.adminPassword, '--admin-password')();
    await access.accounts.setUpUnwatched({ name: admin, password });
  }
  return access;
}

/** Without a word about it: open for this machine alone, closed as soon as others come, or as somebody is named who signs in. */
export function modeOf({ access, host, allowHost, publicUrl, admin, oidcIssuer }: AccessOptions & Reach): AccessMode {
  if (access !== undefined) return access;
  const named = allowHost ?? publicUrl ?? admin ?? oidcIssuer;
  return isLoopback(host) && named === undefined ? 'open' : 'closed';
}

/** Said when a server that others reach lets everybody do everything; undefined when all is well. */
export function warningOf({ mode }: Access, { host, allowHost }: Reach): string | undefined {
  if (mode !== 'open' || (isLoopback(host) && allowHost === undefined)) return undefined;
  return (
    'Careful: there are no accounts, and this is not for your machine alone. Whoever reaches it may read and change\n' +
    'everything. Leave --access out, or say --access closed or --access read, to have people sign in.'
  );
}

/** Said while nobody can sign in: where the first administrator is made. The secret stands where no server logs it. */
export function invitationOf(url: string, secret: string): string {
  return `Nobody can sign in yet. Make the first administrator here, within 24 hours:\n  ${url}/setup#${secret}`;
}

function oidcOf(options: AccessOptions): OidcSettings | undefined {
  const { oidcIssuer: issuer, oidcClient: client = '', oidcSecret, oidcEverybody: everybody } = options;
  if (issuer === undefined) return undefined;
  return {
    issuer,
    client,
    ...(oidcSecret !== undefined && { secret: secretAt(oidcSecret, '--oidc-secret') }),
    label: options.oidcLabel,
    scopes: options.oidcScopes,
    groupsClaim: options.oidcGroups,
    grants: options.oidcRole ?? [],
    ...(everybody !== 'none' && { everybody }),
  };
}

/** A secret on the command line would be seen by everybody on the machine: only where it is kept is said there. */
export function secretAt(written: string, option: string): () => Promise<string> {
  const found = secretRef(written);
  if (found) return found.read;
  throw faults.USAGE({
    problem: `\`${option}\` says where the secret is kept: env:NAME or file:/path.`,
    command: 'portolan',
  });
}
