import { clean } from '@portolan/base';
import type { FindingCounts, PushView } from '@portolan/server/port';

/** What a push did, for people. */
export function tellPush({ source, dryRun, counts, documents, findings }: PushView, server: string): string {
  const { added, changed, removed, unchanged } = counts;
  const width = Math.max(0, ...documents.map(({ path }) => path.length));
  const rows = documents.map(({ change, path, findings: found }) =>
    `  ${change.padEnd(7)}  ${path.padEnd(width)}  ${found ? inWords(found) : ''}`.trimEnd(),
  );
  const isSame = added + changed + removed === 0;
  const all = added + changed + unchanged;
  const has = `${source} has ${all === 1 ? '1 document' : `${all} documents`}`;
  const would = dryRun ? 'would have' : 'has';
  const head = isSame
    ? `${has} at ${server}, and nothing changed.`
    : `${has.replace(' has ', ` ${would} `)} at ${server}: ${added} added, ${changed} changed, ${removed} removed.`;
  const end = `In all of them: ${inWords(findings) || 'no findings'}.`;
  return clean([head, ...rows, ...(all > 0 ? [end] : []), ...(dryRun ? ['Nothing was recorded.'] : []), ''].join('\n'));
}

function inWords(counts: FindingCounts): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`);
  return parts.join(', ');
}
