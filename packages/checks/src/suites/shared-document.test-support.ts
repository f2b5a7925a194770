import { type Scenario, scenario, v2, v3 } from './scenario.test-support.ts';

/** Scenarios about the document and its security that Spectral and parser-js have alike. */

const servers3 = 'servers: { eu: { host: eu.example.com, protocol: kafka } }\n';

const scheme = `components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials: { tokenUrl: https://example.com/token, scopes: { 'read:pets': Read, 'write:pets': Write } }
        password: { tokenUrl: https://example.com/token, scopes: { 'read:dogs': Read } }
    sasl: { type: scramSha512 }
`;
const onServer = (security: string) =>
  v2(`servers: { a: { url: example.com, protocol: mqtt, security: ${security} } }\nchannels: {}\n${scheme}`);
const onOperation = (verb: string, security: string) =>
  v2(`channels: { a: { ${verb}: { security: ${security}, message: { payload: { type: string } } } } }\n${scheme}`);

export function security(server: string, operation: string): Scenario[] {
  const foreignFlow = scheme.replace('password:', 'notDefined:');
  return [
    scenario(server, 'a scheme that is there', onServer('[{ sasl: [] }]')),
    scenario(server, 'nothing is required', onServer('[]')),
    scenario(server, 'scopes that a flow has', onServer("[{ login: ['read:pets', 'read:dogs'] }]")),
    scenario(server, 'a scheme that is not there', onServer('[{ other: [] }]'), ['SECURITY_SCHEME_UNKNOWN']),
    scenario(server, 'several, one of them not there', onServer('[{ sasl: [] }, { other: [] }]'), [
      'SECURITY_SCHEME_UNKNOWN',
    ]),
    scenario(server, 'a scope that no flow has', onServer("[{ login: ['read:cats'] }]"), ['SECURITY_SCOPE_UNDECLARED']),
    scenario(
      server,
      'a scope of a flow that there is not',
      onServer("[{ login: ['write:pets'] }]").replace(scheme, foreignFlow),
      ['GRAMMAR_UNKNOWN_FIELD'],
    ),
    scenario(server, 'scopes of a scheme that has none', onServer("[{ sasl: ['read:pets'] }]"), [
      'SECURITY_SCOPES_FOREIGN',
    ]),
    ...['publish', 'subscribe'].flatMap(verb => [
      scenario(operation, `${verb}, a scheme that is there`, onOperation(verb, '[{ sasl: [] }]')),
      scenario(operation, `${verb}, nothing is required`, onOperation(verb, '[]')),
      scenario(operation, `${verb}, a scheme that is not there`, onOperation(verb, '[{ other: [] }]'), [
        'SECURITY_SCHEME_UNKNOWN',
      ]),
      scenario(operation, `${verb}, a scope that no flow has`, onOperation(verb, "[{ login: ['read:cats'] }]"), [
        'SECURITY_SCOPE_UNDECLARED',
      ]),
    ]),
  ];
}

export function infoMembers(prefix: string): Scenario[] {
  const info = (members: string) =>
    `asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0${members && `, ${members}`} }\n`;
  const rule = (name: string) => `${prefix}${name}`;
  return [
    scenario(rule('info-description'), 'it is there', info('description: Takes orders.')),
    scenario(rule('info-description'), 'it is not', info(''), ['INFO_DESCRIPTION_MISSING']),
    scenario(rule('info-description'), 'it is empty', info("description: ''"), ['INFO_DESCRIPTION_MISSING']),
    scenario(rule('info-contact'), 'it is there', info('contact: { name: Team }')),
    scenario(rule('info-contact'), 'it is not', info(''), ['INFO_OWNER_MISSING']),
    scenario(
      rule('info-contact'),
      'an owner as extension',
      info('x-owner: team'),
      [],
      'People name an owner in `x-owner` as well, and one is enough.',
    ),
    scenario(
      rule('info-contact-properties'),
      'all three',
      info('contact: { name: Team, url: https://example.com, email: a@example.com }'),
    ),
    ...['name: Team', 'url: https://example.com', 'email: a@example.com'].map(member =>
      scenario(rule('info-contact-properties'), `only ${member}`, info(`contact: { ${member} }`), [
        'INFO_CONTACT_INCOMPLETE',
      ]),
    ),
    scenario(rule('info-license'), 'it is there', info('license: { name: MIT }')),
    scenario(rule('info-license'), 'it is not', info(''), ['INFO_LICENSE_MISSING']),
    scenario(rule('info-license-url'), 'it is there', info('license: { name: MIT, url: https://example.com/mit }')),
    scenario(rule('info-license-url'), 'it is not', info('license: { name: MIT }'), ['INFO_LICENSE_URL_MISSING']),
    scenario(rule('latest-version'), 'the latest', info('')),
    scenario(rule('latest-version'), 'an older one', v2('channels: {}\n'), ['DOCUMENT_VERSION_OUTDATED']),
    scenario(rule('servers'), 'one is there', v3(`${servers3}channels: { a: {} }\n`)),
    scenario(rule('servers'), 'there is none', v3('channels: { a: {} }\n'), ['DOCUMENT_SERVERS_MISSING']),
    scenario(rule('servers'), 'the map is empty', v3('servers: {}\nchannels: { a: {} }\n'), [
      'DOCUMENT_SERVERS_MISSING',
    ]),
  ];
}
