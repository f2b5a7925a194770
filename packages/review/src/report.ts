import { type ChangeVerdict, VERDICTS } from '@portolan/changes';
import type { ComparedDocument } from './model.ts';

/** What is printed of a comparison. */
export interface DiffReport {
  readonly documents: readonly ComparedDocument[];
  readonly summary: DiffSummary;
}

export interface DiffSummary {
  /** How many documents were compared, those included that came or went. */
  readonly documents: number;
  readonly changes: Readonly<Record<ChangeVerdict, number>>;
}

/** A report of documents, those without changes left out. */
export function reportOf(documents: readonly ComparedDocument[]): DiffReport {
  const all = documents.flatMap(({ changes }) => changes);
  const count = (verdict: ChangeVerdict) => all.filter(change => change.verdict === verdict).length;
  return {
    documents: documents.filter(({ changes }) => changes.length > 0),
    summary: {
      documents: documents.length,
      changes: Object.fromEntries(VERDICTS.map(verdict => [verdict, count(verdict)])) as DiffSummary['changes'],
    },
  };
}

/** `1 breaking, 2 editorial changes`. */
export function summaryInWords({ changes }: DiffSummary): string {
  const told = VERDICTS.filter(verdict => changes[verdict] > 0);
  const total = told.reduce((sum, verdict) => sum + changes[verdict], 0);
  if (total === 0) return 'no changes';
  const words = told.map(verdict => `${changes[verdict]} ${verdictInWords(verdict)}`);
  return `${words.join(', ')} ${total === 1 ? 'change' : 'changes'}`;
}

/** As people read it: `not checked`. */
export function verdictInWords(verdict: ChangeVerdict): string {
  return verdict === 'not-checked' ? 'not checked' : verdict;
}

/** What is to be said about the version, in one sentence; undefined where there is nothing to say. */
export function versionInWords({ version }: ComparedDocument): string | undefined {
  if (!version?.step) return undefined;
  if (version.due === undefined || version.enough === undefined)
    return `a ${version.step} version is due; ${version.after} and ${version.before} are not both semantic versions`;
  if (version.enough) return `version ${version.after} will do; ${version.due} or more is due`;
  return `version ${version.due} or more is due, and the document says ${version.after}`;
}
