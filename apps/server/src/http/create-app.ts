import { randomUUID } from 'node:crypto';
import { type FastifyInstance, fastify } from 'fastify';
import { operations } from '../api/operations.ts';
import { addPortal } from '../portal/add-portal.ts';
import { compress } from './compress.ts';
import { hostGuard, isLoopback, setSecurityHeaders } from './guard.ts';
import { refuseForeignOrigin } from './own-origin.ts';
import { answerFault, faultOf, pathOf } from './problem.ts';
import { record } from './record.ts';
import { addRoutes, refuseUnknown } from './routes.ts';
import { refuseSecretInUrl } from './secret-in-url.ts';
import type { Serving } from './serving.ts';

/** What an app answers for. */
export interface AppOptions {
  readonly host: string;
  /** Further hosts to answer for while only this machine is served. */
  readonly hosts?: readonly string[];
  readonly webRoot?: string;
  /** Addresses or networks of proxies that say truly where a request comes from. */
  readonly proxies?: readonly string[];
}

/** Largest body that is read before it is refused, in bytes, where an operation does not say otherwise. */
const BODY_LIMIT = 16 * 1024;

/** All routes, guards and error answers over what a server works with; not listening yet. */
export function createApp(serving: Serving, { host, hosts = [], webRoot, proxies = [] }: AppOptions): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    // Without a proxy that is trusted, X-Forwarded headers are words of whoever asks.
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 8_000 },
    genReqId: () => randomUUID(),
    // A URL that cannot be decoded never reaches the hooks.
    frameworkErrors: (error, request, reply) => {
      void answerFault(request, reply, faultOf(error, request.id));
    },
  });
  const portal = addPortal(app, webRoot);

  app.addHook('onRequest', setSecurityHeaders);
  if (isLoopback(host)) app.addHook('onRequest', hostGuard(host, hosts));
  app.addHook('onRequest', refuseSecretInUrl);
  app.addHook('onRequest', refuseForeignOrigin(serving));
  app.addHook('onSend', compress);
  app.addHook('onResponse', async (request, reply) => record(serving, request, reply.statusCode, reply.elapsedTime));
  app.setErrorHandler(async (error, request, reply) => {
    const fault = faultOf(error, request.id);
    if (fault.kind.status === 500) {
      serving.log.error({ error, request: request.id, path: pathOf(request) }, 'request failed');
    }
    if (fault.kind.status === 401) reply.header('www-authenticate', 'Bearer realm="Portolan"');
    if (fault.code === 'SERVER_METHOD_REFUSED') reply.header('allow', String(fault.params.allowed));
    await answerFault(request, reply, fault);
    return reply;
  });
  app.setNotFoundHandler(async (request, reply) => {
    if (await portal(request, reply)) return reply;
    return refuseUnknown(request, operations);
  });

  addRoutes(app, operations, serving);
  return app;
}
