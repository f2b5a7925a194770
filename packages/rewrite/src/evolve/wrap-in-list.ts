import type { SourceFile } from '@portolan/contract';
import { isCollection } from 'yaml';
import type { Edit } from '../edit/edit.ts';
import { lineStart, nodeEnd } from '../edit/lines.ts';
import { entryAt, openForEdits } from '../edit/place.ts';
import { faults } from '../faults.ts';
import type { Place } from './pages.ts';

/**
 * Puts what stands at a place into a list that is the only member of a new mapping: `message: A` becomes
 * `message: { oneOf: [A] }`. Its text stays as it is, its comments too, but for where its lines begin.
 */
export function wrapInList(file: SourceFile, place: Place, key: string): Edit[] {
  const opened = openForEdits(file);
  const { text, layout } = opened;
  const { value } = entryAt(opened, place);
  if (!value?.range)
    throw faults.EDIT_NO_MEMBER({ location: file.location, pointer: place.pointer, reason: 'it is empty' });
  const [start] = value.range;
  const end = nodeEnd(text, value);
  const written = text.slice(start, end);
  const step = ' '.repeat(layout.indent);
  const isBlock = isCollection(value) && !value.flow;
  if (!isBlock) {
    const name = layout.json ? JSON.stringify(key) : key;
    if (!written.includes('\n')) return [{ location: file.location, start, end, text: `{ ${name}: [${written}] }` }];
    const base = /^[ \t]*/.exec(text.slice(lineStart(text, start)))?.[0] ?? '';
    const deeper = written.split('\n').join(`\n${step}${step}`);
    const lines = ['{', `${base}${step}${name}: [`, `${base}${step}${step}${deeper}`, `${base}${step}]`, `${base}}`];
    return [{ location: file.location, start, end, text: lines.join(layout.eol) }];
  }
  const indent = ' '.repeat(start - lineStart(text, start));
  const dash = layout.indentLists ? step : '';
  // The first line follows the dash; the others stand as far in as it does now.
  const [first = '', ...rest] = written.split('\n');
  const further = `${dash}  `;
  const lines = rest.map(line => (line.trim() === '' ? line : further + line));
  const item = [`${indent}${dash}- ${first}`, ...lines].join('\n');
  return [{ location: file.location, start, end, text: `${key}:${layout.eol}${item}` }];
}
