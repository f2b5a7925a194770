import {
  type ChoiceKind,
  choice,
  type Field,
  formatted,
  type Kind,
  mapOf,
  may,
  must,
  type ObjectKind,
  object,
  oneOf,
  text,
} from './kinds.ts';

const url = formatted('url');

/** What differs between the major versions. */
export interface SecurityTerms {
  /** What an OAuth flow calls the scopes that there are. */
  readonly flowScopes: 'scopes' | 'availableScopes';
  /** Fields of the schemes that take scopes. */
  readonly needed: Readonly<Record<string, Field>>;
}

/** The Security Scheme Object: which members it has depends on its `type`. */
export function securityScheme(terms: SecurityTerms): ChoiceKind {
  const scheme = (
    type: string,
    says: string,
    fields: Readonly<Record<string, Field>> = {},
    since?: string,
  ): ObjectKind =>
    object(
      `${type} Security Scheme`,
      {
        type: must(text, 'The sort of the scheme.'),
        description: may(text, 'How to get in, in CommonMark.'),
        ...fields,
      },
      { says, ...(since && { since }) },
    );
  return choice('Security Scheme', 'type', {
    userPassword: scheme('userPassword', 'User name and password.'),
    apiKey: scheme('apiKey', 'An API key in the place of the user name or the password.', {
      in: must(oneOf('user', 'password'), 'Which of the two holds the key.'),
    }),
    X509: scheme('X509', 'A client certificate.'),
    symmetricEncryption: scheme('symmetricEncryption', 'A shared key.'),
    asymmetricEncryption: scheme('asymmetricEncryption', 'A pair of keys.'),
    httpApiKey: scheme('httpApiKey', 'An API key in an HTTP request.', {
      name: must(text, 'The name of the header, query parameter or cookie.'),
      in: must(oneOf('query', 'header', 'cookie'), 'Where the key stands.'),
    }),
    http: scheme('http', 'HTTP authentication.', {
      scheme: must(text, 'The name of the scheme: `basic`, `bearer` …'),
      bearerFormat: may(text, 'What a bearer token looks like; for people.'),
    }),
    oauth2: scheme('oauth2', 'OAuth 2.', {
      flows: must(flows(terms.flowScopes), 'The ways to a token.'),
      ...terms.needed,
    }),
    openIdConnect: scheme('openIdConnect', 'OpenID Connect.', {
      openIdConnectUrl: must(url, 'Where its configuration is found.'),
      ...terms.needed,
    }),
    plain: scheme('plain', 'SASL PLAIN.', {}, '2.1'),
    scramSha256: scheme('scramSha256', 'SASL SCRAM-SHA-256.', {}, '2.1'),
    scramSha512: scheme('scramSha512', 'SASL SCRAM-SHA-512.', {}, '2.1'),
    gssapi: scheme('gssapi', 'SASL GSSAPI (Kerberos).', {}, '2.1'),
  });
}

function flows(scopes: SecurityTerms['flowScopes']): Kind {
  const instead = scopes === 'availableScopes' ? { scopes: 'AsyncAPI 3 calls it `availableScopes`.' } : undefined;
  const flow = (name: string, ...urls: readonly ('authorizationUrl' | 'tokenUrl')[]): Field =>
    may(
      object(
        `${name} OAuth Flow`,
        {
          ...Object.fromEntries(urls.map(key => [key, must(url)])),
          refreshUrl: may(url, 'Where a token is renewed.'),
          [scopes]: must(mapOf(text), 'The scopes that there are, each with a short description.'),
        },
        instead && { instead },
      ),
    );
  return object('OAuth Flows', {
    implicit: flow('implicit', 'authorizationUrl'),
    password: flow('password', 'tokenUrl'),
    clientCredentials: flow('clientCredentials', 'tokenUrl'),
    authorizationCode: flow('authorizationCode', 'authorizationUrl', 'tokenUrl'),
  });
}
