import { expect, test } from 'vitest';
import { checkExample } from './testing.ts';

const v2 = (rest: string) => `asyncapi: 2.6.0\ninfo: {title: Orders, version: 1.0.0}\n${rest}`;
const v3 = (rest: string) => `asyncapi: 3.1.0\ninfo: {title: Orders, version: 1.0.0}\n${rest}`;

/** Documents, and everything that is wrong with them: pointer and message. */
const cases: { what: string; document: string; wrong: string[] }[] = [
  { what: 'the smallest document of 3.x', document: v3(''), wrong: [] },
  { what: 'the smallest document of 2.x', document: v2('channels: {}'), wrong: [] },
  { what: '2.x demands channels', document: v2(''), wrong: [' The document lacks `channels`.'] },
  {
    what: 'a document that is a list',
    document: v3('servers: []'),
    wrong: ['/servers `servers` must be an object, but is an empty list.'],
  },
  {
    what: 'a number where a text is wanted',
    document: 'asyncapi: 3.1.0\ninfo: {title: Orders, version: 1.0}',
    wrong: ['/info/version `version` of Info must be a string, but is the number 1.'],
  },
  {
    what: 'a wrong type says nothing about the members below',
    document: v3('channels: {orders: [{adress: a}]}'),
    wrong: ['/channels/orders `orders` in `channels` must be an object, but is a list.'],
  },
  {
    what: 'an empty value',
    document: v3('channels: {orders: }'),
    wrong: ['/channels/orders `orders` in `channels` must be an object, but is null.'],
  },
  {
    what: 'a misspelt required field is one mistake, not two',
    document: v3("channels: {orders: {}}\noperations: {send: {acton: send, channel: {$ref: '#/channels/orders'}}}"),
    wrong: ['/operations/send/acton Operation `send` has no field `acton` in AsyncAPI 3.1.0.'],
  },
  {
    what: 'a field of 2.x in 3.x is one mistake',
    document: v3('servers: {production: {url: example.com, protocol: kafka}}'),
    wrong: ['/servers/production/url Server `production` has no field `url` in AsyncAPI 3.1.0.'],
  },
  {
    what: 'an address may be null',
    document: v3('channels: {orders: {address: }}'),
    wrong: [],
  },
  {
    what: 'items are counted as people count',
    document: v3('channels: {orders: {tags: [{name: a}, {description: b}]}}'),
    wrong: ['/channels/orders/tags/1 Tag 2 lacks `name`.'],
  },
  {
    what: 'extensions are welcome',
    document: v3('x-owner: orders\nchannels: {orders: {x-team: {any: thing}}}'),
    wrong: [],
  },
  {
    what: 'extensions have names of a certain form',
    document: v3("'x-our owner': orders"),
    wrong: ['/x-our owner The key `x-our owner` must be `x-` followed by letters, digits, `.`, `-` and `_`.'],
  },
  {
    what: 'names that every object inherits are names like any other',
    document: v3(
      'constructor: 1\nchannels: {orders: {toString: 2}}\ncomponents: {schemas: {constructor: {type: string}}}',
    ),
    wrong: [
      '/constructor The document has no field `constructor` in AsyncAPI 3.1.0.',
      '/channels/orders/toString Channel `orders` has no field `toString` in AsyncAPI 3.1.0.',
    ],
  },
  {
    what: 'security schemes differ by type',
    document: v3(
      'components: {securitySchemes: {a: {type: userPassword}, b: {type: apiKey}, c: {type: apiKeyy}, d: {in: user}, e: {type: http, scheme: basic, in: header}}}',
    ),
    wrong: [
      '/components/securitySchemes/b apiKey Security Scheme `b` lacks `in`.',
      '/components/securitySchemes/c/type `type` must be one of `userPassword`, `apiKey`, `X509`, `symmetricEncryption`, `asymmetricEncryption`, `httpApiKey`, `http`, `oauth2`, `openIdConnect`, `plain`, `scramSha256`, `scramSha512`, `gssapi`, but is "apiKeyy".',
      '/components/securitySchemes/d Security Scheme `d` lacks `type`.',
      '/components/securitySchemes/e/in http Security Scheme `e` has no field `in` in AsyncAPI 3.1.0.',
    ],
  },
  {
    what: 'an OAuth flow has the URLs of its flow and no others',
    document: v3(
      "components: {securitySchemes: {a: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://example.com', tokenUrl: 'https://example.com', availableScopes: {}}, password: {tokenUrl: here, scopes: {}}}}}}",
    ),
    wrong: [
      '/components/securitySchemes/a/flows/implicit/tokenUrl implicit OAuth Flow has no field `tokenUrl` in AsyncAPI 3.1.0.',
      '/components/securitySchemes/a/flows/password/tokenUrl `tokenUrl` of password OAuth Flow must be an absolute URL, but is "here".',
      '/components/securitySchemes/a/flows/password/scopes password OAuth Flow has no field `scopes` in AsyncAPI 3.1.0.',
    ],
  },
  {
    what: 'in 2.x they are called scopes',
    document: v2(
      "channels: {}\ncomponents: {securitySchemes: {a: {type: oauth2, flows: {password: {tokenUrl: 'https://example.com', scopes: {}}}}}}",
    ),
    wrong: [],
  },
  {
    what: 'an example has headers or payload',
    document: v3('components: {messages: {placed: {examples: [{name: a}, {payload: }]}}}'),
    wrong: ['/components/messages/placed/examples/0 Message Example 1 lacks `headers` or `payload`.'],
  },
  {
    what: 'a channel of 2.x may refer to another one and add to it',
    document: v2(
      "channels: {orders: {$ref: '#/components/channels/orders', description: 1}}\ncomponents: {channels: {orders: {}}}",
    ),
    wrong: ['/channels/orders/description `description` of Channel `orders` must be a string, but is the number 1.'],
  },
  {
    what: 'an operation of 2.x has one message or several',
    document: v2('channels: {orders: {publish: {message: {oneOf: [{name: a}, {name: 1}], name: b}}}}'),
    wrong: [
      '/channels/orders/publish/message/oneOf/1/name `name` of Message 2 must be a string, but is the number 1.',
      '/channels/orders/publish/message/name Message has no field `name` in AsyncAPI 2.6.0.',
    ],
  },
  {
    what: 'headers are described by an object schema',
    document: v3('components: {messages: {placed: {headers: {type: string}}}}'),
    wrong: [
      '/components/messages/placed/headers/type `type` of Object Schema `headers` must be `object`, but is "string".',
    ],
  },
];

test.each(cases)('$what', ({ document, wrong }) => {
  expect(checkExample(document).map(({ origin, message }) => `${origin.pointer} ${message}`)).toEqual(wrong);
});

test.each([
  ['messageId', '2.3.0', '2.4.0', 'channels: {orders: {publish: {message: {messageId: placed}}}}'],
  ['servers', '2.1.0', '2.2.0', 'channels: {orders: {servers: []}}'],
  ['security', '2.3.0', '2.4.0', 'channels: {orders: {publish: {security: []}}}'],
  ['tags', '2.4.0', '2.5.0', 'channels: {}\nservers: {a: {url: a, protocol: kafka, tags: []}}'],
  ['servers', '2.2.0', '2.3.0', 'channels: {}\ncomponents: {servers: {}}'],
  ['channels', '2.2.0', '2.3.0', 'channels: {}\ncomponents: {channels: {}}'],
  ['serverVariables', '2.3.0', '2.4.0', 'channels: {}\ncomponents: {serverVariables: {}}'],
])('%s is not in %s, but in %s', (field, before, from, rest) => {
  const at = (version: string) => checkExample(`asyncapi: ${version}\ninfo: {title: Orders, version: 1.0.0}\n${rest}`);
  expect(at(before).map(({ code }) => code)).toEqual(['GRAMMAR_FIELD_NOT_IN_VERSION']);
  expect(at(before)[0]?.message).toContain(
    `has \`${field}\` only from ${from.slice(0, 3)} on; this is AsyncAPI ${before}.`,
  );
  expect(at(before)[0]?.origin.part).toBe('key');
  expect(at(from)).toEqual([]);
});

test('SASL came with 2.1', () => {
  const at = (version: string) =>
    checkExample(
      `asyncapi: ${version}\ninfo: {title: Orders, version: 1.0.0}\nchannels: {}\ncomponents: {securitySchemes: {a: {type: plain}}}`,
    );
  expect(at('2.0.0')[0]?.code).toBe('GRAMMAR_VALUE_NOT_ALLOWED');
  expect(at('2.1.0')).toEqual([]);
});

test('examples of messages were free in 2.0', () => {
  const at = (version: string) =>
    checkExample(
      `asyncapi: ${version}\ninfo: {title: Orders, version: 1.0.0}\nchannels: {orders: {publish: {message: {examples: [{any: thing}]}}}}`,
    );
  expect(at('2.0.0')).toEqual([]);
  expect(at('2.1.0').map(({ code }) => code)).toEqual(['GRAMMAR_UNKNOWN_FIELD', 'GRAMMAR_REQUIRED_MISSING']);
});

test('the help says what was probably meant', () => {
  const helps = (document: string) => checkExample(document).map(({ help }) => help);
  expect(helps(v3('chanels: {}'))[0]).toContain('Did you mean `channels`?');
  expect(helps(v3('channels: {orders: {publish: {}}}'))[0]).toContain('`operations`');
  expect(helps(v3("operations: {a: {action: recieve, channel: {$ref: '#/channels/a'}}}"))[0]).toContain(
    'Did you mean `receive`?',
  );
  expect(helps('asyncapi: 3.1.0\ninfo: {title: Orders, version: 1.0}')[0]).toContain('Put the value in quotes.');
});
