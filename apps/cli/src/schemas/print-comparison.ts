import { cleanLine } from '@portolan/base';
import type { Check, Compatibility, Difference, Witness } from '@portolan/schema/compare';
import type { GivenSchema } from './schema-at.ts';

/** What judging the versions of a schema came to. */
export interface SchemaReport {
  readonly candidate: GivenSchema;
  readonly versions: readonly GivenSchema[];
  readonly mode: string;
  readonly profile: string;
  readonly compatibility: Compatibility;
}

/** Codes of SGR, ECMA-48 section 8.3.117. */
const COLORS = { incompatible: 31, 'not-checked': 33, compatible: 32 } as const;

/** For people at a terminal: per version and direction what the reader cannot take, with a message that shows it. */
export function printComparison({ candidate, versions, compatibility, mode, profile }: SchemaReport, color: boolean) {
  const style = (text: string, code: number) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const blocks = compatibility.checks.map(check => {
    const { verdict, differences, notCompared } = check.comparison;
    const { writer, reader } = sidesOf(check);
    return [
      `${cleanLine(`${writer.name} → ${reader.name}`)}  ${style(wordOf(verdict), COLORS[verdict])}`,
      ...differences.filter(({ breaks }) => breaks !== 'no').flatMap(one => linesOf(one, writer, reader)),
      ...notCompared.map(({ path, reason }) => `  ? ${path === '' ? '' : `\`${path}\`: `}${cleanLine(reason)}`),
    ].join('\n');
  });
  const summary = `${wordOf(compatibility.verdict)} by the profile ${profile}, mode ${mode}`;
  return `${[...blocks, style(summary, COLORS[compatibility.verdict])].join('\n\n')}\n`;

  function sidesOf({ version, direction }: Check): { writer: GivenSchema; reader: GivenSchema } {
    const other = versions.find(({ source }) => source === version) ?? candidate;
    return direction === 'backward' ? { writer: other, reader: candidate } : { writer: candidate, reader: other };
  }
}

/** The same as JSON: stable, for programs. */
export function printComparisonJson({ candidate, versions, compatibility, mode, profile }: SchemaReport): string {
  const nameOf = new Map([candidate, ...versions].map(({ source, name }) => [source, name]));
  const checks = compatibility.checks.map(({ version, direction, comparison }) => ({
    version: nameOf.get(version as GivenSchema['source']),
    direction,
    ...comparison,
  }));
  const report = { portolan: 'compare/1', candidate: candidate.name, mode, profile, verdict: compatibility.verdict };
  return `${JSON.stringify({ ...report, checks }, undefined, 2)}\n`;
}

function linesOf(difference: Difference, writer: GivenSchema, reader: GivenSchema): string[] {
  const { breaks, code, says, help, witness } = difference;
  const places = [
    difference.writer && writer.placeOf(difference.writer.schema, difference.writer.pointer),
    difference.reader && reader.placeOf(difference.reader.schema, difference.reader.pointer),
  ].filter(place => place !== undefined);
  return [
    `  ${breaks === 'yes' ? '-' : '?'} ${code}  ${cleanLine(places.join(' → '))}`.trimEnd(),
    `    ${cleanLine(says)}`,
    ...(witness ? witnessLines(witness) : breaks === 'yes' ? ['    (no example was found)'] : []),
    `    help: ${cleanLine(help)}`,
  ];
}

function witnessLines({ message, encoded, problem }: Witness): string[] {
  return [`    for example ${cleanLine(JSON.stringify(encoded ?? message))}`, `    ${cleanLine(problem)}`];
}

function wordOf(verdict: Compatibility['verdict']): string {
  return verdict === 'not-checked' ? 'not checked' : verdict;
}
