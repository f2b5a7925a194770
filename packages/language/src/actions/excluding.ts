import type { Finding } from '@portolan/base';
import { insertItem, insertMember } from '@portolan/rewrite';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { entryOf } from '../sketch/find.ts';
import type { Files } from '../workspace/files.ts';
import { wayTo } from '../workspace/paths.ts';
import { workspaceEdit } from './edits.ts';

/** The settings that an exclude is written to. */
export interface ExcludeTarget {
  /** Location of the `portolan.yaml` that governs the file, or of the one that would. */
  readonly location: string;
  /** Whether the editor makes new files, for settings that are not there yet. */
  readonly creates: boolean;
}

/**
 * Writes an exclude for a finding into the settings. The reason is left for the person to write: until there is one, the
 * settings say that it is missing, and the finding stays. Undefined where the settings would have to be made and cannot.
 *
 * Faults: those of the edits of `packages/rewrite`, for settings that cannot be read.
 */
export function excluding(
  files: Files,
  location: string,
  finding: Finding,
  target: ExcludeTarget,
): WorkspaceEdit | undefined {
  const at = `${wayTo(target.location, location)}#${finding.origin.pointer}`;
  const exclude = { rule: finding.code, at, reason: '' };
  const text = files.text(target.location);
  if (text === undefined) return target.creates ? created(files.uriOf(target.location), exclude) : undefined;
  const file = { location: target.location, text };
  const list = entryOf(files.sketch(target.location)?.root, 'exclude');
  const edits = list
    ? insertItem(file, { pointer: '/exclude' }, exclude)
    : insertMember(file, { pointer: '' }, 'exclude', [exclude]);
  return workspaceEdit(files, edits);
}

function created(uri: string, { rule, at, reason }: Readonly<Record<'rule' | 'at' | 'reason', string>>): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  const newText = `exclude:\n  - rule: ${rule}\n    at: ${JSON.stringify(at)}\n    reason: '${reason}'\n`;
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}
