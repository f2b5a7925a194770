import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { convertedDifferences } from '../facts/converted.ts';
import { both, head } from './both.test-support.ts';

/**
 * All in which the facts of a converted document may differ from those of the original, beside the version and the verbs;
 * each with the reason, and with a document that shows it.
 */
const exceptions: readonly { readonly because: string; readonly text: string; readonly changed: readonly string[] }[] =
  [
    {
      because: 'members of a security scheme are kept as written, and 3.x writes scopes otherwise: offered and needed',
      text: `${head}servers: { a: { url: a.example.com, protocol: mqtt, security: [{ login: [r] }] } }
channels: {}
components:
  securitySchemes:
    login: { type: oauth2, flows: { password: { tokenUrl: 'https://example.com', scopes: { r: Read. } } } }
`,
      changed: [
        '/securitySchemes/0/details/flows/password/scopes: {"r":"Read."} → undefined',
        '/securitySchemes/0/details/flows/password/availableScopes: undefined → {"r":"Read."}',
        '/securitySchemes/0/details/scopes: undefined → ["r"]',
      ],
    },
    {
      because: 'a scheme that is used with different scopes becomes several, which need names of their own',
      text: `${head}servers:
  a: { url: a.example.com, protocol: mqtt, security: [{ login: [] }, { login: [r] }] }
channels: {}
components:
  securitySchemes: { login: { type: openIdConnect, openIdConnectUrl: 'https://example.com' } }
`,
      changed: [
        '/servers/0/security/1/scheme: "login" → "login-2"',
        '/securitySchemes/1: undefined → {"id":"login-2","type":"openIdConnect","details":{"openIdConnectUrl":"https://example.com","scopes":["r"]}}',
      ],
    },
    {
      because:
        'a requirement that 2.x does not allow leads nowhere in 3.x: a scheme that is not there, scopes of a type without',
      text: `${head}servers: { a: { url: a.example.com, protocol: mqtt, security: [{ key: [x] }, { none: [] }] } }
channels: {}
components: { securitySchemes: { key: { type: apiKey, in: user } } }
`,
      changed: [
        '/servers/0/security/0/scopes/0: "x" → undefined',
        '/servers/0/security/1: {"scheme":"none","scopes":[]} → undefined',
      ],
    },
    {
      because:
        'numbers in the schema of a parameter become the texts that they are in an address; the reader of 2.x skips them',
      text: `${head}channels:
  a/{id}: { parameters: { id: { schema: { enum: [1, 2], default: 1 } } } }
  b/{id}: { parameters: { id: { schema: { const: x } } } }
`,
      changed: [
        '/channels/0/parameters/0/enum/0: undefined → "1"',
        '/channels/0/parameters/0/enum/1: undefined → "2"',
        '/channels/0/parameters/0/default: undefined → "1"',
        '/channels/1/parameters/0/enum: undefined → ["x"]',
      ],
    },
    {
      because: 'a schema that only parameters referred to is referred to by nobody any more',
      text: `${head}channels:
  a/{id}: { parameters: { id: { schema: { $ref: '#/components/schemas/id' } } } }
components: { schemas: { id: { type: string } } }
`,
      changed: ['/unused/0: undefined → "/components/schemas/id"'],
    },
    {
      because: 'a list of messages in the components that nobody uses becomes the messages in it',
      text: `${head}channels: {}
components: { messages: { any: { oneOf: [{ name: one }] } } }
`,
      changed: [
        '/messages/0/id: "any" → "one"',
        '/messages/0/name: "any" → "one"',
        '/unused/0: "/components/messages/any" → "/components/messages/one"',
      ],
    },
    {
      because: 'a server that is not there cannot be referred to',
      text: `${head}channels: { a: { servers: [none] } }\n`,
      changed: ['/channels/0/servers/0: "none" → undefined'],
    },
    {
      because: 'the reader of 2.x takes a scheme that is a variable for the host',
      text: `${head}servers: { a: { url: '{scheme}://a.example.com/b', protocol: ws, variables: { scheme: { default: ws } } } }
channels: {}
`,
      changed: ['/servers/0/host: "{scheme}:" → "a.example.com"', '/servers/0/pathname: "//a.example.com/b" → "/b"'],
    },
  ];

test.each(exceptions)('differs, because $because', async ({ text, changed }) => {
  const { after, changed: found } = await both(text);
  expect(found).toEqual(changed);
  // Comparing before something is written leaves them out.
  const { contract } = await readText('asyncapi.yaml', text, () => undefined);
  expect(contract && after.contract && convertedDifferences(contract, after.contract)).toEqual([]);
});
