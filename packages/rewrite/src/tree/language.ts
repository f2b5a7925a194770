import { parse } from '@portolan/contract/text';
import { Document } from 'yaml';
import { faults } from '../faults.ts';
import { open } from './open.ts';

/** What a document can be written in. */
export type Language = 'yaml' | 'json';

/**
 * A text in the other of the two languages; in the one that it is written in already it stays as it is. JSON has no
 * comments and YAML made from it has none, and aliases are written out.
 *
 * Throws REWRITE_UNREADABLE for a text that cannot be parsed.
 */
export function inLanguage(text: string, location: string, language: Language): string {
  const { layout } = open(text, location);
  if (layout.json === (language === 'json')) return text;
  const { value, readable } = parse(location, text);
  if (!readable) throw faults.UNREADABLE({ location, reason: 'it is no YAML that data can be made of' });
  if (language === 'json') return `${JSON.stringify(value, null, 2)}\n`;
  return new Document(value, { aliasDuplicateObjects: false }).toString({ lineWidth: 0, singleQuote: true });
}
