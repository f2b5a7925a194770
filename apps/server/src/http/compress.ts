import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What is smaller fits into one packet anyway: bytes. */
const LEAST = 1_024;

/** Kinds of content that are text, and so become smaller. */
const TEXTS = /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]*json|[\w.+-]*xml|javascript)|image\/svg)/;

/** Brotli from 0 to 11. At 5 the map of a thousand services takes some ten milliseconds; at 11 it takes seconds. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const brotlied = promisify<Buffer, typeof BROTLI, Buffer>(brotliCompress);
const gzipped = promisify<Buffer, Buffer>(gzip);

type Encoding = 'br' | 'gzip';

/**
 * Makes texts smaller for clients that take it (RFC 9110 section 12.5.3): answers of the API and the portal's own files.
 * A tag becomes a weak one then, because the same facts have other bytes.
 */
export async function compress(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const type = String(reply.getHeader('content-type') ?? '');
  if (!TEXTS.test(type) || reply.hasHeader('content-encoding') || request.method === 'HEAD') return payload;
  reply.header('vary', 'accept-encoding');
  const encoding = encodingFor(request.headers['accept-encoding']);
  if (encoding === undefined || request.headers.range !== undefined || reply.statusCode === 206) return payload;
  if (payload instanceof Readable) {
    mark(reply, encoding);
    const smaller = encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip();
    payload.once('error', error => smaller.destroy(error));
    return payload.pipe(smaller);
  }
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  const bytes = Buffer.from(payload as string);
  if (bytes.length < LEAST) return payload;
  mark(reply, encoding);
  return encoding === 'br' ? await brotlied(bytes, BROTLI) : await gzipped(bytes);
}

function mark(reply: FastifyReply, encoding: Encoding): void {
  reply.header('content-encoding', encoding).removeHeader('content-length');
  const tag = reply.getHeader('etag');
  if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
}

/** The better one of the encodings that a client takes; undefined where it takes none of them. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  const wanted = new Map((accepted ?? '').split(',').map(part => weighed(part)));
  const takes = (name: string) => (wanted.get(name) ?? wanted.get('*') ?? 0) > 0;
  return (['br', 'gzip'] as const).find(takes);
}

/** `br;q=0.5` as its name and weight. */
function weighed(part: string): [string, number] {
  const [name = '', ...parameters] = part.split(';').map(word => word.trim().toLowerCase());
  const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2);
  return [name, weight === undefined ? 1 : Number(weight) || 0];
}
