import { protobufImports } from '@portolan/schema/links';
import type { Parsed } from '../source/parse.ts';
import { isUrl, targetOf } from './location.ts';

/**
 * Where a file that Protobuf text imports may stand, the likeliest first: beside the importing file, in the folders
 * around it, and then the same seen from the entry of the document. Compilers are told roots; documents are not.
 */
export function placesOf(path: string, importing: string, entry: string): string[] {
  const places = [importing, entry].filter(base => !isUrl(base)).flatMap(base => around(path, base));
  return [...new Set(places)].filter(place => place !== importing);
}

function around(path: string, base: string): string[] {
  const folders = base.split('/').filter(part => part !== '..').length;
  return Array.from({ length: folders }, (_, up) => targetOf(`${'../'.repeat(up)}${path}`, base).location);
}

/** The paths that the Protobuf text in a file imports: the file itself, or texts that stand inside it. */
export function importedPaths(file: Parsed): string[] {
  // Most files hold no such text, and looking for it costs a walk over all they say.
  if (!/\bimport\s+(?:\w+\s+)?\\?["']/.test(file.text)) return [];
  return [...new Set(textsIn(file.value).flatMap(text => (isProtobuf(text) ? protobufImports(text) : [])))];
}

function isProtobuf(text: string): boolean {
  return /\bimport\b/.test(text) && /\b(message|enum|syntax|edition)\b/.test(text);
}

function textsIn(value: unknown): string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const at = waiting.pop();
    if (typeof at === 'string') found.push(at);
    else if (at !== null && typeof at === 'object' && !seen.has(at)) {
      seen.add(at);
      for (const member of Object.values(at)) waiting.push(member);
    }
  }
  return found;
}
