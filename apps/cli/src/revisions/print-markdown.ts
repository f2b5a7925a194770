import { markdownCode, markdownText } from '@portolan/checks/engine';
import { consumerLines, decisionLines } from './consumers-in-words.ts';
import { ICONS } from './icons.ts';
import type { ComparedDocument, PlacedChange } from './model.ts';
import { namesOf, placesOf } from './places.ts';
import { type DiffReport, summaryInWords, verdictInWords, versionInWords } from './report.ts';

/** Hosts of pull requests refuse comments of more than 65,536 characters. */
const MAX_ROWS = 100;

/** For pull requests: a summary line, then a table for each document, the gravest changes first. */
export function printMarkdown(report: DiffReport): string {
  const blocks = [`**${summaryInWords(report.summary)}**`];
  let left = MAX_ROWS;
  for (const document of report.documents) {
    const shown = document.changes.slice(0, left);
    left -= shown.length;
    const hidden = document.changes.length - shown.length;
    const version = versionInWords(document);
    blocks.push(`### ${markdownText(document.title)}\n\n${markdownCode(namesOf(document))}`);
    if (version) blocks.push(`${markdownText(version.charAt(0).toUpperCase() + version.slice(1))}.`);
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
    markdownText(change.says),
    ...(change.reason === undefined ? [] : [markdownText(change.reason)]),
    ...change.differences.map(({ says, witness }) => {
      const message = witness && JSON.stringify(witness.encoded ?? witness.message);
      return (
        markdownText(`– ${says}`) + (message && message.length < 500 ? `<br>for example ${markdownCode(message)}` : '')
      );
    }),
    ...consumerLines(change).map(markdownText),
    ...decisionLines(change).map(markdownText),
    markdownCode(change.code),
  ];
  const help = change.verdict === 'breaking' || change.verdict === 'not-checked' ? markdownText(change.help) : '';
  const where = markdownText(placesOf(change, document));
  return `| ${ICONS[change.verdict]} ${verdictInWords(change.verdict)} | ${told.join('<br>')} | ${where} | ${help} |`;
}
