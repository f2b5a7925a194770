import { type Finding, SEVERITIES } from '@portolan/base';
import { writtenIn } from '@portolan/contract/written-in';
import { countsInWords, plural, type Report, type ReportedDocument, reportOf } from '../report.ts';
import { cleanLine } from './clean.ts';
import { placeOf } from './finding-lines.ts';
import { type FrameLine, frameFor } from './frame.ts';
import { STYLE } from './html-style.ts';
import { markup } from './markup.ts';
import { pageOf } from './page.ts';
import type { PrintOptions } from './printer.ts';

/** Nothing is loaded and nothing runs, whatever a document smuggles in. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** For people without a terminal: one page that needs no other file and no script, to keep or to send. */
export function printHtml(report: Report, options: PrintOptions): string {
  const { documents, summary } = report;
  const excluded = summary.suppressed > 0 ? `, ${summary.suppressed} excluded` : '';
  const head = `${countsInWords(summary.findings)} in ${summary.documents} ${plural(summary.documents, 'document')}${excluded}`;
  const judged = documents.filter(document => document.findings.length > 0);
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${head}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    `<h1>${head}</h1>`,
    '<p class="quiet">Findings of Portolan about AsyncAPI documents</p>',
    ...filters(report),
    ...contents(judged),
    ...judged.flatMap((document, index) => section(document, index, options)),
    ...withoutFindings(documents),
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Check boxes that the style sheet listens to; one severity alone needs none. */
function filters({ summary }: Report): string[] {
  const present = SEVERITIES.filter(severity => summary.findings[severity] > 0);
  if (present.length < 2) return [];
  const boxes = present.map(severity => {
    const count = `${summary.findings[severity]} ${severity}`;
    return `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked> <span class="severity">${count}</span></label>`;
  });
  return ['<fieldset>', '<legend>Show</legend>', ...boxes, '</fieldset>'];
}

function contents(documents: readonly ReportedDocument[]): string[] {
  if (documents.length < 2) return [];
  const entries = documents.map((document, index) => {
    return `<li><a href="#document-${index + 1}">${line(document.location)}</a> <span class="quiet">${countsOf(document)}</span></li>`;
  });
  return ['<nav aria-label="Documents">', '<ul>', ...entries, '</ul>', '</nav>'];
}

function section(document: ReportedDocument, index: number, options: PrintOptions): string[] {
  const { location, title, findings } = document;
  const about = [title, writtenIn(document), countsOf(document)].filter(part => part !== undefined);
  return [
    `<section id="document-${index + 1}">`,
    `<h2>${line(location)}</h2>`,
    `<p class="quiet">${line(about.filter(Boolean).join(' · '))}</p>`,
    ...findings.flatMap(finding => article(finding, document, options)),
    '</section>',
  ];
}

function article(finding: Finding, document: ReportedDocument, { docs, kinds }: PrintOptions): string[] {
  const { code, severity, message, help, related } = finding;
  const documented = docs !== undefined && kinds?.some(kind => kind.code === code);
  const name = `<code>${line(code)}</code>`;
  const shown = documented ? `<a href="${line(docs + pageOf(code))}">${name}</a>` : name;
  return [
    `<article class="finding ${severity}">`,
    `<p><span class="severity">${severity}</span> ${shown} <span class="quiet">${line(placeOf(finding))}</span></p>`,
    `<h3>${prose(message)}</h3>`,
    ...frame(frameFor(finding, document)),
    ...(related ?? []).map(
      other => `<p><span class="quiet">${line(placeOf(other))}</span> ${prose(other.message)}</p>`,
    ),
    `<p>${prose(help)}</p>`,
    '</article>',
  ];
}

function frame(lines: readonly FrameLine[]): string[] {
  if (lines.length === 0) return [];
  const width = Math.max(...lines.map(({ number }) => String(number).length));
  const shown = lines.map(({ number, text, mark }) => {
    const gutter = `<span class="number">${String(number).padStart(width)} </span>`;
    if (!mark) return gutter + markup(text);
    const end = mark.before + mark.length;
    // An empty line still shows where the mark is.
    const marked = text.slice(mark.before, end) || ' ';
    return `${gutter}${markup(text.slice(0, mark.before))}<mark>${markup(marked)}</mark>${markup(text.slice(end))}`;
  });
  return [`<pre class="frame">${shown.join('\n')}</pre>`];
}

function withoutFindings(documents: readonly ReportedDocument[]): string[] {
  const clean = documents.filter(({ findings }) => findings.length === 0);
  if (clean.length === 0) return [];
  const entries = clean.map(({ location, title }) => {
    return `<li>${line(location)}${title ? ` <span class="quiet">${line(title)}</span>` : ''}</li>`;
  });
  return ['<section>', '<h2>Without findings</h2>', '<ul class="clean">', ...entries, '</ul>', '</section>'];
}

function countsOf(document: ReportedDocument): string {
  return countsInWords(reportOf([document]).summary.findings);
}

function line(text: string): string {
  return markup(cleanLine(text));
}

/** A sentence, with what stands between backticks set as code. */
function prose(text: string): string {
  return line(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
