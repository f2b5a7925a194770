import { compareText, type Finding, type FindingKind, type Range } from '@portolan/base';
import type { Replacement, Report } from '../report.ts';
import { cleanLine } from './clean.ts';
import { pageOf } from './page.ts';
import { type PlacedFinding, placedFindings } from './placed.ts';
import type { PrintOptions } from './printer.ts';
import { uriOf } from './uri.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** For code scanning: SARIF 2.1.0 with one run, and of the kinds of finding those that occur. */
export function printSarif(report: Report, options: PrintOptions): string {
  const placed = placedFindings(report, true);
  const codes = [...new Set(placed.map(({ finding }) => finding.code))].sort(compareText);
  const run = {
    tool: { driver: { name: 'Portolan', rules: codes.map(code => ruleOf(code, options)) } },
    columnKind: 'utf16CodeUnits',
    results: placed.map(it => resultOf(it, codes)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

/**
 * The documentation of a kind of finding. `helpUri` has to be absolute (section 3.49.12), so it needs `docs`; the name of
 * the page stands in the properties in any case. A team's own rules are known by their code only.
 */
function ruleOf(code: string, { kinds, docs }: PrintOptions) {
  const kind = kinds?.find(known => known.code === code);
  if (!kind) return { id: code };
  const page = pageOf(code);
  return {
    id: code,
    shortDescription: { text: literal(withoutNames(kind.says)) },
    fullDescription: { text: literal(kind.why) },
    help: { text: literal(withoutNames(kind.help)), markdown: literal(helpOf(kind)) },
    helpUri: docs === undefined ? undefined : docs + page,
    defaultConfiguration: { level: LEVELS[kind.severity] },
    properties: { page: `docs/reference/rules/${page}` },
  };
}

function helpOf(kind: FindingKind): string {
  const parts = [kind.why, withoutNames(kind.help), ...(kind.source ? [`Source: ${kind.source}`] : [])];
  return parts.join('\n\n');
}

function resultOf({ finding, source, fingerprint, edits, suppressed }: PlacedFinding, codes: readonly string[]) {
  const { code, severity, message, help, related, fix } = finding;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: literal(`${cleanLine(message)} ${cleanLine(help)}`) },
    locations: [locationOf(source, finding)],
    relatedLocations: related?.map((other, index) => ({
      id: index + 1,
      ...locationOf(other.origin.source || source, other),
      message: { text: literal(cleanLine(other.message)) },
    })),
    partialFingerprints: { 'portolanFinding/v1': fingerprint },
    fixes: fix && edits && edits.length > 0 ? [fixOf(fix.says, edits)] : undefined,
    suppressions: suppressed && [{ kind: 'external', status: 'accepted', justification: suppressed.reason }],
  };
}

/** All changes of one file stand together (section 3.55.3). */
function fixOf(says: string, edits: readonly Replacement[]) {
  const files = [...new Set(edits.map(({ location }) => location))];
  return {
    description: { text: literal(cleanLine(says)) },
    artifactChanges: files.map(file => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter(({ location }) => location === file)
        .map(({ range, text }) => ({ deletedRegion: regionOf(range), insertedContent: { text } })),
    })),
  };
}

function locationOf(source: string, { origin, range }: Pick<Finding, 'origin' | 'range'>) {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(source) }, region: range && regionOf(range) },
    logicalLocations: origin.pointer === '' ? undefined : [{ fullyQualifiedName: origin.pointer }],
  };
}

/** SARIF counts as we do: lines and columns from 1, the end column being the first one after the region. */
function regionOf({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Text that is no template and no link (sections 3.11.5 and 3.11.6), whatever a document puts into it. */
function literal(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', ']\u2060(');
}

/** A sentence of a kind of finding with an ellipsis for what each finding fills in. */
function withoutNames(text: string): string {
  return text.replace(/\{\w+\}/g, '…');
}
