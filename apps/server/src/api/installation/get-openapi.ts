import { anything, type JsonSchema } from '../json-schema.ts';
import { operation } from '../operation.ts';

/** Filled in by the list of operations, of which this operation is one itself. */
export function getOpenApi(document: () => JsonSchema) {
  return operation({
    id: 'getOpenApi',
    path: '/api/openapi.json',
    summary: 'This description',
    tag: 'Installation',
    about: 'process',
    needs: 'nothing',
    parameters: {},
    answer: { description: 'An OpenAPI 3.1 document.', schema: anything },
    run: document,
  });
}
