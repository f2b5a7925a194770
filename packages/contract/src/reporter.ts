import {
  type Finding,
  type FindingKind,
  type Fix,
  findingOf,
  type Origin,
  type Params,
  type Range,
} from '@portolan/base';
import type { Mend } from './mend.ts';
import { type Cursor, originOf } from './resolve/cursor.ts';

/** Gathers findings, each said once, and looks up where they stand while the texts are at hand. */
export interface Reporter {
  readonly report: (kind: FindingKind, at: Cursor & { part?: 'key' }, params?: Params, mend?: Mend) => void;
  readonly add: (finding: Finding) => void;
  readonly findings: () => Finding[];
}

/** Findings of one document after which the rest is not told: nobody reads them, and they would fill the memory. */
const MAX_FINDINGS = 10_000;

/**
 * @param place where a fact stands
 * @param written what stands there, as the author wrote it
 * @param silent which findings are not told
 */
export function createReporter(
  place: (origin: Origin) => Range | undefined,
  written: (origin: Origin) => string | undefined,
  silent: (finding: Finding) => boolean = () => false,
): Reporter {
  const found = new Map<string, Finding>();
  return { add, report, findings: () => [...found.values()] };

  function report(kind: FindingKind, at: Cursor & { part?: 'key' }, params?: Params, mend?: Mend): void {
    const origin = at.part ? { ...originOf(at), part: at.part } : originOf(at);
    const fix = typeof mend === 'function' ? fixFrom(mend, origin) : mend;
    add(findingOf(kind, origin, params, fix && { fix }));
  }

  function fixFrom(mend: (written: string) => Fix | undefined, origin: Origin): Fix | undefined {
    const text = written(origin);
    return text === undefined ? undefined : mend(text);
  }

  function add(finding: Finding): void {
    if (found.size >= MAX_FINDINGS || silent(finding)) return;
    const range = finding.range ?? place(finding.origin);
    const key = `${finding.code} ${finding.origin.source}#${finding.origin.pointer} ${finding.message} ${range?.start.line}`;
    if (!found.has(key)) found.set(key, range ? { ...finding, range } : finding);
  }
}
