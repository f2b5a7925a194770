import { compareText, type Finding, SEVERITIES } from '@portolan/base';
import { countsInWords, plural, type Report, type ReportedDocument } from '../report.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

/** Hosts of pull requests refuse comments of more than 65,536 characters. */
const MAX_ROWS = 150;

const ICONS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** For pull requests: a summary line and a table, worst findings first, because only the top of a comment is read. */
export function printMarkdown(report: Report): string {
  const { summary } = report;
  const excluded = summary.suppressed > 0 ? `, ${summary.suppressed} excluded` : '';
  const head = `**${countsInWords(summary.findings)}** in ${summary.documents} ${plural(summary.documents, 'document')}${excluded}`;
  const rows = report.documents.flatMap(document => document.findings.map(finding => ({ document, finding })));
  if (rows.length === 0) return `${head}\n`;
  rows.sort(
    (a, b) =>
      SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) ||
      compareText(a.document.location, b.document.location),
  );
  const lines = [
    head,
    '',
    '| | Where | Finding | What to do |',
    '| --- | --- | --- | --- |',
    ...rows.slice(0, MAX_ROWS).map(({ document, finding }) => rowOf(document, finding)),
  ];
  if (rows.length > MAX_ROWS) lines.push('', `… and ${rows.length - MAX_ROWS} more.`);
  return `${lines.join('\n')}\n`;
}

function rowOf(document: ReportedDocument, finding: Finding): string {
  const { origin, range } = finding;
  const place = range ? `${origin.source}:${range.start.line}` : origin.source || document.location;
  const cells = [
    `${ICONS[finding.severity]} ${finding.severity}`,
    markdownCode(place),
    `${markdownText(finding.message)}<br>${markdownCode(finding.code)}`,
    markdownText(finding.help),
  ];
  return `| ${cells.join(' | ')} |`;
}
