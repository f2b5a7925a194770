import type { Origin } from '@portolan/base';
import { compareText } from '@portolan/base';
import type { ChartedDocument, Described } from '../model.ts';

/** A document's definition of something, with where it stands. */
interface Definition {
  readonly document: ChartedDocument;
  readonly definition: { readonly id: string; readonly origin: Origin };
}

/** Where each document defines it, sorted by document. */
export function describedBy(definitions: readonly Definition[]): Described[] {
  const all = definitions.map(({ document, definition }) => ({
    document: document.id,
    id: definition.id,
    origin: definition.origin,
  }));
  return all.sort((a, b) => compareText(a.document, b.document) || compareText(a.id, b.id));
}

/** Each word once, sorted. */
export function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].sort(compareText);
}
