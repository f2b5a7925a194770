import type { Principal } from '@portolan/control';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Operation } from '../api/operation.ts';
import { valuesOf } from '../api/parameter.ts';
import { faults } from '../faults.ts';
import { known } from '../views/known.ts';
import { bodyOf } from './body.ts';
import { entityTag, isNamedBy } from './conditional.ts';
import { pathOf } from './problem.ts';
import { recognise } from './recognise.ts';
import type { Serving } from './serving.ts';

/** Who asks, found out before the handler runs. */
const principals = new WeakMap<FastifyRequest, Principal>();

/** Makes a route of each operation. */
export function addRoutes(app: FastifyInstance, operations: readonly Operation[], serving: Serving): void {
  for (const operation of operations) {
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      exposeHeadRoute: hasHead(operation),
      ...(operation.body?.limit !== undefined && { bodyLimit: operation.body.limit }),
      // Before the body is read: nobody makes us read what they may not send.
      async onRequest(request) {
        principals.set(request, await recognise(request, serving, operation.needs));
      },
      handler: handlerOf(operation, serving),
    });
  }
}

/** Refuses what no operation answers: another method on a known path, or an unknown path below `/api`. */
export function refuseUnknown(request: FastifyRequest, operations: readonly Operation[]): never {
  const path = pathOf(request);
  const here = operations.filter(operation => patternOf(operation.path).test(path));
  if (here.length === 0) throw faults.PATH_UNKNOWN({ path: path.slice(0, 200) });
  throw faults.METHOD_REFUSED({ method: request.method, path, allowed: allowed(here) });
}

/** The methods of a path, as the `Allow` header lists them. */
function allowed(operations: readonly Operation[]): string {
  const methods = operations.flatMap(operation => (hasHead(operation) ? [operation.method, 'HEAD'] : operation.method));
  return [...new Set(methods)].join(', ');
}

/** A stream has no end that a HEAD request could wait for. */
function hasHead({ method, answer }: Operation): boolean {
  return method === 'GET' && answer.type !== 'text/event-stream';
}

function handlerOf(operation: Operation, serving: Serving): RouteHandlerMethod {
  const isPrivate = operation.needs !== 'nothing' && serving.access.mode !== 'open';
  return async (request, reply) => {
    const principal = principals.get(request) as Principal;
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const asked = operation.anyQuery ? new URLSearchParams() : query;
    const values = valuesOf(operation.parameters, request.params as Record<string, string>, asked);
    const call = { serving, request, reply, principal, body: await bodyOf(operation, request) };
    if (operation.about === 'process') {
      return await answer(operation, reply, await operation.run(values, { ...call, known: undefined as never }));
    }
    const catalog = serving.catalog();
    if (!catalog) throw faults.LOADING();
    const state = known(catalog.snapshot());
    query.sort();
    const tag = entityTag(serving.version, state.snapshot.digest, `${pathOf(request)}?${query}`);
    reply.header('etag', tag).header('cache-control', isPrivate ? 'private, no-cache' : 'no-cache');
    if (isNamedBy(tag, request.headers['if-none-match'])) return await reply.code(304).send();
    return await answer(operation, reply, await operation.run(values, { ...call, known: state }));
  };
}

/** Sends what an operation answered, unless it took the connection over. */
async function answer(operation: Operation, reply: FastifyReply, value: unknown): Promise<FastifyReply> {
  const { type, status } = operation.answer;
  if (reply.sent) return reply;
  reply.code(status);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (type !== 'application/json') return await reply.type(`${type}; charset=utf-8`).send(value);
  return await reply.type('application/json; charset=utf-8').send(JSON.stringify(value));
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{\w+\}/).map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}
