import { markdownCode as code, markdownText as escaped } from '@portolan/checks/engine';
import type { History, PastRevision } from './model.ts';
import { changeLines, stopsInWords, summaryLines, toldChanges, versionLine } from './words.ts';

/** For a page of a wiki or a pull request: the totals first, then a table of the commits that would have been stopped. */
export function printMarkdown({ revisions, summary }: History): string {
  const [first = '', ...totals] = summaryLines(summary).map(escaped);
  const stopped = revisions.filter(({ stops }) => stops.length > 0);
  const blocks = [`**${first}**`, ...(totals.length === 0 ? [] : [totals.map(line => `- ${line}`).join('\n')])];
  if (stopped.length > 0)
    blocks.push(
      ['| Date | Commit | Stopped by | What |', '| --- | --- | --- | --- |', ...stopped.map(rowOf)].join('\n'),
    );
  return `${blocks.join('\n\n')}\n`;
}

function rowOf(revision: PastRevision): string {
  const { date, commit, subject, documents, unreadable } = revision;
  const told = [
    ...unreadable.map(({ path, reason }) => `${code(path)} cannot be read: ${escaped(reason)}`),
    ...documents.flatMap(document => {
      const version = versionLine(document);
      const lines = [...toldChanges(document).flatMap(changeLines), ...(version === undefined ? [] : [version])];
      return lines.map(line => `${escaped(document.title)}: ${escaped(line)}`);
    }),
  ];
  const what = `${escaped(subject)} ${code(commit.slice(0, 10))}`;
  return `| ${date.slice(0, 10)} | ${what} | ${escaped(stopsInWords(revision))} | ${told.join('<br>')} |`;
}
