import { cleanLine } from '@portolan/base';
import type { Judged } from '@portolan/changes';
import {
  type ComparedDocument,
  consumerLines,
  type DiffReport,
  decisionLines,
  namesOf,
  type PlacedChange,
  placesOf,
  summaryInWords,
  verdictInWords,
  versionInWords,
} from '@portolan/review';

/** Codes of SGR, ECMA-48 section 8.3.117. */
const COLORS = { breaking: 31, 'not-checked': 33, 'non-breaking': 32, editorial: 2 } as const;

/**
 * For people at a terminal: per document its changes, the gravest first, then one line that sums up.
 *
 * @param withIds whether what may be waived is told with its identity
 */
export function printText(report: DiffReport, color: boolean, withIds = false): string {
  const style = (text: string, code: number) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const blocks = report.documents.map(document => {
    const version = versionInWords(document);
    const head = `${style(cleanLine(namesOf(document)), 1)}  ${cleanLine(document.title)}`;
    const changes = document.changes.map(change => changeBlock(change, document));
    return [head, ...changes, ...(version ? [`  ${version}`] : [])].join('\n\n');
  });
  return `${[...blocks, style(summaryInWords(report.summary), 1)].join('\n\n')}\n`;

  function changeBlock(change: PlacedChange, document: ComparedDocument): string {
    const verdict = style(verdictInWords(change.verdict), COLORS[change.verdict]);
    const lines = [
      `${verdict} ${change.code}  ${cleanLine(placesOf(change, document))}`,
      cleanLine(change.says),
      ...(change.reason === undefined ? [] : [`why not: ${cleanLine(change.reason)}`]),
      ...change.differences.flatMap(differenceLines),
      ...(change.verdict === 'editorial' ? [] : concernLines(change)),
      ...consumerLines(change).map(cleanLine),
      ...decisionLines(change).map(cleanLine),
      ...(change.verdict === 'breaking' || change.verdict === 'not-checked' ? [`help: ${cleanLine(change.help)}`] : []),
      ...(withIds && (change.verdict === 'breaking' || change.verdict === 'not-checked')
        ? [`identity: ${cleanLine(change.id)}`]
        : []),
    ];
    return lines.map(line => `  ${line}`).join('\n');
  }
}

function differenceLines({ says, breaks, witness }: Judged): string[] {
  const lines = [`${breaks === 'yes' ? '-' : '?'} ${cleanLine(says)}`];
  if (witness) {
    const message = JSON.stringify(witness.encoded ?? witness.message);
    lines.push(`  for example ${cleanLine(message.length > 300 ? `${message.slice(0, 299)}…` : message)}`);
    lines.push(`  ${cleanLine(witness.problem)}`);
  } else if (breaks === 'yes') lines.push('  (no example was found)');
  return lines;
}

/** At most a few operations by name: a schema may be used by hundreds. */
function concernLines({ operations }: PlacedChange): string[] {
  if (operations.length === 0) return [];
  const names = operations.slice(0, 5).map(({ operation, action, confidence }) => {
    const sure = confidence === 'uncertain' ? ', uncertain' : '';
    return `${operation} (${action}${sure})`;
  });
  const more = operations.length > 5 ? ` and ${operations.length - 5} more` : '';
  return [`concerns: ${cleanLine(names.join(', '))}${more}`];
}
