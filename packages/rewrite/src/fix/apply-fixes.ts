import { Fault, type Fix } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';
import { applyAll, type Edit } from '../edit/edit.ts';
import { editsOf } from './edits-of.ts';

/** What several fixes came to. */
export interface Fixed<F> {
  /** The files that changed, with their new texts. */
  readonly files: readonly SourceFile[];
  readonly applied: readonly F[];
  /** Those that touch what another one changes: they can be made of the new texts. */
  readonly later: readonly F[];
  /** Those that cannot be made at all, and why. */
  readonly refused: readonly { readonly item: F; readonly reason: string }[];
}

/** Makes as many fixes as do not touch each other, those that come first before others. */
export function applyFixes<F extends { readonly fix: Fix }>(
  items: readonly F[],
  files: readonly SourceFile[],
): Fixed<F> {
  const edits: Edit[] = [];
  const applied: F[] = [];
  const later: F[] = [];
  const refused: { item: F; reason: string }[] = [];
  for (const item of items) {
    try {
      const own = editsOf(item.fix, files);
      if (own.some(edit => edits.some(other => touch(edit, other)))) {
        later.push(item);
        continue;
      }
      // Its own edits may be in each other’s way; then it cannot be made.
      applyAll(files, own);
      edits.push(...own);
      applied.push(item);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refused.push({ item, reason: error.message });
    }
  }
  return { files: applyAll(files, edits), applied, later, refused };
}

function touch(a: Edit, b: Edit): boolean {
  return a.location === b.location && a.start <= b.end && b.start <= a.end;
}
