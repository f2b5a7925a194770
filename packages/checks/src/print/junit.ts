import type { Finding } from '@portolan/base';
import type { Report, ReportedDocument } from '../report.ts';
import { cleanLine } from './clean.ts';
import { findingLines, placeOf } from './finding-lines.ts';
import { markup } from './markup.ts';
import { styleFor } from './style.ts';

const plain = styleFor(false);

/**
 * For dashboards of test results: a suite per document and a case per finding. Errors and warnings fail; what is merely
 * said passes and is in the output of its case; a document without findings is one case that passes. The elements are
 * those that the JUnit schema of Jenkins knows, without times, so that equal reports are equal texts.
 */
export function printJunit(report: Report): string {
  const { documents, summary } = report;
  const cases = documents.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const failures = summary.findings.error + summary.findings.warning;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'Portolan', tests: cases, failures, errors: 0 })}>`,
    ...documents.flatMap(suite),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function suite(document: ReportedDocument): string[] {
  const { location, findings } = document;
  const counts = {
    tests: Math.max(1, findings.length),
    failures: findings.filter(fails).length,
    errors: 0,
    skipped: 0,
  };
  const none = `    <testcase${attributes({ name: 'no findings', classname: classOf(location) })}/>`;
  return [
    `  <testsuite${attributes({ name: location, ...counts })}>`,
    ...(findings.length === 0 ? [none] : findings.flatMap(finding => testcase(finding, document))),
    '  </testsuite>',
  ];
}

function testcase(finding: Finding, document: ReportedDocument): string[] {
  const { code, severity, message, origin } = finding;
  const name = `${code}: ${message}${origin.pointer ? ` (${origin.pointer})` : ''}`;
  const text = markup([placeOf(finding), ...findingLines(finding, document, plain)].join('\n'));
  return [
    `    <testcase${attributes({ name, classname: classOf(document.location) })}>`,
    fails(finding)
      ? `      <failure${attributes({ type: severity, message })}>${text}</failure>`
      : `      <system-out>${text}</system-out>`,
    '    </testcase>',
  ];
}

function fails({ severity }: Finding): boolean {
  return severity !== 'info';
}

/** Dashboards take what is after the last dot for the name of a class and what is before for its package. */
function classOf(location: string): string {
  return location.replace(/\.(?:ya?ml|json)$/i, '');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${markup(cleanLine(String(value)))}"`)
    .join('');
}
