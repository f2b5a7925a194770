import { faults } from '../faults.ts';
import { VERSION } from '../version.ts';
import { type JsonSchema, ref } from './json-schema.ts';
import type { Operation, Tag } from './operation.ts';
import { chartSchemas } from './schemas/chart.ts';
import { commonSchemas } from './schemas/common.ts';
import { documentSchemas } from './schemas/documents.ts';
import { pageSchemas } from './schemas/pages.ts';

const TAGS: Readonly<Record<Tag, string>> = {
  Chart: 'Who sends what to whom.',
  Search: 'Finding things by what people remember of them.',
  Documents: 'The documents as they are and as they were, and what is to be said about them.',
  Changes: 'What happens from now on.',
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
        'The chart of an organisation’s events. Everything is read only: documents change in their folders. Errors are ' +
        'problem+json (RFC 9457) with the code of the fault. Answers about the chart carry a strong `ETag`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(operations.map(operation => [operation.path, { get: describe(operation) }])),
    components: { schemas: { ...commonSchemas, ...chartSchemas, ...documentSchemas, ...pageSchemas } },
  };
}

function describe(operation: Operation): JsonSchema {
  const { id, summary, description, tag, parameters, about } = operation;
  const isChart = about === 'chart';
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    tags: [tag],
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
    responses: {
      200: success(operation),
      ...(isChart && { 304: { description: 'Nothing changed since the answer with this tag.' } }),
      ...problems(operation),
    },
  };
}

function success({ answer: { description, type, schema }, about }: Operation): JsonSchema {
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
export function faultsOf({ faults: own, parameters, about }: Operation): Operation['faults'] {
  return [
    faults.PARAMETER_UNKNOWN,
    ...(Object.keys(parameters).length > 0 ? [faults.PARAMETER_INVALID] : []),
    ...(about === 'chart' ? [faults.LOADING] : []),
    ...own,
  ];
}
