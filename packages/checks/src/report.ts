import { compareFindings, type Finding, SEVERITIES, type Severity } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';

/** One document and what is to be said about it. */
export interface ReportedDocument {
  /** Location of the entry file. */
  readonly location: string;
  readonly title?: string;
  /** Version of the specification, absent when the text is no AsyncAPI document at all. */
  readonly asyncapi?: string;
  readonly findings: readonly Finding[];
  /** Texts of the files that findings point into, for code frames. Files that are not at hand are left out. */
  readonly files: readonly SourceFile[];
}

/** What printers print. */
export interface Report {
  readonly documents: readonly ReportedDocument[];
  readonly summary: Summary;
}

export interface Summary {
  readonly documents: number;
  /** Documents without a finding of any severity. */
  readonly clean: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** A report of documents as they were given, each with its findings in the order people read. */
export function reportOf(documents: readonly ReportedDocument[]): Report {
  const sorted = documents.map(document => ({ ...document, findings: [...document.findings].sort(compareFindings) }));
  const all = sorted.flatMap(document => document.findings);
  const count = (severity: Severity) => all.filter(finding => finding.severity === severity).length;
  return {
    documents: sorted,
    summary: {
      documents: sorted.length,
      clean: sorted.filter(document => document.findings.length === 0).length,
      findings: Object.fromEntries(SEVERITIES.map(severity => [severity, count(severity)])) as Summary['findings'],
    },
  };
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
