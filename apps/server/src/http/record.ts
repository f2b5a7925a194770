import type { FastifyRequest } from 'fastify';
import { faults } from '../faults.ts';
import { pathOf } from './problem.ts';
import type { Serving } from './serving.ts';

/** One line per request, and its metrics. Queries are left out: people search for what is nobody's business. */
export function record(serving: Serving, request: FastifyRequest, status: number, milliseconds: number): void {
  const { method, id } = request;
  const isPortal = request.is404 && status < 400;
  const route = isPortal ? 'portal' : (request.routeOptions.url ?? 'none').replaceAll(/:(\w+)/g, '{$1}');
  serving.metrics.answered({ method, route, status, seconds: milliseconds / 1_000 });
  const facts = { request: id, method, path: pathOf(request), status, ms: Math.round(milliseconds * 10) / 10 };
  if (status >= 500 && status !== faults.kinds.SERVER_LOADING?.status) serving.log.warn(facts, 'answered');
  else serving.log.info(facts, 'answered');
}
