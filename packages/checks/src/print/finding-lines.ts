import type { Finding } from '@portolan/base';
import type { ReportedDocument } from '../report.ts';
import { cleanLine } from './clean.ts';
import { frameFor } from './frame.ts';
import { SEVERITY_COLOR, type Style } from './style.ts';

/** A finding below its head line, for people: what is wrong, the lines it is about, related places, what to do. */
export function findingLines(finding: Finding, document: ReportedDocument, style: Style): string[] {
  return [
    cleanLine(finding.message),
    ...frameLines(finding, document, style),
    ...(finding.related ?? []).map(related => `${placeOf(related)}: ${cleanLine(related.message)}`),
    `${style('help:', 'cyan')} ${cleanLine(finding.help)}`,
  ];
}

/** `file:line:column`, which terminals and editors open; without a range the pointer. */
export function placeOf({ origin, range }: Pick<Finding, 'origin' | 'range'>): string {
  const source = cleanLine(origin.source);
  if (range) return `${source}:${range.start.line}:${range.start.column}`;
  return origin.pointer ? `${source}#${cleanLine(origin.pointer)}` : source;
}

function frameLines(finding: Finding, document: ReportedDocument, style: Style): string[] {
  const frame = frameFor(finding, document);
  const width = Math.max(...frame.map(line => String(line.number).length));
  return frame.flatMap(line => {
    const gutter = style(`${line.mark ? '>' : ' '} ${String(line.number).padStart(width)} |`, 'dim');
    const shown = `${gutter} ${line.text}`.trimEnd();
    if (!line.mark) return [shown];
    const under = style(`  ${' '.repeat(width)} |`, 'dim');
    const carets = style('^'.repeat(line.mark.length), SEVERITY_COLOR[finding.severity]);
    return [shown, `${under} ${' '.repeat(line.mark.before)}${carets}`];
  });
}
