import { counted } from '@portolan/base';
import { countsInWords } from '@portolan/checks/engine';
import type { Consumer, PlacedChange } from '../model.ts';
import type { DiffReport } from '../report.ts';
import { type CheckReport, failsAtAll } from './model.ts';

/** What a run comes to. */
export interface Verdict {
  /** The gravest thing that there is. */
  readonly kind: 'breaking' | 'findings' | 'version' | 'not-checked' | 'settled' | 'well';
  readonly fails: boolean;
  /** One sentence. */
  readonly says: string;
  /** A sentence for each document whose version grew too little. */
  readonly versions: readonly string[];
  /** Services at the other end of what changed, each once. */
  readonly consumers: readonly Consumer[];
  /** Those among them that break, and whose teams have not signed off. */
  readonly broken: readonly Consumer[];
}

/** Sums a run up, the gravest first. */
export function verdictOf(report: CheckReport): Verdict {
  const open = changesOf(report.changes).filter(({ settled }) => !settled);
  const consumers = distinct(changesOf(report.changes));
  const broken = distinct(open).filter(({ verdict, signedOff }) => verdict === 'breaks' && !signedOff);
  const told = { ...saidOf(report, open, consumers, broken), versions: versionsOf(report.changes) };
  return { ...told, fails: failsAtAll(report), consumers, broken };
}

/** Every change of every document. */
export function changesOf({ documents }: DiffReport): PlacedChange[] {
  return documents.flatMap(({ changes }) => changes);
}

function saidOf(
  { failing, findings, changes }: CheckReport,
  open: readonly PlacedChange[],
  consumers: readonly Consumer[],
  broken: readonly Consumer[],
): Pick<Verdict, 'kind' | 'says'> {
  const count = (verdict: PlacedChange['verdict']) => open.filter(change => change.verdict === verdict).length;
  const breaking = count('breaking');
  if (breaking > 0) return { kind: 'breaking', says: breakingInWords(breaking, consumers, broken) };
  if (failing.findings)
    return {
      kind: 'findings',
      says: `Nothing breaks, but the documents have ${countsInWords(findings.summary.findings)}.`,
    };
  if (failing.version) return { kind: 'version', says: 'Nothing breaks, but the version grew too little.' };
  const unknown = count('not-checked');
  if (unknown > 0)
    return {
      kind: 'not-checked',
      says: `Nothing is known to break; ${counted(unknown, 'change')} could not be checked.`,
    };
  const settled = changesOf(changes).length - open.length;
  if (settled > 0)
    return {
      kind: 'settled',
      says: `Nothing breaks that is not settled; ${counted(settled, 'change')} ${settled === 1 ? 'is' : 'are'}.`,
    };
  return { kind: 'well', says: changesOf(changes).length === 0 ? 'Nothing changed.' : 'Nothing breaks.' };
}

function breakingInWords(breaking: number, consumers: readonly Consumer[], broken: readonly Consumer[]): string {
  const all = consumers.length;
  if (all === 0) return `Breaking: ${counted(breaking, 'change')}.`;
  if (broken.length > 0) return `Breaking for ${broken.length} of ${counted(all, 'consumer')}.`;
  return `Breaking, though for none of ${counted(all, 'consumer')} as far as is known.`;
}

/** Each service once, with the gravest that any change does to it. */
function distinct(changes: readonly PlacedChange[]): Consumer[] {
  const order = { breaks: 0, unknown: 1, reads: 2 } as const;
  const rank = ({ verdict, signedOff }: Consumer) => order[verdict] + (signedOff ? 0.5 : 0);
  const found = new Map<string, Consumer>();
  for (const consumer of changes.flatMap(({ consumers = [] }) => consumers)) {
    const known = found.get(consumer.service);
    if (!known || rank(consumer) < rank(known)) found.set(consumer.service, consumer);
  }
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

function versionsOf({ documents }: DiffReport): string[] {
  return documents.flatMap(({ title, version }) =>
    version?.due !== undefined && version.enough === false
      ? [`Version ${version.due} is due, and ${title} says ${version.after}.`]
      : [],
  );
}
