import { faults } from '../faults.ts';
import type { Report } from '../report.ts';
import { printJson } from './json.ts';
import { printMarkdown } from './markdown.ts';
import type { Printer, PrintOptions } from './printer.ts';
import { printText } from './text.ts';

/** Every output format. A new one is a file beside this one and a line here. */
const printers: Readonly<Record<string, Printer>> = { text: printText, json: printJson, markdown: printMarkdown };

/** Names of the output formats. */
export const FORMATS: readonly string[] = Object.keys(printers);

/** Prints a report. Throws CHECKS_FORMAT_UNKNOWN for a format that there is not. */
export function print(format: string, report: Report, options: PrintOptions = {}): string {
  const printer = Object.hasOwn(printers, format) ? printers[format] : undefined;
  if (!printer) throw faults.FORMAT_UNKNOWN({ format, formats: FORMATS.join(', ') });
  return printer(report, options);
}
