import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folders, openCatalog, reviewsOf } from '@portolan/control';
import { openSqlite } from '@portolan/stores/sqlite';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHANGE, SENT } from '../reviews/check.test-support.ts';
import { type Server, startServer } from '../start-server.ts';
import { EXAMPLES, SILENT } from '../test-support.ts';
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
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

let server: Server;
let document: Document;
let ajv: Ajv2020;

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });
const post = (path: string, body: unknown) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const items = async (path: string) => ((await (await get(path)).json()) as { items: { id: string }[] }).items;
const encoded = (values: readonly string[]) => values.map(encodeURIComponent);

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'portolan-openapi-'));
  const store = await openSqlite(join(data, 'portolan.db'));
  const catalog = await openCatalog({ store, sources: folders(EXAMPLES) });
  const reviews = reviewsOf(store);
  server = await startServer({ catalog, reviews, allowPush: true, port: 0, log: SILENT });
  await post('/api/v1/checks', SENT);
  const decision = { document: 'orders/orders.yaml', changes: [CHANGE.id], reason: 'They agreed' };
  await post('/api/v1/decisions', { ...decision, kind: 'sign-off', service: 'billing' });
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
  const schema =
    document.paths[operation.path]?.[operation.method.toLowerCase()]?.responses[status]?.content?.[type]?.schema;
  expect(schema, `${operation.id} describes its ${status} as ${type}`).toBeDefined();
  return schema as object;
}

/** Questions that have an answer in the examples. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/search': ['q=order', 'q=owner:shop-team', 'q=kind:field id'],
  '/api/v1/impact': [
    'of=message:orderbooked',
    'of=message:orderbooked&field=productId',
    'of=message:orderbooked&field=total.currency&change=narrow&values=EUR,GBP',
    'of=OrderBooked.customerId&change=rename&to=customer',
    'of=OrderBooked.customerId&change=retype&to=integer',
    'of=OrderBooked.customerId&change=optional',
  ],
  '/api/v1/path': ['from=storefront&to=Sales Analytics', 'from=shipping&to=storefront', 'from=payments&to=payments'],
};

/** Real paths of an operation: every thing that its list names, so that every shape of the examples is met. */
async function pathsOf({ path }: Operation): Promise<string[]> {
  const questions = QUESTIONS[path];
  if (questions) return questions.map(question => `${path}?${question}`);
  if (path === '/api/v1/messages/{id}/fields/{field}') {
    const messages = await items('/api/v1/messages?limit=500');
    const pages = await Promise.all(
      messages.map(async ({ id }) => {
        const response = await get(`/api/v1/messages/${encodeURIComponent(id)}`);
        const { receivers } = (await response.json()) as { receivers: { fields?: string[] }[] };
        const fields = new Set(receivers.flatMap(receiver => receiver.fields ?? []));
        return encoded([...fields]).map(field =>
          path.replace('{id}', encodeURIComponent(id)).replace('{field}', field),
        );
      }),
    );
    return pages.flat();
  }
  if (path === '/api/v1/faults/{code}') return [path.replace('{code}', 'SERVER_NOT_FOUND')];
  if (!path.includes('{')) return [path];
  const [list] = path.split('/{') as [string];
  const ids = encoded((await items(`${list}?limit=500`)).map(item => item.id));
  const paths = ids.map(id => path.replace('{id}', id));
  if (path.endsWith('{schema}')) {
    const found = await Promise.all(
      ids.map(async id => {
        const schemas = await items(`${list}/${id}/schemas?limit=500`);
        return encoded(schemas.map(schema => schema.id)).map(schema =>
          path.replace('{id}', id).replace('{schema}', schema),
        );
      }),
    );
    return found.flat();
  }
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

/** What has its tests beside it: who may do what, and the watches, which this server does not keep. */
function isKeptApart({ tag, faults }: Operation): boolean {
  return tag === 'Access' || faults.some(make => make().code === 'SERVER_WATCHES_OFF');
}

describe('the served OpenAPI document', () => {
  test('describes exactly the routes that there are', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(document.paths)).toEqual([...new Set(operations.map(operation => operation.path))]);
    const ids = Object.values(document.paths).flatMap(methods => Object.values(methods).map(one => one.operationId));
    expect(new Set(ids).size).toBe(operations.length);
    for (const schema of Object.values(document.components.schemas)) validator(schema);
  });

  const json = operations.filter(
    operation => operation.answer.type === 'application/json' && operation.method === 'GET' && !isKeptApart(operation),
  );
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
const ELSEWHERE: ReadonlySet<string> = new Set(['SERVER_LOADING', 'SERVER_BUSY', 'SERVER_REVIEWS_OFF', 'STORE_AWAY']);

/** How to meet each other fault that operations describe. */
function provocations(operation: Operation): Record<string, string> {
  const path = operation.path.replace(/\{\w+\}/g, 'none');
  const required = Object.entries(operation.parameters).flatMap(([name, { schema }]) =>
    'minLength' in schema ? name : [],
  );
  const unfit =
    'cursor' in operation.parameters
      ? 'cursor=%21'
      : 'limit' in operation.parameters
        ? 'limit=0'
        : required.map(name => `${name}=`).join('&') || `${Object.keys(operation.parameters)[0]}=${'x'.repeat(2_500)}`;
  const tooLong = `${operation.path.replace(/\{\w+\}/g, 'x'.repeat(2_500))}`;
  return {
    SERVER_PARAMETER_UNKNOWN: `${path}?colour=blue`,
    // What has neither an id nor a cursor has a limit, a parameter that must not be empty, or one with a longest text.
    SERVER_PARAMETER_INVALID: path.includes('none') ? tooLong : `${path}?${unfit}`,
    SERVER_NOT_FOUND: path.includes('none') ? path : `${path}?${required.map(name => `${name}=none`).join('&')}`,
  };
}

describe('every problem that is described', () => {
  const others = operations.filter(operation => operation.method === 'GET' && !isKeptApart(operation));
  const cases = others.flatMap(operation =>
    faultsOf(operation)
      .map(make => make())
      .filter(({ code }) => !ELSEWHERE.has(code) && !code.startsWith('CONTROL_'))
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
