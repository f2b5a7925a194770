import type { UserRecord } from '@portolan/stores/port';
import type { Configuration, IDToken } from 'openid-client';
import { faults } from '../faults.ts';
import type { Desk } from './desk.ts';
import type { Role } from './model.ts';
import { principalOfUser } from './principal-of.ts';
import { digestOfSecret, newId, newSecret } from './secrets.ts';
import type { Begun, Visit } from './sessions.ts';
import { started } from './sign-in.ts';
import { createdBy, isName, subjectOf } from './users.ts';

/** An identity provider that speaks OpenID Connect. */
export interface OidcSettings {
  /** Its address, below which `.well-known/openid-configuration` is. */
  readonly issuer: string;
  readonly client: string;
  /** Asked for when it is needed, so that it can change. */
  readonly secret?: () => Promise<string>;
  /** What the button says: `Continue with …`. */
  readonly label: string;
  /** What is asked for besides `openid`. */
  readonly scopes: readonly string[];
  /** The claim with the groups of a person. */
  readonly groupsClaim: string;
  /** Which role members of a group have. When any is given, roles are set from groups at each sign-in. */
  readonly grants: readonly { readonly group: string; readonly role: Role }[];
  /** What everybody gets whom the provider knows; without it, people without a group that has a role are not let in. */
  readonly everybody?: Role;
}

/** The way through the provider and back. */
export interface Oidc {
  readonly label: string;
  /**
   * Where to send the browser, and the secret that it has to bring back as a cookie: only the browser that began ends here.
   * @param redirect where the provider sends it back to
   * @param next where it goes in the end; a path of ours, as `safePath` gives it
   * Faults: CONTROL_OIDC_AWAY.
   */
  begin(redirect: string, next: string): Promise<{ readonly url: string; readonly secret: string }>;
  /**
   * Ends the way: checks state, nonce, PKCE and the token of the provider, and starts a session.
   * @param current the whole address that the browser came back to
   * Faults: CONTROL_OIDC_REFUSED, CONTROL_OIDC_AWAY, CONTROL_OIDC_NOT_ADMITTED.
   */
  finish(
    current: URL,
    secret: string | undefined,
    visit: Visit,
    before?: string,
  ): Promise<Begun & { readonly next: string }>;
}

/** What is remembered of a way that has begun. */
interface Begin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

const WAY = 'oidc';

/** How long the way through the provider may take, in milliseconds. */
export const WAY_LIFE = 10 * 60_000;

/** How long what the provider says of itself is believed, in milliseconds. */
const CONFIGURATION_LIFE = 3_600_000;

/** Seconds that the provider may take to answer. */
const PATIENCE = 10;

export function createOidc(desk: Desk, settings: OidcSettings): Oidc {
  refuseSettings(settings);
  let known: { readonly configuration: Promise<Configuration>; readonly until: number } | undefined;

  async function configuration(): Promise<Configuration> {
    const now = desk.now().getTime();
    if (!known || known.until <= now) known = { configuration: discover(settings), until: now + CONFIGURATION_LIFE };
    try {
      return await known.configuration;
    } catch (error) {
      known = undefined;
      throw faults.OIDC_AWAY({ reason: reasonOf(error) }, { cause: error });
    }
  }

  return {
    label: settings.label,
    async begin(redirect, next) {
      const found = await configuration();
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...random } = await import('openid-client');
      const way = {
        state: random.randomState(),
        nonce: random.randomNonce(),
        verifier: random.randomPKCECodeVerifier(),
      };
      const secret = newSecret();
      const expires = new Date(desk.now().getTime() + WAY_LIFE).toISOString();
      const data = JSON.stringify({ ...way, next } satisfies Begin);
      await desk.store.write([{ kind: 'left', what: WAY, digest: digestOfSecret(secret), data, expires }]);
      const url = buildAuthorizationUrl(found, {
        redirect_uri: redirect,
        scope: ['openid', ...settings.scopes].join(' '),
        state: way.state,
        nonce: way.nonce,
        code_challenge: await calculatePKCECodeChallenge(way.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, secret };
    },
    async finish(current, secret, visit, before) {
      const now = desk.now().toISOString();
      const left = secret === undefined ? undefined : await desk.store.take(WAY, digestOfSecret(secret), now);
      if (left === undefined)
        throw faults.OIDC_REFUSED({ reason: 'this browser did not begin here, or took too long' });
      const way = JSON.parse(left) as Begin;
      const claims = await claimsOf(await configuration(), current, way, settings.groupsClaim);
      const user = await admitted(desk, settings, claims, visit);
      return { ...(await started(desk, user, visit, before)), next: way.next };
    },
  };
}

async function discover({ issuer, client, secret }: OidcSettings): Promise<Configuration> {
  const library = await import('openid-client');
  const url = new URL(issuer);
  const execute = [
    library.enableNonRepudiationChecks,
    ...(url.protocol === 'http:' ? [library.allowInsecureRequests] : []),
  ];
  const found = await library.discovery(url, client, undefined, library.None(), { execute, timeout: PATIENCE });
  const given = await secret?.();
  if (given === undefined) return found;
  // Which way the secret goes is known only now; OpenID Connect says Basic where a provider says nothing.
  const server = found.serverMetadata();
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const send = methods.includes('client_secret_basic') ? library.ClientSecretBasic : library.ClientSecretPost;
  const configuration = new library.Configuration(server, client, undefined, send(given));
  configuration.timeout = PATIENCE;
  for (const enable of execute) enable(configuration);
  return configuration;
}

/** What the provider says of the person, checked. Faults: CONTROL_OIDC_REFUSED, CONTROL_OIDC_AWAY. */
async function claimsOf(
  configuration: Configuration,
  current: URL,
  { state, nonce, verifier }: Begin,
  groupsClaim: string,
): Promise<IDToken> {
  const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client');
  try {
    const tokens = await authorizationCodeGrant(configuration, current, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims() as IDToken;
    const hasAll = groupsClaim in claims && 'preferred_username' in claims;
    if (hasAll || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
    return { ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
  } catch (error) {
    throw faults.OIDC_REFUSED({ reason: reasonOf(error) }, { cause: error });
  }
}

/** The user of a person, made at their first sign-in. Who they are says only the pair of issuer and subject. */
async function admitted(desk: Desk, settings: OidcSettings, claims: IDToken, visit: Visit): Promise<UserRecord> {
  const known = await desk.store.userKnownAs(claims.iss, claims.sub);
  if (known?.disabled !== undefined) throw faults.OIDC_REFUSED({ reason: 'your account here is disabled' });
  const groups = groupsOf(claims[settings.groupsClaim]);
  const roles = rolesOf(settings, groups, known);
  const title = textOf(claims.name) ?? known?.title ?? nameOf(claims);
  if (roles.length === 0) throw faults.OIDC_NOT_ADMITTED({ name: title });
  const owns = groups ? { ...known?.owns, teams: groups } : (known?.owns ?? {});
  const identity = { issuer: claims.iss, subject: claims.sub };
  if (known) {
    const after: UserRecord = { ...known, title, roles, owns };
    if (JSON.stringify(after) === JSON.stringify(known)) return known;
    const principal = principalOfUser(after, visit.from);
    const detail = { roles, owns, by: 'identity provider' };
    await desk.write([{ kind: 'user', user: after }], {
      principal,
      action: 'user.changed',
      subject: subjectOf(known),
      detail,
    });
    return after;
  }
  const name = await freeName(desk, nameOf(claims));
  const user: UserRecord = { id: newId(), name, title, identity, roles, owns, created: desk.now().toISOString() };
  await desk.write([{ kind: 'user', user }], createdBy(principalOfUser(user, visit.from), user));
  return user;
}

function rolesOf(
  { grants, everybody }: OidcSettings,
  groups: readonly string[] | undefined,
  known?: UserRecord,
): readonly Role[] {
  const basic = everybody === undefined ? [] : [everybody];
  if (grants.length === 0) return known ? (known.roles as readonly Role[]) : basic;
  const granted = grants.filter(({ group }) => groups?.includes(plain(group))).map(({ role }) => role);
  return [...new Set(granted.length > 0 ? granted : basic)];
}

function groupsOf(claim: unknown): readonly string[] | undefined {
  const groups = typeof claim === 'string' ? [claim] : claim;
  if (!Array.isArray(groups)) return undefined;
  const texts = groups.filter(group => typeof group === 'string').map(plain);
  return texts.filter(group => group !== '*' && group !== '').slice(0, 200);
}

/** Keycloak writes groups as paths: `/payments`. */
function plain(group: string): string {
  return group.replace(/^\//, '');
}

function nameOf(claims: IDToken): string {
  const wanted = [claims.preferred_username, claims.email, claims.sub].map(textOf).find(name => name && isName(name));
  return wanted ?? `user-${newId().replaceAll(/[^a-z\d]/gi, '')}`;
}

/** A name that nobody has: somebody else's name gives nobody their rights. */
async function freeName(desk: Desk, wanted: string): Promise<string> {
  let name = wanted;
  for (let n = 2; await desk.store.userCalled(name); n++) name = `${wanted.slice(0, 58)}-${n}`;
  return name;
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim().slice(0, 100) : undefined;
}

/** Faults: CONTROL_OIDC_SETTINGS. */
function refuseSettings({ issuer, client }: OidcSettings): void {
  const refuse = (reason: string) => faults.OIDC_SETTINGS({ reason });
  if (!URL.canParse(issuer)) throw refuse('the issuer is no address');
  const { protocol, hostname, username, password } = new URL(issuer);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) throw refuse('the issuer has to begin with https://');
  if (username !== '' || password !== '') throw refuse('the address of the issuer holds a user name or a password');
  if (client === '') throw refuse('the client id is missing');
}

/** The words of the library without what the provider may have put into them beyond a line. */
function reasonOf(error: unknown): string {
  const {
    error: code,
    error_description: description,
    message: outer,
    code: kind,
    cause,
  } = error as Record<string, unknown>;
  // The library says which check failed in what it wraps.
  const message = cause instanceof Error ? cause.message : outer;
  if (kind === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return 'it does not accept the id or the secret of this Portolan';
  const words = [code, description].filter(word => typeof word === 'string').join(': ') || String(message ?? error);
  return words.replaceAll(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200);
}
