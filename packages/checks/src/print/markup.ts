import { clean } from './clean.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 section 2.2 allows in no document, besides control characters: halves of pairs and two non-characters. */
const NOT_XML = /\p{Surrogate}|[\ufffe\uffff]/gu;

/** Text as content or as a quoted attribute of XML or HTML, with a mark in place of characters that neither may hold. */
export function markup(text: string): string {
  return clean(text)
    .replace(NOT_XML, '\ufffd')
    .replace(/[&<>"']/g, character => ENTITIES[character] as string);
}
