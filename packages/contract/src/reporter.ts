import { type Finding, type FindingKind, findingOf, type Origin, type Params, type Range } from '@portolan/base';
import { type Cursor, originOf } from './resolve/cursor.ts';

/** Gathers findings, each said once, and looks up where they stand while the texts are at hand. */
export interface Reporter {
  readonly report: (kind: FindingKind, at: Cursor & { part?: 'key' }, params?: Params) => void;
  readonly add: (finding: Finding) => void;
  readonly findings: () => Finding[];
}

/** Findings of one document after which the rest is not told: nobody reads them, and they would fill the memory. */
const MAX_FINDINGS = 10_000;

export function createReporter(place: (origin: Origin) => Range | undefined): Reporter {
  const found = new Map<string, Finding>();
  return { add, report, findings: () => [...found.values()] };

  function report(kind: FindingKind, at: Cursor & { part?: 'key' }, params?: Params): void {
    const origin = at.part ? { ...originOf(at), part: at.part } : originOf(at);
    add(findingOf(kind, origin, params));
  }

  function add(finding: Finding): void {
    if (found.size >= MAX_FINDINGS) return;
    const range = finding.range ?? place(finding.origin);
    const key = `${finding.code} ${finding.origin.source}#${finding.origin.pointer} ${finding.message} ${range?.start.line}`;
    if (!found.has(key)) found.set(key, range ? { ...finding, range } : finding);
  }
}
