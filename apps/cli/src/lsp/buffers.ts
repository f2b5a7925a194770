import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf } from './uris.ts';

/** The texts that are open in the editor, by path. They count before what is on the disk. */
export interface Buffers {
  /** Text of a file that is open. */
  text(path: string): string | undefined;
  /** Name that the editor gave it: editors write the same file in several ways. */
  uri(path: string): string | undefined;
  version(path: string): number | undefined;
  paths(): string[];
}

/** Looks into the documents that the protocol keeps in step. */
export function buffersOf(documents: TextDocuments<TextDocument>): Buffers {
  const all = () =>
    documents.all().flatMap(document => {
      const path = pathOf(document.uri);
      return path === undefined ? [] : [[path, document] as const];
    });
  const at = (path: string) => all().find(([known]) => known === path)?.[1];
  return {
    text: path => at(path)?.getText(),
    uri: path => at(path)?.uri,
    version: path => at(path)?.version,
    paths: () => all().map(([path]) => path),
  };
}
