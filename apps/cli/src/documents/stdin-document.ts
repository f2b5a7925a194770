import { text } from 'node:stream/consumers';
import { fileDocument } from './file-document.ts';
import type { GivenDocument } from './given.ts';

/** The standard input as a document that stands at a path, where its references begin. */
export function stdinDocument(path: string): GivenDocument {
  return { ...fileDocument(path), text: () => text(process.stdin) };
}
