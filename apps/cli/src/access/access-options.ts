import { ACCESS_MODES, type AccessMode, ROLES, type Role } from '@portolan/control/access';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** Options of `up` about who may do what, as the command line gives them. */
export interface AccessOptions {
  readonly access?: AccessMode;
  readonly publicUrl?: string;
  readonly trustProxy?: readonly string[];
  /** Name of the first administrator, for installations that nobody watches. */
  readonly admin?: string;
  /** Where the password for it is kept: `env:NAME` or `file:/path`. */
  readonly adminPassword: string;
  readonly oidcIssuer?: string;
  readonly oidcClient?: string;
  /** Where the secret of the client is kept. */
  readonly oidcSecret?: string;
  readonly oidcLabel: string;
  readonly oidcScopes: readonly string[];
  readonly oidcGroups: string;
  readonly oidcRole?: readonly { readonly group: string; readonly role: Role }[];
  readonly oidcEverybody: Role | 'none';
}

/** Adds the options about who may do what. */
export function withAccessOptions(command: Command): Command {
  const options = [
    new Option(
      '--access <mode>',
      'who may do what without signing in: everything (open, without accounts), read everything (read), nothing (closed)',
    )
      .env('PORTOLAN_ACCESS')
      .choices([...ACCESS_MODES])
      .default(undefined, '"open" for this machine alone, else "closed"'),
    new Option('--public-url <url>', 'where people find the portal, such as https://portolan.example.com')
      .env('PORTOLAN_PUBLIC_URL')
      .argParser(address),
    new Option(
      '--trust-proxy <addresses>',
      'proxies, by address or network, whose X-Forwarded headers are believed; split by commas',
    )
      .env('PORTOLAN_TRUST_PROXY')
      .argParser(listed),
    new Option('--admin <name>', 'make this administrator at the first start, instead of printing a link').env(
      'PORTOLAN_ADMIN',
    ),
    new Option('--admin-password <where>', 'where the password for it is kept: env:NAME or file:/path').default(
      'env:PORTOLAN_ADMIN_PASSWORD',
    ),
    new Option('--oidc-issuer <url>', 'identity provider (OpenID Connect) that people sign in at').env(
      'PORTOLAN_OIDC_ISSUER',
    ),
    new Option('--oidc-client <id>', 'what the provider knows this Portolan as').env('PORTOLAN_OIDC_CLIENT'),
    new Option('--oidc-secret <where>', 'where the secret for that is kept: env:NAME or file:/path').env(
      'PORTOLAN_OIDC_SECRET_AT',
    ),
    new Option('--oidc-label <words>', 'what people call the provider')
      .env('PORTOLAN_OIDC_LABEL')
      .default('single sign-on'),
    new Option('--oidc-scopes <scopes>', 'what to ask it for besides openid; split by commas')
      .env('PORTOLAN_OIDC_SCOPES')
      .argParser(listed)
      .default(['profile', 'email'], 'profile,email'),
    new Option('--oidc-groups <claim>', 'the claim that has the groups of a person')
      .env('PORTOLAN_OIDC_GROUPS')
      .default('groups'),
    new Option('--oidc-role <group=role>', 'role that members of a group have; may be repeated').argParser(granted),
    new Option('--oidc-everybody <role>', 'role of everybody else whom the provider knows')
      .env('PORTOLAN_OIDC_EVERYBODY')
      .choices([...ROLES, 'none'])
      .default('reader'),
  ];
  for (const option of options) command.addOption(option.helpGroup('Sign-in:'));
  return command;
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

function address(text: string): string {
  const isGood = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/';
  if (isGood) return new URL(text).origin;
  throw new InvalidArgumentError('It has to be an address such as https://portolan.example.com, without a path.');
}

type Grant = { readonly group: string; readonly role: Role };

function granted(text: string, before: readonly Grant[] = []): readonly Grant[] {
  const at = text.lastIndexOf('=');
  const [group, role] = [text.slice(0, at), text.slice(at + 1) as Role];
  if (at > 0 && ROLES.includes(role)) return [...before, { group, role }];
  throw new InvalidArgumentError(
    `It has to be a group and a role, such as platform-team=governor. Roles: ${ROLES.join(', ')}.`,
  );
}
