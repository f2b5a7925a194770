import { decode } from '@portolan/contract';
import type { Remote } from '@portolan/control';
import { fileDocument } from './file-document.ts';
import type { GivenDocument } from './given.ts';

/** The standard input as a document that stands at a path, where its references begin. */
export function stdinDocument(path: string, remote?: Remote): GivenDocument {
  return { ...fileDocument(path, remote), text: textOfStdin };
}

/** Most runs read files, and load nothing for streams. */
async function textOfStdin(): Promise<string> {
  const { buffer } = await import('node:stream/consumers');
  return decode(await buffer(process.stdin));
}
