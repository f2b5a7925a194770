import { faults as control } from '@portolan/control';
import { faults } from '../faults.ts';
import { VERSION } from '../version.ts';
import { type JsonSchema, ref } from './json-schema.ts';
import type { Operation, Tag } from './operation.ts';
import { accessSchemas } from './schemas/access.ts';
import { changelogSchemas } from './schemas/changelog.ts';
import { chartSchemas } from './schemas/chart.ts';
import { commonSchemas } from './schemas/common.ts';
import { documentSchemas } from './schemas/documents.ts';
import { governanceSchemas } from './schemas/governance.ts';
import { pageSchemas } from './schemas/pages.ts';
import { placeSchemas } from './schemas/places.ts';
import { pushSchemas } from './schemas/push.ts';
import { questionSchemas } from './schemas/questions.ts';
import { reviewSchemas } from './schemas/reviews.ts';
import { watchSchemas } from './schemas/watches.ts';

const TAGS: Readonly<Record<Tag, string>> = {
  Chart: 'Who sends what to whom.',
  Questions: 'What would break, how services are connected, where documents and what is there differ.',
  Search: 'Finding things by what people remember of them.',
  Documents: 'The documents as they are and as they were, and what is to be said about them.',
  Changes: 'What happens from now on.',
  Access: 'Who may do what, and what was done.',
  Installation: 'The running process itself.',
};

/** The OpenAPI 3.1 document of some operations, made from the same objects as their routes. */
export function openApi(operations: readonly Operation[]): JsonSchema {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Portolan',
      version: VERSION,
      description:
        'The chart of an organisation’s events. Each operation says who may. Errors are ' +
        'problem+json (RFC 9457) with the code of the fault. Answers about the chart carry an `ETag`, a weak one where they are compressed.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: pathsOf(operations),
    components: {
      securitySchemes: SECURITY_SCHEMES,
      schemas: {
        ...commonSchemas,
        ...accessSchemas,
        ...changelogSchemas,
        ...chartSchemas,
        ...documentSchemas,
        ...governanceSchemas,
        ...pageSchemas,
        ...placeSchemas,
        ...pushSchemas,
        ...watchSchemas,
        ...reviewSchemas,
        ...questionSchemas,
      },
    },
  };
}

/** The operations of each path by method. */
function pathsOf(operations: readonly Operation[]): JsonSchema {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, group]) => [
      path,
      Object.fromEntries(group.map(operation => [operation.method.toLowerCase(), describe(operation)])),
    ]),
  );
}

/** How callers say who they are: people by the cookie of their session, programs by a token. */
const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'portolan',
    description: 'The session of who signed in with `POST /api/v1/session`; called `__Host-portolan` over TLS.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'A token, which begins with `ptl_`.' },
};

/** What each need is in words. */
const NEEDS: Readonly<Record<Operation['needs'], string>> = {
  nothing: 'Everybody may.',
  known: 'Whoever has signed in or sends a token may.',
  account: 'Whoever has signed in may.',
  read: 'Takes the role reader; where reading is open, everybody may.',
  own: 'Takes the role owner.',
  govern: 'Takes the role governor.',
  administer: 'Takes the role administrator.',
};

function securityOf(needs: Operation['needs']): readonly JsonSchema[] {
  if (needs === 'nothing') return [];
  return needs === 'account' ? [{ session: [] }] : [{ session: [] }, { token: [] }];
}

function describe(operation: Operation): JsonSchema {
  const { id, summary, description, tag, parameters, about, needs, body } = operation;
  const isChart = about === 'chart';
  return {
    operationId: id,
    summary,
    description: [description, NEEDS[needs]].filter(Boolean).join('\n\n'),
    tags: [tag],
    security: securityOf(needs),
    parameters: [
      ...Object.entries(parameters).map(([name, parameter]) => ({
        name,
        in: parameter.in,
        description: parameter.description,
        required: parameter.in === 'path' || 'minLength' in parameter.schema,
        schema: parameter.schema,
      })),
      ...(isChart
        ? [{ name: 'If-None-Match', in: 'header', description: 'Tags at hand.', schema: { type: 'string' } }]
        : []),
    ],
    ...(body && {
      requestBody: {
        description: body.description,
        required: true,
        content: { 'application/json': { schema: body.schema } },
      },
    }),
    responses: {
      [operation.answer.status]: success(operation),
      ...(isChart && { 304: { description: 'Nothing changed since the answer with this tag.' } }),
      ...problems(operation),
    },
  };
}

function success({ answer: { description, type, schema, status }, about }: Operation): JsonSchema {
  if (status === 303) return { description };
  const headers = { ETag: { description: 'Names this state of the answer.', schema: { type: 'string' } } };
  return { description, ...(about === 'chart' && { headers }), content: { [type]: { schema } } };
}

/** The faults of an operation by status, each with its codes. */
function problems(operation: Operation): JsonSchema {
  const expected = faultsOf(operation).map(make => make());
  const byStatus = Map.groupBy(expected, fault => fault.kind.status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map(({ code, kind }) => `\`${code}\`: ${kind.says}`).join('\n\n'),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  );
}

/** Everything that callers of an operation have to expect. */
export function faultsOf({
  faults: own,
  parameters,
  about,
  needs,
  body,
  method,
  anyQuery,
}: Operation): Operation['faults'] {
  const isNeeding = needs !== 'nothing';
  return [
    ...(anyQuery ? [] : [faults.PARAMETER_UNKNOWN]),
    ...(isNeeding ? [control.SIGN_IN_NEEDED, control.SESSION_ENDED, control.ROLE_NEEDED] : []),
    control.TOKEN_REFUSED,
    ...(needs === 'account' || needs === 'known' ? [control.NO_ACCOUNTS] : []),
    ...(method === 'GET' ? [] : [faults.ORIGIN_REFUSED]),
    ...(body ? [faults.BODY_INVALID] : []),
    ...(Object.keys(parameters).length > 0 ? [faults.PARAMETER_INVALID] : []),
    ...(about === 'chart' ? [faults.LOADING] : []),
    ...own,
  ];
}
