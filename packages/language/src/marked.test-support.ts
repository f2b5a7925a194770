import type { Position, TextEdit } from 'vscode-languageserver-types';
import { offsetAt, positionAt } from './positions.ts';
import { createFiles, type Files } from './workspace/files.ts';

/** Files with a cursor in one of them. */
export interface Marked {
  readonly files: Files;
  readonly location: string;
  readonly position: Position;
  readonly text: string;
}

/**
 * Files, one of which has the cursor where `‸` stands.
 *
 * @param texts a text alone is `asyncapi.yaml`
 */
export function marked(texts: string | Readonly<Record<string, string>>): Marked {
  const all = Object.entries(typeof texts === 'string' ? { 'asyncapi.yaml': texts } : texts);
  const [location, withMark] = all.find(([, text]) => text.includes('‸')) ?? ['', ''];
  const offset = withMark.indexOf('‸');
  const text = withMark.replace('‸', '');
  const plain = new Map(all.map(([name, content]) => [name, name === location ? text : content]));
  return { files: filesOf(plain), location, text, position: positionAt({ text }, offset) };
}

/** Files by location. */
export function filesOf(texts: ReadonlyMap<string, string> | Readonly<Record<string, string>>): Files {
  const map = texts instanceof Map ? texts : new Map(Object.entries(texts));
  return createFiles(map, location => `file:///${location}`);
}

/** A text after edits of an editor. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const of = { text };
  const sorted = [...edits].sort((a, b) => offsetAt(of, b.range.start) - offsetAt(of, a.range.start));
  return sorted.reduce((done, { range, newText }) => {
    return done.slice(0, offsetAt(of, range.start)) + newText + done.slice(offsetAt(of, range.end));
  }, text);
}
