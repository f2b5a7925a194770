import { cleanLine } from '@portolan/base';
import { FORMATS, print } from '@portolan/checks/engine';
import { type CheckReport, printCheckJson, verdictOf } from '@portolan/review';
import { printText } from '../print-text.ts';
import { asFindings } from './as-findings.ts';
import { printCheckMarkdown } from './print-markdown.ts';

/** The formats that `check` prints: those of findings, each for the whole run. */
export const CHECK_FORMATS = FORMATS;

/** Prints what a run found. Throws CHECKS_FORMAT_UNKNOWN for a format that there is not. */
export function printCheck(format: string, report: CheckReport, color = false): string {
  if (format === 'text') return textOf(report, color);
  if (format === 'markdown') return printCheckMarkdown(report);
  if (format === 'json') return printCheckJson(report);
  const printed = print(format, asFindings(report));
  // The log of a workflow is for people, too.
  return format === 'github' ? `${printed}${verdictInWords(report)}\n` : printed;
}

function textOf(report: CheckReport, color: boolean): string {
  const verdict = verdictInWords(report);
  const told = color ? `\u001b[1m${verdict}\u001b[0m` : verdict;
  return `${print('text', report.findings, { color })}\n${printText(report.changes, color, true)}\n${told}\n`;
}

function verdictInWords(report: CheckReport): string {
  const { says, versions } = verdictOf(report);
  return [says, ...versions].map(cleanLine).join(' ');
}
