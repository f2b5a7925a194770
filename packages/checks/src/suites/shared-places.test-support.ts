import { type Scenario, scenario, v2, v3 } from './scenario.test-support.ts';

/** Scenarios about channels and servers that Spectral and parser-js have alike; the names of their rules differ. */

const UNUSED_COMPONENT =
  'A component that nothing refers to has no effect and is not judged by rules; COMPONENT_UNUSED says that it is there.';

const channel = (address: string, parameters: string) =>
  v3(`channels: { a: { address: '${address}', parameters: ${parameters} } }\n`);
const channel2 = (address: string, parameters: string) =>
  v2(`channels: { '${address}': { parameters: ${parameters} } }\n`);

export function channelParameters(rule: string, older = rule): Scenario[] {
  return [
    scenario(rule, 'all defined', channel('users/{id}/{day}', '{ id: {}, day: {} }')),
    scenario(rule, 'no expressions, no parameters', v3('channels: { a: { address: users } }\n')),
    scenario(rule, 'one is missing', channel('users/{id}/{day}', '{ id: {} }'), ['CHANNEL_PARAMETER_UNDEFINED']),
    scenario(rule, 'two are missing', channel('users/{id}/{day}', '{}'), ['CHANNEL_PARAMETER_UNDEFINED']),
    scenario(rule, 'one too many', channel('users/{id}', '{ id: {}, day: {} }'), ['CHANNEL_PARAMETER_REDUNDANT']),
    scenario(rule, 'parameters without an expression', channel('users', '{ id: {} }'), ['CHANNEL_PARAMETER_REDUNDANT']),
    scenario(
      rule,
      'parameters of an unknown address',
      v3('channels: { a: { address: null, parameters: { id: {} } } }\n'),
      ['CHANNEL_PARAMETER_REDUNDANT'],
    ),
    scenario(rule, 'parameters without an address', v3('channels: { a: { parameters: { id: {} } } }\n'), [
      'CHANNEL_PARAMETER_REDUNDANT',
    ]),
    scenario(older, '2.x, all defined', channel2('users/{id}', '{ id: {} }')),
    scenario(older, '2.x, one is missing', channel2('users/{id}/{day}', '{ id: {} }'), ['CHANNEL_PARAMETER_UNDEFINED']),
    scenario(older, '2.x, two are missing', channel2('users/{id}/{day}', '{}'), ['CHANNEL_PARAMETER_UNDEFINED']),
    scenario(older, '2.x, one too many', channel2('users/{id}', '{ id: {}, day: {} }'), [
      'CHANNEL_PARAMETER_REDUNDANT',
    ]),
    scenario(
      rule,
      'a channel in components that a root channel refers to',
      v3(
        "channels: { a: { $ref: '#/components/channels/a' } }\ncomponents: { channels: { a: { address: 'users/{id}' } } }\n",
      ),
      ['CHANNEL_PARAMETER_UNDEFINED'],
    ),
    scenario(
      rule,
      'a channel in components that nothing refers to',
      v3("channels: {}\ncomponents: { channels: { a: { address: 'users/{id}' } } }\n"),
      [],
      UNUSED_COMPONENT,
    ),
  ];
}

const servers =
  'servers: { eu: { url: eu.example.com, protocol: kafka }, us: { url: us.example.com, protocol: kafka } }\n';
const servers3 = 'servers: { eu: { host: eu.example.com, protocol: kafka } }\n';

export function channelServers(older: string, rule: string): Scenario[] {
  return [
    scenario(older, 'both are there', v2(`${servers}channels: { a: { servers: [eu, us] } }\n`)),
    scenario(older, 'none is named', v2(`${servers}channels: { a: {} }\n`)),
    scenario(older, 'an empty list', v2(`${servers}channels: { a: { servers: [] } }\n`)),
    scenario(older, 'one is not there', v2(`${servers}channels: { a: { servers: [eu, asia] } }\n`), [
      'CHANNEL_SERVER_UNKNOWN',
    ]),
    scenario(older, 'no servers at all', v2('channels: { a: { servers: [eu] } }\n'), ['CHANNEL_SERVER_UNKNOWN']),
    scenario(rule, 'it is there', v3(`${servers3}channels: { a: { servers: [{ $ref: '#/servers/eu' }] } }\n`)),
    scenario(rule, 'an empty list', v3(`${servers3}channels: { a: { servers: [] } }\n`)),
    scenario(rule, 'it is not there', v3(`${servers3}channels: { a: { servers: [{ $ref: '#/servers/us' }] } }\n`), [
      'REFERENCE_BROKEN',
    ]),
    scenario(rule, 'no servers at all', v3("channels: { a: { servers: [{ $ref: '#/servers/us' }] } }\n"), [
      'REFERENCE_BROKEN',
    ]),
    scenario(
      rule,
      'it stands in components',
      v3(
        "channels: { a: { servers: [{ $ref: '#/components/servers/eu' }] } }\ncomponents: { servers: { eu: { host: eu.example.com, protocol: kafka } } }\n",
      ),
      ['CHANNEL_SERVER_POINTER'],
    ),
  ];
}

const address2 = (address: string) => v2(`channels: { '${address}': {} }\n`);
const address3 = (address: string) => v3(`channels: { a: { address: '${address}' } }\n`);

export function addresses(names: { query: [string, string]; empty: string[]; slash: string[] }): Scenario[] {
  const [query2, query3] = names.query;
  return [
    scenario(query2, 'bare', address2('users/signedup')),
    scenario(query2, 'a query', address2('users?id=1'), ['CHANNEL_ADDRESS_QUERY']),
    scenario(query2, 'a fragment', address2('users#id'), ['CHANNEL_ADDRESS_QUERY']),
    scenario(query3, 'bare', address3('users/signedup')),
    scenario(query3, 'a query', address3('users?id=1'), ['CHANNEL_ADDRESS_QUERY']),
    scenario(query3, 'a fragment', address3('users#id'), ['CHANNEL_ADDRESS_QUERY']),
    scenario(
      query3,
      'the key looks like a query, the address is bare',
      v3("channels: { 'users?id=1': { address: users } }\n"),
    ),
    scenario(
      query3,
      'the wildcard of MQTT',
      address3('users/#'),
      [],
      'A `#` that is a level of its own is no fragment but the wildcard of MQTT and AMQP.',
    ),
    ...names.empty.flatMap(rule => [
      scenario(rule, 'a named expression, 2.x', channel2('users/{id}', '{ id: {} }')),
      scenario(rule, 'an empty expression, 2.x', address2('users/{}'), ['GRAMMAR_KEY_NOT_ALLOWED']),
      scenario(rule, 'an empty expression, 3.x', address3('users/{}'), ['CHANNEL_ADDRESS_EXPRESSION']),
    ]),
    ...names.slash.flatMap(rule => [
      scenario(rule, 'no slash at the end', address3('users/signedup')),
      scenario(rule, 'only a slash', address3('/')),
      scenario(rule, 'a slash at the end, 2.x', address2('users/'), ['CHANNEL_ADDRESS_TRAILING_SLASH']),
      scenario(rule, 'a slash at the end, 3.x', address3('users/'), ['CHANNEL_ADDRESS_TRAILING_SLASH']),
    ]),
  ];
}

const server2 = (url: string, variables = '') =>
  v2(`servers: { a: { url: '${url}', protocol: mqtt${variables && `, variables: ${variables}`} } }\nchannels: {}\n`);
const server3 = (host: string, rest = '') => v3(`servers: { a: { host: '${host}', protocol: mqtt${rest} } }\n`);

export function serverVariables(rule: string): Scenario[] {
  const both = '{ user: { default: a }, port: { default: b } }';
  return [
    scenario(rule, 'all defined', server2('{user}.example.com:{port}', both)),
    scenario(rule, 'one is missing', server2('{user}.example.com:{port}', '{ user: { default: a } }'), [
      'SERVER_VARIABLE_UNDEFINED',
    ]),
    scenario(rule, 'two are missing', server2('{user}.example.com:{port}', '{}'), ['SERVER_VARIABLE_UNDEFINED']),
    scenario(rule, 'one too many', server2('{user}.example.com', both), ['SERVER_VARIABLE_UNUSED']),
    scenario(
      rule,
      'all defined, 3.x',
      server3('{user}.example.com', ", pathname: '/{env}', variables: { user: {}, env: {} }"),
    ),
    scenario(rule, 'the path has one that is missing, 3.x', server3('example.com', ", pathname: '/{env}'"), [
      'SERVER_VARIABLE_UNDEFINED',
    ]),
    scenario(
      rule,
      'a server in components that nothing refers to',
      v2("channels: {}\ncomponents: { servers: { a: { url: '{user}.example.com', protocol: mqtt } } }\n"),
      [],
      UNUSED_COMPONENT,
    ),
  ];
}

export function serverAddresses(names: { empty: string[]; slash: string[] }): Scenario[] {
  return [
    ...names.empty.flatMap(rule => [
      scenario(rule, 'a named variable', server2('{user}.example.com', '{ user: { default: a } }')),
      scenario(rule, 'an empty one, 2.x', server2('{}.example.com'), ['SERVER_VARIABLE_UNDEFINED']),
      scenario(rule, 'an empty one in the host, 3.x', server3('{}.example.com'), ['SERVER_VARIABLE_UNDEFINED']),
      scenario(rule, 'an empty one in the path, 3.x', server3('example.com', ", pathname: '/{}'"), [
        'SERVER_VARIABLE_UNDEFINED',
      ]),
    ]),
    ...names.slash.flatMap(rule => [
      scenario(rule, 'no slash', server2('example.com:1883')),
      scenario(rule, 'a slash, 2.x', server2('example.com/'), ['SERVER_TRAILING_SLASH']),
      scenario(rule, 'a slash behind the host, 3.x', server3('example.com/'), ['SERVER_TRAILING_SLASH']),
    ]),
  ];
}
