import { digestOf, digestOfText } from '@portolan/base';
import type { RemovalDraft, RevisionDraft } from '../port.ts';

/** A revision of a document with these texts by location, the entry first; digests as the catalog makes them. */
export function revisionOf(document: string, texts: Readonly<Record<string, string>>): RevisionDraft {
  const [source = '', ...path] = document.split('/');
  const files = Object.entries(texts).map(([location, text]) => ({ location, digest: digestOfText(text), text }));
  const digest = digestOf(files.map(file => [file.location, file.digest]));
  return { kind: 'revision', document, source, path: path.join('/'), digest, files };
}

/** The removal of a document. */
export function removalOf(document: string): RemovalDraft {
  const [source = '', ...path] = document.split('/');
  return { kind: 'removal', document, source, path: path.join('/') };
}
