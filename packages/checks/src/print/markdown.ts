import { compareText, type Finding, SEVERITIES } from '@portolan/base';
import { countsInWords, plural, type Report } from '../report.ts';
import { clipped, fitted } from './fitted.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

const ICONS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** What stands above rows of findings. */
export const FINDINGS_HEAD = '| | Where | Finding | What to do |\n| --- | --- | --- | --- |\n';

/** Texts of documents are cut there: one of them must not fill a whole comment. */
const MOST = 2000;

/** For pull requests: a summary line and a table, worst findings first, because only the top of a comment is read. */
export function printMarkdown(report: Report): string {
  const { summary } = report;
  const excluded = summary.suppressed > 0 ? `, ${summary.suppressed} excluded` : '';
  const head = `**${countsInWords(summary.findings)}** in ${summary.documents} ${plural(summary.documents, 'document')}${excluded}\n`;
  return fitted(head, [{ open: FINDINGS_HEAD, rows: findingRows(report.documents), close: '' }]);
}

/** A row of a table for each finding, the worst first. */
export function findingRows(
  documents: readonly { readonly location: string; readonly findings: readonly Finding[] }[],
): string[] {
  const all = documents.flatMap(({ location, findings }) => findings.map(finding => ({ location, finding })));
  all.sort(
    (a, b) =>
      SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) ||
      compareText(a.location, b.location),
  );
  return all.map(({ location, finding }) => rowOf(location, finding));
}

function rowOf(location: string, { severity, code, message, help, origin, range }: Finding): string {
  const place = range ? `${origin.source}:${range.start.line}` : origin.source || location;
  const cells = [
    `${ICONS[severity]} ${severity}`,
    markdownCode(clipped(place, MOST)),
    `${markdownText(clipped(message, MOST))}<br>${markdownCode(code)}`,
    markdownText(clipped(help, MOST)),
  ];
  return `| ${cells.join(' | ')} |`;
}
