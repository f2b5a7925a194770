import type { Edit } from '@portolan/rewrite';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { rangeOf } from '../positions.ts';
import type { Files } from '../workspace/files.ts';

/** Edits by offset as editors take them. */
export function workspaceEdit(files: Files, edits: readonly Edit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { location, start, end, text } of edits) {
    const of = files.sketch(location) ?? { text: files.text(location) ?? '' };
    const uri = files.uriOf(location);
    const list = changes[uri] ?? [];
    list.push({ range: rangeOf(of, start, end), newText: text });
    changes[uri] = list;
  }
  return { changes };
}
