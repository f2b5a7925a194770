import { cleanLine } from './clean-line.ts';
import { consumerLines } from './consumers-in-words.ts';
import type { ComparedDocument, PlacedChange } from './model.ts';
import { namesOf, placesOf } from './places.ts';
import { type DiffReport, summaryInWords, verdictInWords, versionInWords } from './report.ts';

/** Hosts of pull requests refuse comments of more than 65,536 characters. */
const MAX_ROWS = 100;

const ICONS = { breaking: '❌', 'not-checked': '❔', 'non-breaking': '✅', editorial: '✏️' } as const;

/** For pull requests: a summary line, then a table for each document, the gravest changes first. */
export function printMarkdown(report: DiffReport): string {
  const blocks = [`**${summaryInWords(report.summary)}**`];
  let left = MAX_ROWS;
  for (const document of report.documents) {
    const shown = document.changes.slice(0, left);
    left -= shown.length;
    const hidden = document.changes.length - shown.length;
    const version = versionInWords(document);
    blocks.push(`### ${escaped(document.title)}\n\n${code(namesOf(document))}`);
    if (version) blocks.push(`${escaped(version.charAt(0).toUpperCase() + version.slice(1))}.`);
    if (shown.length > 0)
      blocks.push(
        [
          '| | Change | Where | What to do |',
          '| --- | --- | --- | --- |',
          ...shown.map(change => rowOf(change, document)),
        ].join('\n'),
      );
    if (hidden > 0) blocks.push(`… and ${hidden} more.`);
  }
  return `${blocks.join('\n\n')}\n`;
}

function rowOf(change: PlacedChange, document: ComparedDocument): string {
  const told = [
    escaped(change.says),
    ...(change.reason === undefined ? [] : [escaped(change.reason)]),
    ...change.differences.map(({ says, witness }) => {
      const message = witness && JSON.stringify(witness.encoded ?? witness.message);
      return escaped(`– ${says}`) + (message && message.length < 500 ? `<br>for example ${code(message)}` : '');
    }),
    ...consumerLines(change).map(escaped),
    code(change.code),
  ];
  const help = change.verdict === 'breaking' || change.verdict === 'not-checked' ? escaped(change.help) : '';
  const where = escaped(placesOf(change, document));
  return `| ${ICONS[change.verdict]} ${verdictInWords(change.verdict)} | ${told.join('<br>')} | ${where} | ${help} |`;
}

/** Text between backticks stays as written; the rest is kept from being read as HTML, as markup or as a mention. */
function escaped(text: string): string {
  return cleanLine(text)
    .split(/(`[^`]*`)/)
    .map(part => (part.startsWith('`') ? part : plain(part)))
    .join('')
    .replaceAll('|', '\\|');
}

function plain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_[\]#]/g, '\\$&')
    .replaceAll('@', '@\u2060');
}

function code(text: string): string {
  return `\`${cleanLine(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
