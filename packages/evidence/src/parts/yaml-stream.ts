import { type Finding, isObject, type JsonObject, pointerOf, type Range } from '@portolan/base';
import { locate, parse } from '@portolan/contract/text';
import type { Place } from './gleaning.ts';

/** One document of a YAML stream. */
export interface YamlDocument {
  readonly value: JsonObject;
  /** Where a member stands, counted in the whole file; of a member that is not there, its nearest ancestor. */
  at(...keys: readonly (string | number)[]): Place;
}

/** What stands for a value that a template works out. It is no name of anything. */
export const UNKNOWN = '§';

/** Documents in one stream that are read; more is no file that a person keeps. */
const MOST_DOCUMENTS = 5_000;

/**
 * The objects in a stream of YAML documents, with what is wrong with their texts. Documents that are not `wanted` are not
 * even parsed. Template actions (`{{ … }}` of Helm) are blanked out where they stand alone, and unknown in values.
 */
export function documentsIn(
  location: string,
  text: string,
  wanted: (text: string) => boolean = () => true,
): { readonly documents: readonly YamlDocument[]; readonly findings: readonly Finding[] } {
  const documents: YamlDocument[] = [];
  const findings: Finding[] = [];
  for (const { piece, line } of piecesOf(text).slice(0, MOST_DOCUMENTS)) {
    if (piece.trim() === '' || !wanted(piece)) continue;
    const parsed = parse(location, withoutTemplates(piece));
    // These files follow the rules of other tools: only what makes them unreadable matters here.
    const broken = parsed.findings.filter(({ severity }) => severity === 'error');
    findings.push(
      ...broken.map(finding => ({ ...finding, ...(finding.range && { range: down(finding.range, line) }) })),
    );
    if (!isObject(parsed.value)) continue;
    const { value } = parsed;
    const at = (...keys: readonly (string | number)[]): Place => {
      const range = locate(parsed, { pointer: pointerOf('', ...keys) }) as Range;
      return { source: location, pointer: '', inside: down(range, line) };
    };
    documents.push({ value, at });
  }
  return { documents, findings };
}

/** The texts between `---`, each with the number of lines before it. A JSON file is one piece. */
function piecesOf(text: string): { readonly piece: string; readonly line: number }[] {
  const pieces: { piece: string; line: number }[] = [];
  let [start, line] = [0, 0];
  for (const { index, 0: marker } of text.matchAll(/^---(?=[ \t\r\n]|$)/gm)) {
    const piece = text.slice(start, index);
    pieces.push({ piece, line });
    line += newlinesIn(piece);
    start = index + marker.length;
  }
  pieces.push({ piece: text.slice(start), line });
  return pieces;
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function down({ start, end }: Range, lines: number): Range {
  return { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}

/** Blanks that may stand around an action that has a line for itself. */
const LONGEST_INDENT = 200;

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Every place stays where it is, so that lines and columns are those of the file. */
function withoutTemplates(text: string): string {
  if (!text.includes('{{')) return text;
  let [made, from] = ['', 0];
  // Ends of the line that is looked at, found once for each line.
  let [lineStart, lineEnd] = [0, -1];
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    const close = text.indexOf('}}', open);
    if (close < 0) break;
    if (open > lineEnd) {
      lineStart = text.lastIndexOf('\n', open) + 1;
      lineEnd = endOfLine(text, open);
    }
    const before = text.slice(Math.max(lineStart, open - LONGEST_INDENT), open);
    const own = close < lineEnd ? lineEnd : endOfLine(text, close);
    const after = text.slice(close + 2, Math.min(own, close + 2 + LONGEST_INDENT));
    const alone = /^\s*$/.test(before) && /^\s*(\{\{.*)?$/.test(after);
    const action = text.slice(open, close + 2);
    made += text.slice(from, open) + action.replace(/[^\n]/g, alone ? ' ' : UNKNOWN);
    from = close + 2;
  }
  return made + text.slice(from);
}
