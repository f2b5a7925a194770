import type { Finding } from '@portolan/base';
import { type Report, summaryInWords } from '../report.ts';
import { cleanLine } from './clean.ts';
import { type PlacedFinding, placedFindings } from './placed.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * For GitHub Actions: one workflow command per finding, which becomes an annotation of the changed file, and a line for
 * the log. See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
 */
export function printGithub(report: Report): string {
  const commands = placedFindings(report).map(commandOf);
  return `${[...commands, summaryInWords(report.summary)].join('\n')}\n`;
}

function commandOf({ finding, source }: PlacedFinding): string {
  const properties = [['file', source] as const, ...placeOf(finding), ['title', finding.code] as const];
  const shown = properties.map(([name, value]) => `${name}=${property(cleanLine(String(value)))}`);
  const message = `${cleanLine(finding.message)}\n${cleanLine(finding.help)}`;
  return `::${COMMANDS[finding.severity]} ${shown.join(',')}::${data(message)}`;
}

/** A column is for stretches of one line: the service refuses it for longer ones. */
function placeOf({ range }: Finding): (readonly [string, number])[] {
  if (!range) return [];
  const { start, end } = range;
  // A stretch that ends before the first column of a line has nothing on that line.
  const last = end.line > start.line && end.column === 1 ? end.line - 1 : end.line;
  const column = last === start.line ? [['col', start.column] as const] : [];
  return [['line', start.line], ...column, ['endLine', last]];
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
