import type { FindingKind } from '@portolan/base';

const head = `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
`;

const placed = `${head}webhooks:
  orderPlaced:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
      responses:
        '204':
          description: Taken.
`;

export const OPENAPI_VERSION_UNSUPPORTED: FindingKind = {
  code: 'OPENAPI_VERSION_UNSUPPORTED',
  severity: 'error',
  says: 'Version `{version}` of OpenAPI is not one that Portolan reads.',
  why: 'Callbacks came with OpenAPI 3.0 and webhooks with 3.1. Other versions have another grammar; guessing would report nonsense.',
  help: 'Use a version from 3.0.0 to 3.1.1, written in full and as text.',
  source: 'OpenAPI 3.1.1, OpenAPI Object, openapi',
  bad: placed.replace('3.1.0', '2.0.0'),
  good: placed,
};

export const OPENAPI_VERSION_NEWER: FindingKind = {
  code: 'OPENAPI_VERSION_NEWER',
  severity: 'warning',
  says: 'Version `{version}` of OpenAPI is newer than Portolan knows; it is read as {readAs}.',
  why: 'A minor version adds members and takes few away, so most of the document is understood; what is new is not.',
  help: 'Update Portolan, or use {readAs}.',
  source: 'OpenAPI 3.1.1, Versions and Deprecation',
  bad: placed.replace('3.1.0', '3.2.0'),
  good: placed,
};

export const OPENAPI_NOTHING_ASYNCHRONOUS: FindingKind = {
  code: 'OPENAPI_NOTHING_ASYNCHRONOUS',
  severity: 'info',
  says: 'This OpenAPI document has neither webhooks nor callbacks: nothing in it is sent of its own accord.',
  why: 'Portolan charts messages. Of an OpenAPI document it reads the requests that the application sends by itself; what others ask it for under `paths` is no message.',
  help: 'Leave this file out of what Portolan reads, or describe the requests that the application sends under `webhooks` (3.1) or as `callbacks` of an operation.',
  source: 'OpenAPI 3.1.1, OpenAPI Object, webhooks; Callback Object',
  bad: `${head}paths: {}\n`,
  good: placed,
};

export const OPENAPI_WITHOUT_OPERATION: FindingKind = {
  code: 'OPENAPI_WITHOUT_OPERATION',
  severity: 'warning',
  says: 'The {kind} `{name}` has no operation: nothing says which request is sent.',
  why: 'A receiver has to know the method to listen for, and what the request holds.',
  help: 'Add the method that is sent, mostly `post`, with its `requestBody`.',
  source: 'OpenAPI 3.1.1, Path Item Object',
  bad: `${head}webhooks:\n  orderPlaced:\n    summary: An order was placed.\n`,
  good: placed,
};

export const OPENAPI_BODY_WITHOUT_MEDIA_TYPE: FindingKind = {
  code: 'OPENAPI_BODY_WITHOUT_MEDIA_TYPE',
  severity: 'warning',
  says: 'The body of `{name}` names no media type: nothing says what is sent.',
  why: 'The schema of a body stands under its media type. Without one receivers know neither the encoding nor the content.',
  help: 'Add a media type such as `application/json` with a `schema` under `content`, or remove the body.',
  source: 'OpenAPI 3.1.1, Request Body Object, content',
  bad: placed.replace(/content:[\s\S]*?object\n/, 'content: {}\n'),
  good: placed,
};
