import type { Finding, Range as OurRange } from '@portolan/base';
import { knownKinds } from '@portolan/checks';
import type { Diagnostic, DiagnosticSeverity, DiagnosticTag, Range } from 'vscode-languageserver-types';

const SEVERITIES = { error: 1, warning: 2, info: 3 } as const satisfies Record<Finding['severity'], DiagnosticSeverity>;
const UNNECESSARY: DiagnosticTag = 1;
const DEPRECATED: DiagnosticTag = 2;

/** Kinds of finding whose place can be left out, and those about what should no longer be used. */
const TAGS: Readonly<Record<string, DiagnosticTag>> = {
  COMPONENT_UNUSED: UNNECESSARY,
  SERVER_VARIABLE_UNUSED: UNNECESSARY,
  CHANNEL_PARAMETER_REDUNDANT: UNNECESSARY,
  BINDING_FIELD_OUTDATED: DEPRECATED,
  MESSAGE_DEPRECATED_SENT: DEPRECATED,
};

/** Kinds that have a page in the reference: those of a team's own rules have none. */
const documented = new Set(knownKinds.map(({ code }) => code));

/** What a diagnostic needs to know about where it is shown. */
export interface Showing {
  readonly uriOf: (location: string) => string;
  /** Address of the folder of the pages about kinds of findings, ending in a slash, where there is one. */
  readonly docs?: string;
}

/** A finding as editors show it. Its help is part of the message: not every editor has another place for it. */
export function diagnosticOf(finding: Finding, { uriOf, docs }: Showing): Diagnostic {
  const { code, severity, message, help, range, related = [] } = finding;
  const tag = TAGS[code];
  return {
    range: rangeOfFinding(range),
    severity: SEVERITIES[severity],
    code,
    ...(docs !== undefined &&
      documented.has(code) && { codeDescription: { href: `${docs}${code.toLowerCase().replaceAll('_', '-')}.md` } }),
    source: 'portolan',
    message: help === '' ? message : `${message}\n${help}`,
    ...(tag !== undefined && { tags: [tag] }),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ message: says, origin, range: at }) => ({
        message: says,
        location: { uri: uriOf(origin.source), range: rangeOfFinding(at) },
      })),
    }),
  };
}

/** Findings by the file that they are about, as diagnostics. */
export function diagnosticsByLocation(findings: readonly Finding[], showing: Showing): Map<string, Diagnostic[]> {
  const byLocation = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const list = byLocation.get(finding.origin.source) ?? [];
    list.push(diagnosticOf(finding, showing));
    byLocation.set(finding.origin.source, list);
  }
  return byLocation;
}

/** Diagnostics that several documents have about a file that they share, each once. */
export function mergedDiagnostics(lists: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of lists.flat()) {
    const { code, message, range } = diagnostic;
    seen.set(`${code} ${range.start.line}:${range.start.character} ${message}`, diagnostic);
  }
  return [...seen.values()];
}

/** Lines and columns count from 1 with us, and from 0 in editors. */
export function rangeOfFinding(range: OurRange | undefined): Range {
  if (!range) return { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const { start, end } = range;
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}
