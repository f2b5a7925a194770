import { Fault } from '@portolan/base';
import { TOKEN_START } from '@portolan/control';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { faults } from '../faults.ts';
import type { Problem } from '../port.ts';

/** The fault that an error is, or stands for: what nobody foresaw is SERVER_FAILED, and its words stay in the log. */
export function faultOf(error: unknown, request: string): Fault {
  if (error instanceof Fault) return error;
  const { statusCode, message } = error as Partial<FastifyError>;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return faults.REQUEST_INVALID({ reason: message ?? 'it is malformed' }, { cause: error });
  }
  return faults.FAILED({ request }, { cause: error });
}

/** A fault as RFC 9457 writes it. `type` is where the API explains the code. */
export function problemOf(fault: Fault, instance: string): Problem {
  const { status } = fault.kind;
  return {
    type: `/api/v1/faults/${fault.code}`,
    title: titleOf(fault.code),
    status,
    detail: fault.message,
    code: fault.code,
    help: fault.help,
    instance,
  };
}

/** Answers with a fault. */
export async function answerFault(request: FastifyRequest, reply: FastifyReply, fault: Fault): Promise<void> {
  // The tag of the answer that there would have been is no tag of this one.
  reply.removeHeader('etag');
  if (fault.kind.status === 503) reply.header('retry-after', '1');
  if (fault.kind.status === 429) reply.header('retry-after', String(Number(fault.params.minutes ?? 1) * 60));
  await reply
    .code(fault.kind.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemOf(fault, pathOf(request))));
}

/** A token of ours, wherever it stands. */
const TOKEN = new RegExp(`${TOKEN_START}[\\w-]{20,}`, 'g');

/**
 * The path that was asked for, without the query: parameters may hold what no log and no answer should repeat. Neither
 * should a token that somebody has put into the path.
 */
export function pathOf(request: FastifyRequest): string {
  return (request.url.split('?', 1)[0] as string).replaceAll(TOKEN, `${TOKEN_START}•••`);
}

/** `SERVER_NOT_FOUND`: `Not found`. The first word names the package. */
function titleOf(code: string): string {
  const words = code.split('_').slice(1).join(' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
