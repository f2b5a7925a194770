import type { FastifyReply, FastifyRequest } from 'fastify';
import { faults } from '../faults.ts';

/** What browsers may do with our pages: nothing but their own files, and neither scripts nor styles in the page itself. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Sets the headers on the raw response, so that streams that leave Fastify have them too. */
export async function setSecurityHeaders(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) reply.raw.setHeader(name, value);
}

/** Names of this machine. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Refuses requests for foreign hosts while only this machine is served: a page on the internet can have its own name
 * point at 127.0.0.1 and would otherwise read everything here through the visitor's browser (DNS rebinding).
 * @param bound the host that the server listens on
 * @param more names that are served as well
 */
export function hostGuard(bound: string, more: readonly string[]): (request: FastifyRequest) => Promise<void> {
  const served = new Set([...LOOPBACK, bound, `[${bound}]`, ...more].map(host => host.toLowerCase()));
  return async request => {
    const host = (request.headers.host ?? '').replace(/:\d*$/, '').toLowerCase();
    if (!served.has(host)) throw faults.HOST_REFUSED({ host: host.slice(0, 100) || '(none)' });
  };
}
