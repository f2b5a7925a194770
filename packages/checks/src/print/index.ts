import { faults } from '../faults.ts';
import type { Report } from '../report.ts';
import { FORMATS } from './formats.ts';
import { printGithub } from './github.ts';
import { printGitlab } from './gitlab.ts';
import { printHtml } from './html.ts';
import { printJson } from './json.ts';
import { printJunit } from './junit.ts';
import { printMarkdown } from './markdown.ts';
import type { Printer, PrintOptions } from './printer.ts';
import { printSarif } from './sarif.ts';
import { printText } from './text.ts';

/** Every output format. A new one is a file beside this one and a line here. */
const printers: Readonly<Record<string, Printer>> = {
  text: printText,
  json: printJson,
  markdown: printMarkdown,
  sarif: printSarif,
  junit: printJunit,
  github: printGithub,
  gitlab: printGitlab,
  html: printHtml,
};

/** Prints a report. Throws CHECKS_FORMAT_UNKNOWN for a format that there is not. */
export function print(format: string, report: Report, options: PrintOptions = {}): string {
  const printer = Object.hasOwn(printers, format) ? printers[format] : undefined;
  if (!printer) throw faults.FORMAT_UNKNOWN({ format, formats: FORMATS.join(', ') });
  return printer(report, options);
}
