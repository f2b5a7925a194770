import { type ChangeVerdict, VERDICTS } from '@portolan/changes';
import type { DiffReport } from './report.ts';

/** Whether there is a change as grave as the mildest that counts. */
export function countsFor({ summary }: DiffReport, failOn: ChangeVerdict | 'never'): boolean {
  if (failOn === 'never') return false;
  return VERDICTS.slice(0, VERDICTS.indexOf(failOn) + 1).some(verdict => summary.changes[verdict] > 0);
}

/** Whether a document changed more than its version says, or its version says nothing. */
export function isTooSmall({ documents }: DiffReport): boolean {
  return documents.some(({ version }) => version?.step !== undefined && version.enough !== true);
}
