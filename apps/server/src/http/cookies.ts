import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Serving } from './serving.ts';

/** What our cookies are called: that of the session, and that of a way through an identity provider. */
export type CookieName = 'portolan' | 'portolan-way';

/** The value of one of our cookies. */
export function cookieOf(name: CookieName, request: FastifyRequest, serving: Serving): string | undefined {
  const wanted = `${nameOf(name, isSecure(request, serving))}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim());
  const value = pairs.find(pair => pair.startsWith(wanted))?.slice(wanted.length);
  return value === '' ? undefined : value;
}

/** Gives the browser a cookie, or with no value takes it away. Scripts never see it, and pages of others never send it. */
export function setCookie(
  name: CookieName,
  value: string | undefined,
  seconds: number,
  { request, reply, serving }: { request: FastifyRequest; reply: FastifyReply; serving: Serving },
): void {
  const secure = isSecure(request, serving);
  const life = value === undefined ? 0 : Math.max(0, Math.floor(seconds));
  const parts = [`${nameOf(name, secure)}=${value ?? ''}`, 'Path=/', `Max-Age=${life}`, 'HttpOnly', 'SameSite=Lax'];
  reply.header('set-cookie', [...parts, ...(secure ? ['Secure'] : [])].join('; '));
}

/** Where people come over TLS, no other host and no plain connection can plant a cookie of this name. */
function nameOf(name: CookieName, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

function isSecure(request: FastifyRequest, serving: Serving): boolean {
  return request.protocol === 'https' || serving.publicUrl().startsWith('https:');
}
