import type { Finding } from '@portolan/base';
import { countsInWords, plural, type Report, type ReportedDocument, type Summary } from '../report.ts';
import { cleanLine } from './clean.ts';
import { frameOf } from './frame.ts';
import type { PrintOptions } from './printer.ts';
import { SEVERITY_COLOR, type Style, styleFor } from './style.ts';

/** For people at a terminal: per document its findings with the lines they are about, then one line that sums up. */
export function printText(report: Report, options: PrintOptions): string {
  const style = styleFor(options.color ?? false);
  const blocks = report.documents.filter(document => document.findings.length > 0).map(it => documentBlock(it, style));
  return `${[...blocks, summaryLine(report.summary, style)].join('\n\n')}\n`;
}

function documentBlock(document: ReportedDocument, style: Style): string {
  const title = document.title ? `  ${cleanLine(document.title)}` : '';
  const version = document.asyncapi ? style(`  AsyncAPI ${cleanLine(document.asyncapi)}`, 'dim') : '';
  const head = style(cleanLine(document.location), 'bold') + title + version;
  return [head, ...document.findings.map(finding => findingBlock(finding, document, style))].join('\n\n');
}

function findingBlock(finding: Finding, document: ReportedDocument, style: Style): string {
  const color = SEVERITY_COLOR[finding.severity];
  const lines = [
    `${style(finding.severity, 'bold', color)} ${style(finding.code, 'dim')}  ${placeOf(finding)}`,
    cleanLine(finding.message),
    ...frameLines(finding, document, style, color),
    ...(finding.related ?? []).map(related => `${placeOf(related)}: ${cleanLine(related.message)}`),
    `${style('help:', 'cyan')} ${cleanLine(finding.help)}`,
  ];
  return lines.map(line => `  ${line}`).join('\n');
}

/** `file:line:column`, which terminals and editors open; without a range the pointer. */
function placeOf({ origin, range }: Pick<Finding, 'origin' | 'range'>): string {
  const source = cleanLine(origin.source);
  if (range) return `${source}:${range.start.line}:${range.start.column}`;
  return origin.pointer ? `${source}#${cleanLine(origin.pointer)}` : source;
}

function frameLines(finding: Finding, document: ReportedDocument, style: Style, color: 'red' | 'yellow' | 'blue') {
  const file = document.files.find(({ location }) => location === finding.origin.source);
  if (!file || !finding.range) return [];
  const frame = frameOf(file.text, finding.range);
  const width = Math.max(...frame.map(line => String(line.number).length));
  return frame.flatMap(line => {
    const gutter = style(`${line.mark ? '>' : ' '} ${String(line.number).padStart(width)} |`, 'dim');
    const shown = `${gutter} ${line.text}`.trimEnd();
    if (!line.mark) return [shown];
    const under = style(`  ${' '.repeat(width)} |`, 'dim');
    return [shown, `${under} ${' '.repeat(line.mark.before)}${style('^'.repeat(line.mark.length), color)}`];
  });
}

function summaryLine(summary: Summary, style: Style): string {
  const documents = `${summary.documents} ${plural(summary.documents, 'document')}`;
  return style(`${documents}: ${countsInWords(summary.findings)}`, 'bold');
}
