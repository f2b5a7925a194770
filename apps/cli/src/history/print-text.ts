import { cleanLine } from '@portolan/base';
import type { History, PastRevision } from './model.ts';
import { changeLines, nameOf, stopsInWords, summaryLines, toldChanges, versionLine } from './words.ts';

/** For people at a terminal: each commit that would have been stopped and why, the newest first, then the totals. */
export function printText({ revisions, summary }: History, color: boolean): string {
  const bold = (text: string) => (color ? `\u001b[1m${text}\u001b[0m` : text);
  const stopped = revisions.filter(({ stops }) => stops.length > 0);
  const blocks = stopped.map(revision =>
    [
      bold(cleanLine(`${nameOf(revision)}  ${revision.subject}  (${revision.author})`)),
      `  stopped by ${stopsInWords(revision)}`,
      ...detailsOf(revision),
    ].join('\n'),
  );
  return `${[...blocks, summaryLines(summary).join('\n')].join('\n\n')}\n`;
}

/** What stopped a commit: documents, below them what changed, below that who breaks. */
function detailsOf({ documents, unreadable }: PastRevision): string[] {
  return [
    ...unreadable.map(({ path, reason }) => cleanLine(`${path} cannot be read: ${reason}`)),
    ...documents.flatMap(document => {
      const version = versionLine(document);
      const told = [...toldChanges(document).flatMap(changeLines), ...(version === undefined ? [] : [version])];
      if (told.length === 0) return [];
      return [cleanLine(`${document.path}: ${document.title}`), ...told.map(line => `  ${cleanLine(line)}`)];
    }),
  ].map(line => `  ${line}`);
}
