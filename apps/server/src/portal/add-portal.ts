import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from '../http/problem.ts';
import { NOT_BUILT } from './not-built.ts';

/** Answers with the portal, or says by false that the path is none of the portal's. */
export type Portal = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

/** Paths that belong to the API and to operators, and folders in which only files are: no pages of the portal. */
const NO_PAGES = /^\/(api|assets|metrics|healthz|readyz)(\/|$)/;

const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Serves the built portal from a folder. Files below `/assets` carry a hash in their names and never change; everything
 * else is asked for again each time. Paths that are no files are pages of the portal, which finds its way by itself.
 */
export function addPortal(app: FastifyInstance, webRoot: string | undefined): Portal {
  const root = webRoot === undefined ? undefined : resolve(webRoot);
  if (root !== undefined) app.register(fastifyStatic, { serve: false });
  return async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = pathOf(request);
    const file = root === undefined ? undefined : fileAt(root, path);
    if (file !== undefined) return await send(reply, root as string, file);
    if (NO_PAGES.test(path) || !isNavigation(request)) return false;
    if (root !== undefined && fileAt(root, '/index.html')) return await send(reply, root, 'index.html');
    await reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(NOT_BUILT);
    return true;
  };
}

async function send(reply: FastifyReply, root: string, file: string): Promise<true> {
  reply.header('cache-control', file.startsWith('assets/') ? FOREVER : 'no-cache');
  await reply.sendFile(file, root, { cacheControl: false, dotfiles: 'deny' });
  return true;
}

/** The file of the portal that a path names; undefined for folders, hidden files, and what is not there. */
function fileAt(root: string, path: string): string | undefined {
  try {
    const parts = decodeURIComponent(path).split('/').slice(1);
    if (parts.some(part => part === '' || part.startsWith('.') || /[\\\0]/.test(part))) return undefined;
    return statSync(join(root, ...parts)).isFile() ? parts.join('/') : undefined;
  } catch {
    return undefined;
  }
}

/** False when a browser says that it wants a part of a page (a script, an image): a missing one is no page. */
function isNavigation(request: FastifyRequest): boolean {
  const wanted = request.headers['sec-fetch-dest'];
  return wanted === undefined || wanted === 'document' || wanted === 'empty';
}
