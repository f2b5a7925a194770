import type { Report } from '@portolan/checks';
import type { DiffReport } from '../report.ts';

/** What one run of `portolan check` found. */
export interface CheckReport {
  /** The revision that it was compared with, as people wrote it. */
  readonly against: string;
  readonly findings: Report;
  readonly changes: DiffReport;
  /** Whether findings at the level that counts are among them. */
  readonly failing: { readonly findings: boolean; readonly changes: boolean; readonly version: boolean };
}

/** Whether the run fails. */
export function failsAtAll({ failing }: CheckReport): boolean {
  return failing.findings || failing.changes || failing.version;
}
