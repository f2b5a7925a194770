import { compareFindings, type Finding, type Range, SEVERITIES, type Severity } from '@portolan/base';
import type { SourceFile, Written } from '@portolan/contract';
import type { Suppressed } from './settings/excluding.ts';

/** One document and what is to be said about it. */
export interface ReportedDocument extends Written {
  /** Location of the entry file. */
  readonly location: string;
  readonly title?: string;
  readonly findings: readonly Finding[];
  /** Findings that the team lives with, by the excludes of its settings. */
  readonly suppressed?: readonly Suppressed[];
  /** Set where it is no document but a settings file that something is wrong with. */
  readonly settings?: true;
  /** What the fixes of findings would change in the texts. */
  readonly mendings?: ReadonlyMap<Finding, readonly Replacement[]>;
  /** Texts of the files that findings point into, for code frames. Files that are not at hand are left out. */
  readonly files: readonly SourceFile[];
}

/** A change of a text: what stands in a range becomes another text. */
export interface Replacement {
  /** Location of the file. */
  readonly location: string;
  readonly range: Range;
  readonly text: string;
}

/** What printers print. */
export interface Report {
  readonly documents: readonly ReportedDocument[];
  readonly summary: Summary;
}

export interface Summary {
  /** Settings files are not counted among them. */
  readonly documents: number;
  /** Documents without a finding of any severity. */
  readonly clean: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings that excludes hide. */
  readonly suppressed: number;
}

/** A report of documents as they were given, each with its findings in the order people read. */
export function reportOf(documents: readonly ReportedDocument[]): Report {
  const sorted = documents.map(document => ({ ...document, findings: [...document.findings].sort(compareFindings) }));
  const all = sorted.flatMap(document => document.findings);
  const judged = sorted.filter(document => !document.settings);
  const count = (severity: Severity) => all.filter(finding => finding.severity === severity).length;
  return {
    documents: sorted,
    summary: {
      documents: judged.length,
      clean: judged.filter(document => document.findings.length === 0).length,
      findings: Object.fromEntries(SEVERITIES.map(severity => [severity, count(severity)])) as Summary['findings'],
      suppressed: sorted.reduce((sum, { suppressed = [] }) => sum + suppressed.length, 0),
    },
  };
}

/** `2 documents: 1 error, 2 warnings (3 excluded)`. */
export function summaryInWords({ documents, findings, suppressed }: Summary): string {
  const excluded = suppressed > 0 ? ` (${suppressed} excluded)` : '';
  return `${documents} ${plural(documents, 'document')}: ${countsInWords(findings)}${excluded}`;
}

/** `1 error, 2 warnings`: the severities that occur, worst first; `no findings` when none does. */
export function countsInWords(findings: Summary['findings']): string {
  const words = SEVERITIES.filter(severity => findings[severity] > 0).map(severity => {
    const count = findings[severity];
    return `${count} ${severity === 'info' ? 'info' : plural(count, severity)}`;
  });
  return words.join(', ') || 'no findings';
}

/** A noun in the number that the count asks for. */
export function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
