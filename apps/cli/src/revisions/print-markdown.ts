import { clipped, fitted, markdownCode, markdownText } from '@portolan/checks/engine';
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
import { ICONS } from './icons.ts';

const HEAD = '| | Change | Where | What to do |\n| --- | --- | --- | --- |\n';

/** For pull requests: a summary line, then a table for each document, the gravest changes first. */
export function printMarkdown(report: DiffReport): string {
  const sections = report.documents.map(document => {
    const version = versionInWords(document);
    const due = version ? `${markdownText(version.charAt(0).toUpperCase() + version.slice(1))}.\n\n` : '';
    const named = `### ${markdownText(clipped(document.title, 500))}\n\n${markdownCode(clipped(namesOf(document), 1000))}`;
    return {
      open: `${named}\n\n${due}${HEAD}`,
      rows: document.changes.map(change => rowOf(change, document)),
      close: '',
    };
  });
  return fitted(`**${summaryInWords(report.summary)}**\n`, sections);
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
