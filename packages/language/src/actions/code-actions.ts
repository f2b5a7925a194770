import { Fault, type Finding } from '@portolan/base';
import { applyFixes, editsOf } from '@portolan/rewrite';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { diagnosticOf, rangeOfFinding, type Showing } from '../diagnostics/diagnose.ts';
import type { Files } from '../workspace/files.ts';
import { workspaceEdit } from './edits.ts';
import { type ExcludeTarget, excluding } from './excluding.ts';

/** What is known about a file when somebody asks what can be done about it. */
export interface ActionContext extends Showing {
  /** All findings about the file. */
  readonly findings: readonly Finding[];
  /** Kinds of action that are asked for, such as `quickfix`; all when absent. */
  readonly only?: readonly string[];
  /** Settings that an exclude is written to; absent where none can be. */
  readonly settings?: ExcludeTarget;
}

export const FIX_ALL = 'source.fixAll.portolan';

/** What can be done about the findings in a range: mend them, mend all that can be mended, or live with them. */
export function codeActions(files: Files, location: string, range: Range, context: ActionContext): CodeAction[] {
  const wants = (kind: string) => context.only?.some(one => kind === one || kind.startsWith(`${one}.`)) ?? true;
  const here = context.findings.filter(finding => overlap(rangeOfFinding(finding.range), range));
  return [
    ...(wants('quickfix') ? here.flatMap(finding => fixing(files, finding, context)) : []),
    ...(wants('quickfix') && context.settings
      ? here.flatMap(finding => excludingAction(files, location, finding, context))
      : []),
    ...(wants(FIX_ALL) ? fixingAll(files, context.findings) : []),
  ];
}

function fixing(files: Files, finding: Finding, context: ActionContext): CodeAction[] {
  const { fix } = finding;
  const edit = fix && whenPossible(() => workspaceEdit(files, editsOf(fix, sourceFiles(files, [finding]))));
  if (!fix || !edit) return [];
  return [
    { title: fix.says, kind: 'quickfix', diagnostics: [diagnosticOf(finding, context)], isPreferred: true, edit },
  ];
}

function fixingAll(files: Files, findings: readonly Finding[]): CodeAction[] {
  const items = findings.flatMap(({ fix, origin }) => (fix ? [{ fix, origin }] : []));
  if (items.length === 0) return [];
  const sources = sourceFiles(files, findings);
  const { applied } = applyFixes(items, sources);
  if (applied.length === 0) return [];
  const edits = applied.flatMap(({ fix }) => editsOf(fix, sources));
  const title =
    applied.length === 1 ? 'Mend what can be mended' : `Mend all ${applied.length} findings that can be mended`;
  return [{ title, kind: FIX_ALL, edit: workspaceEdit(files, edits) }];
}

function excludingAction(files: Files, location: string, finding: Finding, context: ActionContext): CodeAction[] {
  const target = context.settings as ExcludeTarget;
  const edit = whenPossible(() => excluding(files, location, finding, target));
  if (!edit) return [];
  const title = `Live with ${finding.code} here: say why in ${target.location}`;
  return [{ title, kind: 'quickfix', diagnostics: [diagnosticOf(finding, context)], edit }];
}

/** Nothing for what cannot be done to the text as it is: an offer that fails helps nobody. */
function whenPossible<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** Texts of the files that fixes of these findings change. */
function sourceFiles(files: Files, findings: readonly Finding[]) {
  const locations = new Set(findings.flatMap(({ fix }) => fix?.steps.map(({ origin }) => origin.source) ?? []));
  return [...locations].flatMap(location => {
    const text = files.text(location);
    return text === undefined ? [] : [{ location, text }];
  });
}

function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
