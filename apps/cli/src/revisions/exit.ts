import { type ChangeVerdict, VERDICTS } from '@portolan/changes';
import type { DiffReport } from '@portolan/review';

/** Whether there is a change as grave as the mildest that counts, and nothing settles it. */
export function countsFor({ documents }: DiffReport, failOn: ChangeVerdict | 'never'): boolean {
  if (failOn === 'never') return false;
  const counted = VERDICTS.slice(0, VERDICTS.indexOf(failOn) + 1);
  return documents.some(({ changes }) => changes.some(({ verdict, settled }) => !settled && counted.includes(verdict)));
}

/** Whether a document changed more than its version says, or its version says nothing. */
export function isTooSmall({ documents }: DiffReport): boolean {
  return documents.some(({ version }) => version?.step !== undefined && version.enough !== true);
}
