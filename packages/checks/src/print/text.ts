import type { Finding } from '@portolan/base';
import { writtenIn } from '@portolan/contract/written-in';
import { type Report, type ReportedDocument, summaryInWords } from '../report.ts';
import { cleanLine } from './clean.ts';
import { findingLines, placeOf } from './finding-lines.ts';
import type { PrintOptions } from './printer.ts';
import { SEVERITY_COLOR, type Style, styleFor } from './style.ts';

/** For people at a terminal: per document its findings with the lines they are about, then one line that sums up. */
export function printText(report: Report, options: PrintOptions): string {
  const style = styleFor(options.color ?? false);
  const blocks = report.documents.filter(document => document.findings.length > 0).map(it => documentBlock(it, style));
  return `${[...blocks, style(summaryInWords(report.summary), 'bold')].join('\n\n')}\n`;
}

function documentBlock(document: ReportedDocument, style: Style): string {
  const title = document.title ? `  ${cleanLine(document.title)}` : '';
  const language = writtenIn(document);
  const version = language === undefined ? '' : style(`  ${cleanLine(language)}`, 'dim');
  const head = style(cleanLine(document.location), 'bold') + title + version;
  return [head, ...document.findings.map(finding => findingBlock(finding, document, style))].join('\n\n');
}

function findingBlock(finding: Finding, document: ReportedDocument, style: Style): string {
  const severity = style(finding.severity, 'bold', SEVERITY_COLOR[finding.severity]);
  const head = `${severity} ${style(finding.code, 'dim')}  ${placeOf(finding)}`;
  return [head, ...findingLines(finding, document, style)].map(line => `  ${line}`).join('\n');
}
