import type { Finding, Range } from '@portolan/base';
import type { ReportedDocument } from '../report.ts';
import { maskSecrets } from '../secrets.ts';
import { clean } from './clean.ts';

/** One line of a code frame: its number, its text, and the caret's stretch where it is the line that matters. */
export interface FrameLine {
  readonly number: number;
  readonly text: string;
  /** Blanks before the carets, and how many carets: in the text as shown here. */
  readonly mark?: { readonly before: number; readonly length: number };
}

/** Longest line that is shown; of longer ones (minified JSON) a window around the range. */
const WIDTH = 110;

/** The frame of a finding; empty when its range or the text of its file is not at hand. */
export function frameFor(finding: Finding, document: ReportedDocument): FrameLine[] {
  const file = document.files.find(({ location }) => location === finding.origin.source);
  return file && finding.range ? frameOf(file.text, finding.range) : [];
}

/** The line of a range with one line before it, secrets masked; empty when the range is outside the text. */
export function frameOf(text: string, range: Range): FrameLine[] {
  const { start, end } = range;
  const lines = linesOf(text);
  const line = lines[start.line - 1];
  if (line === undefined) return [];
  const last = end.line > start.line ? line.length + 1 : end.column;
  const before = Math.min(start.column - 1, line.length);
  const length = Math.max(1, Math.min(last - 1, line.length) - before);
  const previous = lines[start.line - 2];
  const from = Math.max(0, line.length > WIDTH ? before - 20 : 0);
  const cut = window(line, from);
  const frame: FrameLine[] = [];
  if (previous?.trim()) frame.push({ number: start.line - 1, text: window(previous, 0).text });
  const shift = cut.lead - from;
  frame.push({
    number: start.line,
    text: cut.text,
    mark: { before: before + shift, length: Math.max(1, Math.min(length, cut.text.length - before - shift)) },
  });
  return frame;
}

let known: { readonly text: string; readonly lines: readonly string[] } | undefined;

/** The lines of a text without its secrets, some of which have many lines. Findings come in bunches, so it is kept. */
function linesOf(text: string): readonly string[] {
  if (known?.text !== text) {
    const masked = maskSecrets(text);
    // Splitting at one character is so much faster that the usual text is worth the look.
    known = { text, lines: masked.split(masked.includes('\r') ? /\r\n|\r|\n/ : '\n') };
  }
  return known.lines;
}

/** At most WIDTH characters of a line; `lead` is how many were put before them to say that something is missing. */
function window(line: string, from: number): { text: string; lead: number } {
  const shown = clean(line).replaceAll('\t', ' ');
  const lead = from > 0 ? 1 : 0;
  const tail = from + WIDTH < shown.length ? '…' : '';
  return { text: (lead ? '…' : '') + shown.slice(from, from + WIDTH).trimEnd() + tail, lead };
}
