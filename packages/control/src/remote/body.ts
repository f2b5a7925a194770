import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { faults } from '../faults.ts';

const UNPACK: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The body of an answer, unpacked. It is given up as soon as more than `maxBytes` have come in or come out, so that
 * neither a long answer nor one that unpacks into a thousand times its size fills the memory.
 *
 * Faults: CONTROL_REMOTE_TOO_LARGE, CONTROL_REMOTE_UNREACHABLE.
 */
export async function bodyOf(
  answer: IncomingMessage,
  maxBytes: number,
  url: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const tooLarge = () => faults.REMOTE_TOO_LARGE({ url, megabytes: maxBytes / 1_000_000 });
  const chunks: Buffer[] = [];
  const counted = () => {
    let size = 0;
    return async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        size += chunk.length;
        if (size > maxBytes) throw tooLarge();
        yield chunk;
      }
    };
  };
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  try {
    const encoding = (answer.headers['content-encoding'] ?? 'identity').toLowerCase().trim();
    const unpack = UNPACK[encoding];
    if (!unpack && encoding !== 'identity' && encoding !== '') throw new Error(`its encoding “${encoding}” is unknown`);
    if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
    if (unpack) await pipeline(answer, counted(), unpack(), counted(), collect, { signal });
    else await pipeline(answer, counted(), collect, { signal });
    return Buffer.concat(chunks);
  } catch (error) {
    answer.destroy();
    if ((error as { kind?: unknown }).kind) throw error;
    throw faults.REMOTE_UNREACHABLE({ url, reason: (error as Error).message }, { cause: error });
  }
}
