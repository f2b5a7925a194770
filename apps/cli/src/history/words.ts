import { VERDICTS } from '@portolan/changes';
import { consumerLines, verdictInWords } from '@portolan/review';
import {
  type HistorySummary,
  type PastChange,
  type PastDocument,
  type PastRevision,
  STOPS,
  type Stop,
} from './model.ts';

const STOP_IN_WORDS: Readonly<Record<Stop, string>> = {
  breaking: 'a breaking change',
  version: 'a version that is too small',
  unreadable: 'a document that cannot be read',
};

/** As people write it: `2026-01-31 3f2a1bc4d5`. */
export function nameOf({ date, commit }: PastRevision): string {
  return `${date.slice(0, 10)} ${commit.slice(0, 10)}`;
}

/** Why a commit would have been stopped. */
export function stopsInWords({ stops }: PastRevision): string {
  return stops.map(stop => STOP_IN_WORDS[stop]).join(', ');
}

/** What the version should have been, where it was too small. */
export function versionLine({ version }: PastDocument): string | undefined {
  if (!version?.step || version.enough === true) return undefined;
  if (version.due === undefined) return `a ${version.step} version was due; ${version.before} is no semantic version`;
  if (version.enough === undefined) return `${version.due} was due; ${version.after} is no semantic version`;
  return `${version.due} was due, and the document said ${version.after}`;
}

/** Changes of a document that are told, because they stop or may have to. */
export function toldChanges({ changes }: PastDocument): PastChange[] {
  return changes.filter(({ verdict }) => verdict === 'breaking' || verdict === 'not-checked');
}

/** A change in one line, and each service at the other end that it breaks, or may break, in one more. */
export function changeLines(change: PastChange): string[] {
  const consumers = (change.consumers ?? []).filter(({ verdict }) => verdict !== 'reads');
  const reason = change.reason === undefined ? '' : ` (${change.reason})`;
  return [`${verdictInWords(change.verdict)}: ${change.says}${reason}`, ...consumerLines({ consumers })];
}

/** The totals, a sentence for each. */
export function summaryLines(summary: HistorySummary): string[] {
  const { commits, revisions, stopped, stops, changes, breaking, consumers } = summary;
  const verdicts = VERDICTS.filter(verdict => changes[verdict] > 0);
  const kinds = Object.entries(breaking).map(([code, times]) => `${code} ${times}`);
  return [
    `${revisions} of ${commits} ${commits === 1 ? 'commit' : 'commits'} changed documents; ${stopped} would have been stopped.`,
    ...STOPS.filter(stop => stops[stop] > 0).map(stop => `${stops[stop]} for ${STOP_IN_WORDS[stop]}.`),
    ...(verdicts.length === 0
      ? []
      : [`Changes: ${verdicts.map(verdict => `${changes[verdict]} ${verdictInWords(verdict)}`).join(', ')}.`]),
    ...(kinds.length === 0 ? [] : [`Breaking by kind: ${kinds.join(', ')}.`]),
    ...(consumers ?? []).map(({ name, owner, revisions: times }) => {
      const who = owner === undefined ? name : `${name} (${owner})`;
      return `${times} would have broken ${who}.`;
    }),
  ];
}
