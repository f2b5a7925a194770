import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../start-server.ts';
import { catalogIn, EXAMPLES, SILENT } from '../test-support.ts';
import { faultsOf } from './openapi.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

interface Described {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get: Described }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

let server: Server;
let document: Document;
let ajv: Ajv2020;

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });
const items = async (path: string) => ((await (await get(path)).json()) as { items: { id: string }[] }).items;
const encoded = (values: readonly string[]) => values.map(encodeURIComponent);

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'portolan-openapi-'));
  server = await startServer({ catalog: await catalogIn(data, ...EXAMPLES), port: 0, log: SILENT });
  document = (await (await get('/api/openapi.json')).json()) as Document;
  ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'components', $defs: relocated(document.components.schemas) });
  return async () => {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  };
});

/** Schemas as JSON Schema validators know them: OpenAPI keeps them under a keyword of its own. */
function relocated<T extends object>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"components#/$defs/'));
}

function validator(schema: object): ValidateFunction {
  return ajv.compile(relocated(schema));
}

function schemaOf(operation: Operation, status: number, type: string): object {
  const schema = document.paths[operation.path]?.get.responses[status]?.content?.[type]?.schema;
  expect(schema, `${operation.id} describes its ${status} as ${type}`).toBeDefined();
  return schema as object;
}

/** Real paths of an operation: every thing that its list names, so that every shape of the examples is met. */
async function pathsOf({ path }: Operation): Promise<string[]> {
  if (path === '/api/v1/search') return ['order', 'owner:shop-team', 'kind:field id'].map(q => `${path}?q=${q}`);
  if (path === '/api/v1/faults/{code}') return [path.replace('{code}', 'SERVER_NOT_FOUND')];
  if (!path.includes('{')) return [path];
  const [list] = path.split('/{') as [string];
  const ids = encoded((await items(`${list}?limit=500`)).map(item => item.id));
  const paths = ids.map(id => path.replace('{id}', id));
  if (!path.includes('{digest}')) return paths;
  const histories = await Promise.all(
    ids.map(async id => {
      const revisions = (await items(`${list}/${id}/revisions`)) as unknown as { digest: string }[];
      return encoded(revisions.map(({ digest }) => digest)).map(digest =>
        path.replace('{id}', id).replace('{digest}', digest),
      );
    }),
  );
  return histories.flat();
}

describe('the served OpenAPI document', () => {
  test('describes exactly the routes that there are', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(document.paths)).toEqual(operations.map(operation => operation.path));
    const ids = Object.values(document.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(operations.length);
    for (const schema of Object.values(document.components.schemas)) validator(schema);
  });

  const json = operations.filter(({ answer }) => answer.type === 'application/json');
  test.each(json.map(operation => [operation.id, operation] as const))(
    '%s answers as it is described, for everything in the examples',
    async (_, operation) => {
      const validate = validator(schemaOf(operation, 200, 'application/json'));
      const paths = await pathsOf(operation);
      expect(paths).not.toEqual([]);
      for (const path of paths) {
        const response = await get(path);
        expect(response.status, path).toBe(200);
        expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
        validate(await response.json());
        expect(validate.errors ?? [], path).toEqual([]);
      }
    },
  );

  test('the texts and the stream are of the types that are described', async () => {
    const metrics = await get('/metrics');
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    const events = await get('/api/v1/events');
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    await events.body?.cancel();
  });
});

/** What only a process meets that is loading, full, or cut off from its store: these have tests of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['SERVER_LOADING', 'SERVER_BUSY', 'STORE_AWAY']);

/** How to meet each other fault that operations describe. */
function provocations(operation: Operation): Record<string, string> {
  const path = operation.path.replace(/\{\w+\}/g, 'none');
  const isCursor = 'cursor' in operation.parameters;
  const tooLong = `${operation.path.replace(/\{\w+\}/g, 'x'.repeat(2_500))}`;
  return {
    SERVER_PARAMETER_UNKNOWN: `${path}?colour=blue`,
    SERVER_PARAMETER_INVALID: isCursor ? `${path}?cursor=%21` : path.includes('none') ? tooLong : `${path}?limit=0&q=x`,
    SERVER_NOT_FOUND: path,
  };
}

describe('every problem that is described', () => {
  const cases = operations.flatMap(operation =>
    faultsOf(operation)
      .map(make => make())
      .filter(({ code }) => !ELSEWHERE.has(code))
      .map(fault => [operation.id, fault.code, operation, fault.kind.status] as const),
  );
  test.each(cases)('%s answers %s as problem+json', async (_, code, operation, status) => {
    const response = await get(provocations(operation)[code] as string);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await response.json()) as { code: string; type: string; instance: string };
    const validate = validator(schemaOf(operation, status, 'application/problem+json'));
    validate(problem);
    expect(validate.errors ?? []).toEqual([]);
    expect(problem).toMatchObject({ code, type: `/api/v1/faults/${code}` });
    expect((await get(problem.type)).status).toBe(200);
  });
});
