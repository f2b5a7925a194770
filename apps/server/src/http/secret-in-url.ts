import { TOKEN_START } from '@portolan/control';
import type { FastifyRequest } from 'fastify';
import { faults } from '../faults.ts';

/** Parameters in which other APIs take tokens. */
const TOKEN_PARAMETER = /^(?:access_?token|api_?key|auth|token)$/i;

/**
 * Refuses a token in a URL, whether it is good or not: URLs are kept in logs, histories and by proxies. The token is
 * written to no log here.
 */
export async function refuseSecretInUrl(request: FastifyRequest): Promise<void> {
  const [path = '', query = ''] = request.url.split('?', 2);
  const inPath = path.includes(TOKEN_START) && new RegExp(`${TOKEN_START}[\\w-]{20,}`).test(path);
  if (inPath || [...new URLSearchParams(query)].some(isSecret)) throw faults.SECRET_IN_URL();
}

function isSecret([name, value]: readonly [string, string]): boolean {
  return TOKEN_PARAMETER.test(name) || value.includes(TOKEN_START);
}
