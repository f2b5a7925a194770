import type { FindingKind } from '@portolan/base';

const head = `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
`;
const placed = `channels:
  orders/placed:
    subscribe:
      operationId: sendPlaced
      message: { name: placed, payload: { type: object } }
`;

export const CONVERT_LOST: FindingKind = {
  code: 'CONVERT_LOST',
  severity: 'warning',
  says: 'AsyncAPI 3 has no place for {what}: left out.',
  why: 'The two versions do not say all the same things. What the newer one has no words for is told, so that somebody can decide where it should live on.',
  help: 'If somebody relies on it, say it in a description or in an extension (`x-…`) of the converted document.',
  source: 'AsyncAPI 3.0.0, migration from 2.x',
  bad: `${head}servers:
  main: { url: 'mqtts://broker.example.com', protocol: mqtt }
${placed}`,
  good: `${head}servers:
  main: { url: 'mqtt://broker.example.com', protocol: mqtt }
${placed}`,
};

export const CONVERT_KEPT: FindingKind = {
  code: 'CONVERT_KEPT',
  severity: 'warning',
  says: '{what} was kept as it is, but {reason}.',
  why: 'What a document says wrongly in 2.x is not made right by converting it.',
  help: 'Mend it in the converted document.',
  bad: `${head}${placed.replace('message: { name', 'message: { examples: [{ id: 1 }], name')}`,
  good: `${head}${placed.replace('message: { name', 'message: { examples: [{ payload: { id: 1 } }], name')}`,
};

const secured = (security: string) => `${head}servers:
  main:
    url: broker.example.com
    protocol: mqtt
    security: ${security}
${placed}components:
  securitySchemes:
    password: { type: userPassword }
    certificate: { type: X509 }
`;

export const CONVERT_SECURITY: FindingKind = {
  code: 'CONVERT_SECURITY',
  severity: 'warning',
  says: '{what}; AsyncAPI 3 only has lists of schemes of which one is enough.',
  why: 'A reader of the converted document would think that it takes less, or more, to get in than it does.',
  help: 'Say in the description of the security scheme what else it takes.',
  source: 'AsyncAPI 2.6.0, Security Requirement Object; AsyncAPI 3.0.0, Server Object, security',
  bad: secured('[{ password: [], certificate: [] }]'),
  good: secured('[{ password: [] }, { certificate: [] }]'),
};

const scoped = (second: string) => `${head}servers:
  a: { url: a.example.com, protocol: mqtt, security: [{ login: ['orders:read'] }] }
  b: { url: b.example.com, protocol: mqtt, security: [{ login: ['${second}'] }] }
${placed}components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://login.example.com/token
          scopes: { 'orders:read': Read., 'orders:write': Write. }
`;

export const CONVERT_SCHEME_DIVIDED: FindingKind = {
  code: 'CONVERT_SCHEME_DIVIDED',
  severity: 'info',
  says: 'The security scheme `{scheme}` became {names}, because it is used with different scopes.',
  why: 'In AsyncAPI 3 the scopes that are needed stand in the scheme and not where it is used.',
  help: 'Give the new schemes names that say which scopes they need.',
  source: 'AsyncAPI 3.0.0, Security Scheme Object, scopes',
  bad: scoped('orders:write'),
  good: scoped('orders:read'),
};

const shared = (reference: string) => `${head}channels:
  orders/{id}:
    parameters:
      id: { $ref: '${reference}' }
    subscribe:
      message: { name: placed, payload: { type: object } }
components:
  parameters:
    id: { schema: { type: string } }
`;

export const CONVERT_FILE_UNSEEN: FindingKind = {
  code: 'CONVERT_FILE_UNSEEN',
  severity: 'warning',
  says: 'The reference `{reference}` was kept, but nobody could look at what it leads to.',
  why: 'What stands there may still be written as AsyncAPI 2 wants it, and the converted document would refer to it all the same.',
  help: 'Convert with that file at hand, or bundle the document first.',
  bad: shared('shared.yaml#/id'),
  good: shared('#/components/parameters/id'),
};

export const CONVERT_COPIED: FindingKind = {
  code: 'CONVERT_COPIED',
  severity: 'info',
  says: 'What `{reference}` leads to was copied to `{target}` and converted there.',
  why: 'The file may be shared with documents that still are AsyncAPI 2, so it must stay as it is.',
  help: 'Once nobody reads the file as AsyncAPI 2 any more, convert it and refer to it again.',
  bad: {
    'asyncapi.yaml': shared('shared.yaml#/id'),
    'shared.yaml': 'id: { description: Number of an order., schema: { type: string } }\n',
  },
  good: {
    'asyncapi.yaml': shared('shared.yaml#/id'),
    'shared.yaml': 'id: { description: Number of an order. }\n',
  },
};

const overruled = (summary: string) => `${head}channels:
  orders/placed:
    subscribe:
      operationId: sendPlaced
      ${summary}traits: [{ summary: Sends it. }]
      message: { name: placed, payload: { type: object } }
`;

export const CONVERT_OVERRULED: FindingKind = {
  code: 'CONVERT_OVERRULED',
  severity: 'info',
  says: '{what} was left out: its trait says otherwise, and in AsyncAPI 2 the trait is right.',
  why: 'In AsyncAPI 3 the thing itself would be right, so keeping the words would have changed what the document means.',
  help: 'If the words that were left out are the right ones, put them back.',
  source: 'AsyncAPI 2.6.0 and 3.0.0, Traits Merge Mechanism',
  bad: overruled('summary: Sends orders.\n      '),
  good: overruled(''),
};

const nullable = (value: string) => `${head}channels:
  orders/placed:
    subscribe:
      message:
        name: placed
        traits: [{ contentType: application/json }]
        payload: { type: object, properties: { note: { default: ${value} } } }
`;

export const CONVERT_TRAITS_MERGED: FindingKind = {
  code: 'CONVERT_TRAITS_MERGED',
  severity: 'info',
  says: 'The traits of {what} were written into it, because it holds `null`.',
  why: 'In AsyncAPI 3 a thing is merged over its traits, and merging takes away what is `null`.',
  help: 'Nothing; or take the `null` away, and refer to the traits again.',
  source: 'AsyncAPI 3.0.0, Traits Merge Mechanism; RFC 7386',
  bad: nullable('null'),
  good: nullable("''"),
};

const referring = (reference: string) => `${head}channels:
  orders/{id}:
    parameters:
      id: { schema: { type: string } }
    subscribe:
      message: { name: placed, payload: { $ref: '${reference}' } }
components:
  schemas:
    id: { type: string }
`;

export const CONVERT_REFERENCE_LOST: FindingKind = {
  code: 'CONVERT_REFERENCE_LOST',
  severity: 'warning',
  says: 'The reference `{reference}` names something that is not there any more.',
  why: 'What it named has no place in AsyncAPI 3, so the converted document refers to nothing.',
  help: 'Define what it named in `components`, and refer to it there.',
  bad: referring('#/channels/orders~1%7Bid%7D/parameters/id/schema'),
  good: referring('#/components/schemas/id'),
};

const sending = (id: string) => `${head}channels:
  orders/placed:
    subscribe:
      operationId: ${id}
      message: { name: placed, payload: { type: object } }
`;

export const CONVERT_DIRECTION: FindingKind = {
  code: 'CONVERT_DIRECTION',
  severity: 'warning',
  says: 'The operation `{id}` has become `action: {action}`, because it stands under `{verb}`; its words (“{words}”) say the opposite.',
  why: 'In AsyncAPI 2 `publish` says that others publish to this application. Many authors meant that the application itself publishes, and converting carries their mistake into 3.x, where nobody can see it any more.',
  help: 'If the verbs of the document are meant the other way round, convert with `--view {other}`; if only this one is, change its `action`.',
  source: 'AsyncAPI 2.6.0, Channel Item Object; AsyncAPI 3.0.0, Operation Object, action',
  bad: sending('receivePlaced'),
  good: sending('sendPlaced'),
};

/** Everything that converting has to say. */
export const convertFindingKinds: readonly FindingKind[] = [
  CONVERT_LOST,
  CONVERT_KEPT,
  CONVERT_SECURITY,
  CONVERT_SCHEME_DIVIDED,
  CONVERT_FILE_UNSEEN,
  CONVERT_COPIED,
  CONVERT_OVERRULED,
  CONVERT_TRAITS_MERGED,
  CONVERT_REFERENCE_LOST,
  CONVERT_DIRECTION,
];
